import assert from "node:assert/strict";
import { finished, type CampaignChange, type PendingEntry } from "../../../src/core/ledger/entry";
import type { BeginResult } from "../../../src/core/ledger/ledger";
import { readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { lookUpOf } from "../../../src/core/ledger/look-up";
import { parseEntry } from "../../../src/core/ledger/parse-entry";
import type { Outcome } from "../../../src/core/platform/outcome";
import { accepted, attempt, begun, computer, START, unknown, type Computer } from "../submission/attempts";

const change = (action: CampaignChange["action"], campaignId = "cd-1") =>
  attempt({ change: { action, campaignId } });
const active: Outcome = { kind: "accepted", httpStatus: 200, state: "Active", message: "", response: {} };
const kindOf = ({ kind }: BeginResult): string => kind;
const LONG = 60_000;

/** Begins an attempt after a person read what is known. */
async function doing(at: Computer, what: ReturnType<typeof attempt>): Promise<PendingEntry> {
  const ledger = at.window();
  const { prior } = await ledger.assess(what);
  return begun(
    await ledger.begin(
      what,
      prior.map(({ entryId, created }) => ({ entryId, created })),
    ),
  );
}

/** Begins an attempt and records its outcome. */
async function did(at: Computer, what: ReturnType<typeof attempt>, outcome: Outcome): Promise<string> {
  const entry = await doing(at, what);
  await at.window().finish(entry, outcome);
  return entry.id;
}

describe("A change of a campaign in the ledger", () => {
  it("is written and read", () => {
    const pending = { id: "one", at: START, state: "pending", owner: "w", leaseUntil: START + 1 } as const;
    const entries = [finished({ ...change("start"), ...pending }, active, START + 1)];
    assert.deepEqual(readLedger(writeLedger(entries)).entries, entries);
    assert.deepEqual(entries[0]?.change, { action: "start", campaignId: "cd-1" });
  });

  it("makes an entry unreadable if it is not one, because the entry would be a creation without it", () => {
    const entry = { ...attempt(), id: "one", at: START, state: "pending", owner: "w", leaseUntil: START };
    assert.ok(parseEntry(entry).valid);
    for (const other of [null, {}, "start", { action: "pause", campaignId: "cd-1" }, { action: "start" }])
      assert.equal(parseEntry({ ...entry, change: other }).valid, false, JSON.stringify(other));
  });

  it("neither hinders the creation of a campaign nor is hindered by one", async () => {
    const at = computer();
    await did(at, change("start"), unknown);
    await doing(at, change("stop"));
    const { obstacle, prior } = await at.window().assess(attempt());
    assert.deepEqual([obstacle, prior], [undefined, []]);
    await did(at, attempt(), unknown);
    assert.equal((await at.window().assess(change("start", "cd-2"))).obstacle, undefined);
    assert.equal(kindOf(await at.window().begin(attempt())), "unresolved");
  });

  it("is hindered by another one of the same campaign in the same account, which is under way", async () => {
    const at = computer();
    begun(await at.window().begin(change("start")));
    const kinds = async (): Promise<string[]> => {
      const others = [
        change("start"),
        change("update"),
        change("start", "cd-2"),
        { ...change("start"), accountId: "other" },
      ];
      const ids: string[] = [];
      for (const other of others) {
        const { obstacle } = await at.window().assess(other);
        ids.push(obstacle?.kind ?? "none");
      }
      return ids;
    };
    assert.deepEqual(await kinds(), ["under-way", "under-way", "none", "none"]);
    at.now += LONG;
    assert.deepEqual(await kinds(), ["unresolved", "none", "none", "none"]);
  });

  it("is never hindered by a start if it is a stop, and by a stop only while that is under way", async () => {
    const at = computer();
    begun(await at.window().begin(change("start")));
    assert.equal((await at.window().assess(change("stop"))).obstacle, undefined);
    await doing(at, change("stop"));
    assert.equal((await at.window().assess(change("stop"))).obstacle?.kind, "under-way");
    at.now += LONG;
    assert.equal((await at.window().assess(change("stop"))).obstacle, undefined);
  });

  it("does not begin if another one became known after the yes", async () => {
    const at = computer();
    const id = await did(at, change("start"), active);
    const result = await at.window().begin(change("start"));
    assert.ok(result.kind === "prior");
    assert.deepEqual(
      result.prior.map(({ entryId, action, created }) => [entryId, action, created]),
      [[id, "start", "yes"]],
    );
    begun(await at.window().begin(change("start"), [{ entryId: id, created: "yes" }]));
  });

  it("that certainly had no effect is not remembered", async () => {
    const at = computer();
    await did(at, change("start"), { kind: "not-sent", reason: "dns", detail: "" });
    begun(await at.window().begin(change("start")));
  });

  it("is not asked about as a campaign that may have been created", async () => {
    const at = computer();
    begun(await at.window().begin(change("start")));
    at.now += LONG;
    assert.deepEqual(await at.window().orphaned(), { entries: [] });
  });

  it("does not keep a look-up from finding the campaign that it changed", async () => {
    const at = computer();
    await did(at, attempt(), unknown);
    const started = begun(await at.window().begin(change("start", "cd-9")));
    await at.window().finish(started, unknown);
    await at.window().resolve(started.id, { kind: "found", campaignId: "cd-9" });
    await did(at, attempt({ bodyHash: "b".repeat(64), campaign: "Other" }), accepted);
    const { entries } = await at.window().history();
    const creation = entries.find(({ change: made, state }) => made === undefined && state === "unknown");
    assert.ok(creation !== undefined);
    assert.deepEqual([...lookUpOf(creation, entries).knownIds], ["cd-1"]);
  });
});
