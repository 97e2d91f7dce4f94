import assert from "node:assert/strict";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { ledgerName } from "../../../src/node/ledger/ledger-file";
import { SubmitProcesses } from "./submit-process";
import { sample } from "./submit-run";

interface Ended {
  readonly code: number | null;
  readonly report: Readonly<Record<string, unknown>>;
}

/** `campaign-json start`, as separate processes that share a ledger file. */
describe("campaign-json start, as a process,", () => {
  const processes = new SubmitProcesses();
  beforeEach(async () => {
    await processes.open();
    await run("submit", sample, "--yes").ended;
    await run("status", sample, "--wait").ended;
  });
  afterEach(() => processes.close());

  function run(...args: readonly string[]) {
    const child = processes.run(...args);
    const end = async (): Promise<Ended> => {
      const exited = once(child, "exit") as Promise<[number | null]>;
      const [out, [code]] = await Promise.all([text(child.stdout), exited]);
      return { code, report: out === "" ? {} : (JSON.parse(out) as Ended["report"]) };
    };
    return Object.assign(child, { ended: end() });
  }
  const start = (...options: readonly string[]) => run("start", sample, "--yes", ...options);

  it("sends one request of several that start the same campaign at the same time", async () => {
    const runs = [start(), start(), start()];
    // The sender gets its response after the others have ended, so that all of them run at once.
    let running = runs.length;
    processes.server.until = new Promise<void>((resolve) => {
      for (const one of runs) void one.ended.then(() => --running === 1 && resolve());
    });
    const ended = await Promise.all(runs.map((one) => one.ended));
    const outcomes = ended.map(({ code, report }) => [code, report["reason"] ?? report["outcome"]]);
    assert.equal(processes.server.triggers(), 1, JSON.stringify(outcomes));
    assert.equal(outcomes.filter(([, outcome]) => outcome === "accepted").length, 1);
    // One that reads the ledger late enough meets the state instead.
    for (const one of outcomes)
      assert.ok(["0,accepted", "4,under-way", "0,exists"].includes(one.join()), one.join());
    const next = await start().ended;
    assert.deepEqual([next.code, next.report["outcome"], next.report["state"]], [0, "exists", "Active"]);
    assert.equal(processes.server.triggers(), 1);
  }).timeout(60_000);

  it("reads the state after a process that was killed between request and response", async () => {
    processes.server.until = new Promise(() => undefined);
    const killed = start();
    await processes.server.arrivedOne();
    killed.kill("SIGKILL");
    await killed.ended;
    processes.server.until = undefined;

    const soon = await start().ended;
    assert.deepEqual([soon.code, soon.report["reason"]], [4, "under-way"]);
    const file = path.join(processes.folder, ledgerName);
    const { entries } = readLedger(fs.readFileSync(file, "utf8"));
    const earlier = entries.map((entry) =>
      entry.state === "pending"
        ? { ...entry, at: entry.at - 60_000, leaseUntil: entry.leaseUntil - 60_000 }
        : entry,
    );
    fs.writeFileSync(file, writeLedger(earlier));
    const next = await start().ended;
    assert.deepEqual([next.code, next.report["outcome"], next.report["state"]], [0, "exists", "Active"]);
    assert.equal(processes.server.triggers(), 1);
    const kept = readLedger(fs.readFileSync(file, "utf8")).entries.at(-1);
    assert.ok(kept !== undefined && kept.state === "unknown" && kept.resolution?.kind === "found");
  }).timeout(60_000);
});
