import assert from "node:assert/strict";
import { execFileSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { ledgerName } from "../../../src/node/ledger/ledger-file";
import { ownMark } from "../../../src/node/ledger/running-process";
import { SubmitProcesses } from "./submit-process";

if (process.platform !== "win32")
  describe("campaign-json submit, when it is interrupted,", () => {
    const processes = new SubmitProcesses();
    beforeEach(() => processes.open());
    afterEach(() => processes.close());

    function start(...options: readonly string[]): ChildProcess & { readonly out: Promise<string> } {
      const child = processes.start(...options);
      child.stderr.resume();
      return Object.assign(child, { out: text(child.stdout) });
    }

    /** Whether the process has a handler for this signal, from its own view of itself in /proc. */
    function catches(child: ChildProcess, signal: keyof typeof os.constants.signals): boolean {
      const status = fs.readFileSync(`/proc/${child.pid}/status`, "utf8");
      const mask = BigInt(`0x${/^SigCgt:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
      return ((mask >> BigInt(os.constants.signals[signal] - 1)) & 1n) === 1n;
    }

    const exitOf = (child: ChildProcess) => once(child, "exit") as Promise<[number | null, string | null]>;

    async function until(holds: () => boolean): Promise<void> {
      while (!holds()) await sleep(10);
    }

    if (process.platform === "linux")
      for (const signal of ["SIGINT", "SIGTERM"] as const) {
        it(`exits with 130 while the ledger is locked, at the first ${signal}`, async () => {
          // This process holds the lock, so the other one waits for it.
          fs.writeFileSync(
            path.join(processes.folder, "ledger.lock"),
            JSON.stringify({ ...ownMark(), token: "held" }),
          );
          const child = start("--unless-exists");
          await until(() => processes.server.arrived.length > 0);
          // Long enough to reach the ledger. An earlier signal must end it in the same way.
          await sleep(500);
          child.kill(signal);
          const [[code], out] = await Promise.all([exitOf(child), child.out]);
          assert.deepEqual([code, (JSON.parse(out) as { outcome: string }).outcome], [130, "cancelled"]);
          assert.equal(processes.server.creations(), 0);
          assert.deepEqual(fs.readdirSync(processes.folder), ["ledger.lock"]);
        }).timeout(60_000);

        it(`is ended by the second ${signal}, regardless of what it waits for`, async () => {
          processes.server.until = new Promise(() => undefined);
          const child = start();
          await processes.server.arrivedOne();
          // The outcome of the interrupted request has to be recorded, and the ledger is locked.
          fs.writeFileSync(
            path.join(processes.folder, "ledger.lock"),
            JSON.stringify({ ...ownMark(), token: "held" }),
          );
          child.kill(signal);
          await until(() => !catches(child, signal));
          assert.equal(child.exitCode, null);
          child.kill(signal);
          assert.deepEqual(await exitOf(child), [null, signal]);
          assert.match(fs.readFileSync(path.join(processes.folder, ledgerName), "utf8"), /"state":"pending"/);
        }).timeout(60_000);
      }

    it("ends by itself if its ledger is a pipe, and sends nothing", async () => {
      execFileSync("mkfifo", [path.join(processes.folder, ledgerName)]);
      const child = start();
      const [[code], out] = await Promise.all([exitOf(child), child.out]);
      const report = JSON.parse(out) as Readonly<Record<"outcome" | "reason" | "message", string>>;
      assert.deepEqual([code, report.outcome, report.reason], [4, "not-sent", "not-noted"]);
      assert.match(report.message, /ledger\.jsonl is not a regular file\.$/);
      assert.equal(processes.server.creations(), 0);
    }).timeout(60_000);
  });
