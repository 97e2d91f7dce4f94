import "./fake-vscode";
import assert from "node:assert/strict";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import { toConnectionItem, toTreeItem } from "../../../src/editor/history/item";
import { byConnection, matchesFilter } from "../../../src/editor/history/nodes";
import { accepted, attempt, begun, computer, START } from "../submission/attempts";

describe("The items in the view of submissions", () => {
  const entries = async (): Promise<readonly LedgerEntry[]> => {
    const own = computer();
    const ledger = own.window();
    for (const [campaign, connectionName] of [
      ["Spring", "Acme"],
      ["Summer", "Test"],
      ["Autumn", "Acme"],
    ] as const) {
      own.now += 60_000;
      const bodyHash = String(own.now).padStart(64, "0");
      const entry = begun(await ledger.begin(attempt({ campaign, connectionName, bodyHash }), []));
      await ledger.finish(entry, accepted);
    }
    return (await ledger.history()).entries;
  };
  const now = START + 10 * 60_000;

  it("are grouped by connection, the one used last first", async () => {
    const groups = byConnection(await entries());
    assert.deepEqual(
      groups.map(({ name, entries: own }) => [name, own.map(({ campaign }) => campaign)]),
      [
        ["Acme", ["Autumn", "Spring"]],
        ["Test", ["Summer"]],
      ],
    );
    const { label, description } = toConnectionItem(groups[0] ?? assert.fail());
    assert.deepEqual([label, description], ["Acme", "platform.kore.ai · account-1"]);
  });

  it("are separate for two accounts with the same name", async () => {
    const [one] = await entries();
    assert.ok(one !== undefined);
    assert.equal(
      byConnection([one, { ...one, accountId: "account-2" }, { ...one, host: "https://other" }]).length,
      3,
    );
  });

  it("show the outcome of a start, which cannot be looked up like a creation", async () => {
    const own = computer();
    const change = { action: "start", campaignId: "cd-1" } as const;
    for (const one of [attempt({ change }), attempt()]) begun(await own.window().begin(one));
    const [creation, start] = (await own.window().history()).entries;
    const items = [start, creation].map((entry) => toTreeItem(entry ?? assert.fail(), now));
    assert.deepEqual(
      items.map(({ label, contextValue = "" }) => [
        typeof label === "string" ? label.split(" · ")[0] : label,
        contextValue.includes(";open;"),
      ]),
      [
        ["No response, may have been started", false],
        ["No response, may have been created", true],
      ],
    );
  });

  it("start with outcome and age", async () => {
    const [first] = await entries();
    const { label, description } = toTreeItem(first ?? assert.fail(), now);
    assert.deepEqual([label, description], ["Created, Preparing · 7 min", "Autumn"]);
  });

  it("do not repeat an outcome that is the state too", async () => {
    const own = computer();
    const entry = begun(
      await own.window().begin(attempt({ change: { action: "stop", campaignId: "cd-1" } }), []),
    );
    const stopped = await own.window().finish(entry, { ...accepted, state: "Stopped" });
    const { label } = toTreeItem(stopped, own.now);
    assert.equal(label, "Stopped · just now");
  });

  it("are filtered by every word, in any letter case and order", async () => {
    const all = await entries();
    const shown = (filter: string): string[] =>
      all.filter((entry) => matchesFilter(entry, filter, now)).map(({ campaign }) => campaign);
    assert.deepEqual(shown("acme CREATED"), ["Autumn", "Spring"]);
    assert.deepEqual(shown("summer test"), ["Summer"]);
    assert.deepEqual(shown("summer acme"), []);
    assert.deepEqual(shown("").length, 3);
  });
});
