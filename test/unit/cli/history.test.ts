import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { registerHistory } from "../../../src/cli/commands/history";
import { createOutput } from "../../../src/cli/output/output";
import { finished, type LedgerEntry, type PendingEntry } from "../../../src/core/ledger/entry";
import { writeLedger } from "../../../src/core/ledger/ledger-text";
import type { Outcome } from "../../../src/core/platform/outcome";
import { minuteOf } from "../../../src/core/text/local-time";
import { ledgerFile } from "../../../src/node/ledger/ledger-file";
import { accepted, attempt, START, unknown } from "../submission/attempts";

const DAY = 24 * 60 * 60 * 1000;

const pending = (id: string, at: number, changes: Partial<PendingEntry> = {}): PendingEntry => ({
  ...attempt(),
  ...{ id, at, state: "pending", owner: "window-1", leaseUntil: at + 1000 },
  ...changes,
});

describe("campaign-json history", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "history-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const keep = (text: string): void => writeFileSync(path.join(folder, "ledger.jsonl"), text);
  const keepEntries = (...entries: readonly LedgerEntry[]): void => keep(writeLedger(entries));

  /** The command with the real output, which shows control characters. */
  async function history(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    let code = -1;
    let out = "";
    let err = "";
    const stream = (write: (text: string) => void) => ({ write, on: () => undefined });
    const output = createOutput({
      stdout: stream((text) => (out += text)),
      stderr: stream((text) => (err += text)),
      env: {},
      exitWith: (value) => (code = value),
    });
    const program = new Command().exitOverride().configureOutput({ writeErr: (text) => (err += text) });
    registerHistory(program, { ...output, ledgerStore: () => ledgerFile(folder), now: () => START + DAY });
    try {
      await program.parseAsync(["history", ...args], { from: "user" });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      code = 2;
    }
    return { code, out, err };
  }
  const json = async (...args: string[]): Promise<readonly Record<string, unknown>[]> => {
    const { out } = await history("--format", "json", ...args);
    return (JSON.parse(out) as { entries: Record<string, unknown>[] }).entries;
  };

  it("lists the submissions as JSON, newest first", async () => {
    keepEntries(
      finished(pending("one", START), accepted, START + 1),
      pending("two", START + DAY, { campaign: "Summer", file: "summer.campaign.json" }),
    );
    const { code, out, err } = await history("--format", "json");
    assert.deepEqual([code, err], [0, ""]);
    const target = { host: "https://platform.kore.ai", accountId: "account-1", streamId: "st-1" };
    assert.deepEqual(JSON.parse(out), {
      entries: [
        {
          ...{ id: "two", at: "2026-01-06T09:00:00.000Z", outcome: "pending", campaign: "Summer" },
          ...{
            connection: "Test",
            ...target,
            file: "summer.campaign.json",
            bodyHash: "a".repeat(64),
            action: "create",
          },
        },
        {
          ...{ id: "one", at: "2026-01-05T09:00:00.000Z", outcome: "accepted", campaign: "Spring" },
          ...{ campaignId: "cd-1", state: "Preparing" },
          ...{
            connection: "Test",
            ...target,
            file: "spring.campaign.json",
            bodyHash: "a".repeat(64),
            action: "create",
          },
        },
      ],
    });
  });

  it("counts a submission that was found in the account as accepted, and no other one without a response", async () => {
    const open = finished(pending("open", START), unknown, START + 1);
    const resolutions = [
      { kind: "found", at: START },
      { kind: "not-found", at: START },
      { kind: "person", at: START, created: true },
      { kind: "person", at: START, created: false },
    ] as const;
    keepEntries(
      open,
      ...resolutions.map((resolution, index) => ({ ...open, id: `${index}`, at: START + index, resolution })),
    );
    assert.deepEqual(Object.fromEntries((await json()).map(({ id, outcome }) => [id, outcome])), {
      open: "unknown",
      0: "accepted",
      1: "unknown",
      2: "accepted",
      3: "unknown",
    });
  });

  it("lists them as CSV that a spreadsheet reads as text", async () => {
    keepEntries(
      finished(
        pending("one", START, { campaign: '=HYPERLINK("x")', connectionName: "Acme, US", file: "\t=1\n2" }),
        accepted,
        START + 1,
      ),
    );
    const { code, out } = await history("--format", "csv");
    assert.equal(code, 0);
    assert.deepEqual(out.split("\n"), [
      "id,at,outcome,campaign,campaignId,state,connection,host,accountId,streamId,file,bodyHash,action",
      `one,2026-01-05T09:00:00.000Z,accepted,"'=HYPERLINK(""x"")",cd-1,Preparing,"Acme, US",` +
        `https://platform.kore.ai,account-1,st-1,"'<U+0009>=1<U+000A>2",${"a".repeat(64)},create`,
      "",
    ]);
  });

  it("shows what a request did, with the campaign that it changed", async () => {
    const start = { action: "start", campaignId: "cd-7" } as const;
    const started: Outcome = {
      kind: "accepted",
      httpStatus: 200,
      state: "Active",
      message: "",
      response: {},
    };
    keepEntries(
      finished(pending("one", START, { change: start }), started, START + 1),
      finished(pending("two", START + 1, { change: { ...start, action: "stop" } }), unknown, START + 2),
    );
    assert.deepEqual(
      (await json()).map(({ action, campaignId, outcome, state }) => [action, campaignId, outcome, state]),
      [
        ["stop", "cd-7", "unknown", undefined],
        ["start", "cd-7", "accepted", "Active"],
      ],
    );
    const { out } = await history();
    assert.match(out, /no response, may have been stopped · cd-7/);
    assert.match(out, /started, Active · cd-7/);
    const csv = await history("--format", "csv");
    assert.match(csv.out, /,stop\n.*,start\n$/);
  });

  it("lists them as text in local time, with the known details of each", async () => {
    keepEntries(
      finished(pending("one", START), accepted, START + 1),
      finished(pending("two", START + 1), unknown, START + 2),
    );
    const { out } = await history();
    const [first = "", second = ""] = out.split("\n");
    assert.ok(first.startsWith(`${minuteOf(START)}  Spring  no response, may have been created`), first);
    assert.match(
      second,
      /Spring {2}created, Preparing · cd-1 +Test at https:\/\/platform\.kore\.ai {2}spring/,
    );
  });

  it("starts at midnight of --since in local time", async () => {
    const midnight = new Date(2026, 2, 31).getTime();
    keepEntries(pending("before", midnight - 1), pending("on", midnight));
    assert.deepEqual(
      (await json("--since", "2026-03-31")).map(({ id }) => id),
      ["on"],
    );
    assert.deepEqual(await json("--since", "2026-04-01"), []);
  });

  for (const day of ["2026-02-30", "31.03.2026", "2026-3-1", "0099-01-01", "", "2026-03-31T00:00"])
    it(`rejects --since ${JSON.stringify(day)}`, async () => {
      const { code, out, err } = await history("--since", day);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, /Must be a date, for example 2026-03-31\./);
    });

  it("prints an empty result in each format if nothing was submitted", async () => {
    assert.deepEqual(await history(), { code: 0, out: "No submissions.\n", err: "" });
    assert.deepEqual(await json(), []);
    assert.match((await history("--format", "csv")).out, /^id,at,[^\n]+\n$/);
  });

  it("lists the readable entries of a damaged log, and warns", async () => {
    keep(`${writeLedger([pending("one", START)])}{"half":`);
    const { code, out, err } = await history("--format", "json");
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { entries: unknown[] }).entries.length, 1);
    assert.match(err, /^warning: The submission log was damaged: 1 line /);
  });

  it("exits 2 if it cannot read the log", async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    const { code, out, err } = await history();
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^error: The ledger .+ cannot be read\./);
  });
});
