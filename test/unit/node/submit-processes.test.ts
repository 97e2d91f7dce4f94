import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { ledgerName } from "../../../src/node/ledger/ledger-file";
import { SubmitProcesses } from "./submit-process";

interface Ended {
  readonly code: number | null;
  readonly report: Readonly<Record<string, unknown>>;
  readonly err: string;
}

/** `campaign-json submit`, as separate processes that share a ledger file. */
describe("campaign-json submit, as a process,", () => {
  const processes = new SubmitProcesses();
  let file: string;
  beforeEach(async () => {
    await processes.open();
    file = path.join(processes.folder, ledgerName);
  });
  afterEach(() => processes.close());

  function start(...args: readonly string[]): ChildProcess & { readonly ended: Promise<Ended> } {
    const child = processes.start(...args);
    const end = async (): Promise<Ended> => {
      const exited = once(child, "exit") as Promise<[number | null]>;
      const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
      return { code, err, report: out === "" ? {} : (JSON.parse(out) as Ended["report"]) };
    };
    return Object.assign(child, { ended: end() });
  }

  it("sends one request of several that start at the same time", async () => {
    const runs = [start(), start(), start()];
    // The sender gets its response after the others have ended, so that all of them run at once.
    let running = runs.length;
    processes.server.until = new Promise<void>((resolve) => {
      for (const run of runs) void run.ended.then(() => --running === 1 && resolve());
    });
    const ended = await Promise.all(runs.map((run) => run.ended));
    assert.deepEqual(ended.map(({ code, report }) => [code, report["outcome"], report["reason"]]).sort(), [
      [0, "accepted", undefined],
      [4, "not-sent", "under-way"],
      [4, "not-sent", "under-way"],
    ]);
    assert.equal(processes.server.creations(), 1);
    const next = await start().ended;
    assert.deepEqual([next.code, next.report["outcome"], next.err], [0, "exists", ""]);
    assert.match(String(next.report["campaignId"]), /^cd-/);
    const again = await start("--again").ended;
    assert.deepEqual([again.code, again.report["outcome"]], [0, "accepted"]);
    assert.equal(processes.server.creations(), 2);
  }).timeout(60_000);

  for (const [ms, ...options] of [[0], [50], [100], [200], [100, "--again"]] as const)
    it(`creates one campaign, however close together ${options.join("") || "runs"} start (${ms} ms)`, async () => {
      const hosts = [processes.server.origin, processes.server.origin.replace("127.0.0.1", "localhost")];
      const runs = [];
      for (let index = 0; index < 4; index++) {
        if (index > 0 && ms > 0) await sleep(ms);
        runs.push(start("--host", hosts[index % 2]!, ...options));
      }
      const ended = await Promise.all(runs.map((run) => run.ended));
      const outcomes = ended.map(({ report }) => String(report["reason"] ?? report["outcome"]));
      assert.equal(processes.server.creations(), 1, outcomes.join());
      assert.equal(outcomes.filter((outcome) => outcome === "accepted").length, 1);
      for (const outcome of outcomes)
        assert.ok(["accepted", "exists", "under-way"].includes(outcome), outcome);
      const ids = ended.flatMap(({ report }) => report["campaignId"] ?? []);
      assert.equal(new Set(ids).size, 1);
    }).timeout(60_000);

  for (const [what, mode, expected, creations] of [
    ["created it", "pass", [0, "exists", undefined], 1],
    ["did not create it", "lose-requests", [0, "accepted", undefined], 2],
  ] as const)
    it(`looks up the submission of a killed process if the account ${what}`, async () => {
      processes.server.mode = mode;
      processes.server.until = new Promise(() => undefined);
      const killed = start();
      await processes.server.arrivedOne();
      killed.kill("SIGKILL");
      await killed.ended;
      assert.match(fs.readFileSync(file, "utf8"), /"state":"pending"/);
      processes.server.until = undefined;
      processes.server.mode = "pass";

      const soon = await start().ended;
      assert.deepEqual([soon.code, soon.report["reason"]], [4, "under-way"]);
      later(3);
      const next = await start().ended;
      assert.deepEqual([next.code, next.report["outcome"], next.report["reason"]], expected);
      assert.equal(processes.server.creations(), creations);
    }).timeout(60_000);

  /** The ledger after so many minutes. */
  function later(minutes: number): void {
    const ms = minutes * 60_000;
    const { entries } = readLedger(fs.readFileSync(file, "utf8"));
    const earlier = entries.map((entry) => ({
      ...entry,
      at: entry.at - ms,
      ...(entry.state === "pending" ? { leaseUntil: entry.leaseUntil - ms } : {}),
    }));
    fs.writeFileSync(file, writeLedger(earlier));
  }

  it("prints where it saved a damaged ledger, and continues at the next run", async () => {
    fs.writeFileSync(file, "not a ledger\n");
    const first = await start().ended;
    assert.deepEqual(
      [first.code, first.report["outcome"], first.report["reason"]],
      [4, "not-sent", "damaged"],
    );
    const kept = /A copy of the damaged log is in (.*\.damaged)\.$/m.exec(first.err)?.[1];
    assert.equal(fs.readFileSync(kept ?? "", "utf8"), "not a ledger\n");
    assert.equal((await start().ended).code, 0);
    assert.equal(processes.server.creations(), 1);
  }).timeout(30_000);

  it("writes no secret into the ledger, which only its owner can access", async () => {
    assert.equal((await start().ended).code, 0);
    const kept = fs.readFileSync(file, "utf8");
    assert.match(kept, /"state":"accepted"/);
    assert.ok(!kept.includes("eyJ"));
    if (process.platform !== "win32") assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  }).timeout(30_000);
});
