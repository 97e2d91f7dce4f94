import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { ledgerName } from "../../../src/node/ledger/ledger-file";
import { ownMark } from "../../../src/node/ledger/running-process";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { lossyServer, type LossyServer } from "./lossy-server";
import { sample } from "./submit-run";

const program = ["--import", "tsx", path.join(__dirname, "../../../src/cli.ts")];

if (process.platform !== "win32")
  describe("campaign-json submit, when it is interrupted,", () => {
    let folder: string;
    let practice: PracticeServer;
    let server: LossyServer;
    let children: ChildProcess[];
    beforeEach(async () => {
      folder = fs.mkdtempSync(path.join(os.tmpdir(), "signals-"));
      practice = await startPracticeServer();
      server = await lossyServer(practice);
      children = [];
    });
    afterEach(async () => {
      for (const child of children) child.kill("SIGKILL");
      await server.close();
      await practice.close();
      fs.rmSync(folder, { recursive: true });
    });

    function start(...options: readonly string[]): ChildProcess & { readonly out: Promise<string> } {
      const args = ["submit", sample, "--yes", "--format", "json", ...options];
      const child = spawn(process.execPath, [...program, ...args], {
        stdio: ["ignore", "pipe", "ignore"],
        env: {
          ...process.env,
          CAMPAIGN_JSON_LEDGER: folder,
          CAMPAIGN_JSON_HOST: server.origin,
          CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
          CAMPAIGN_JSON_STREAM_ID: "st-1",
          CAMPAIGN_JSON_TOKEN: practice.connection.credential.token,
        },
      });
      children.push(child);
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
        it(`ends with 130 while the ledger is locked, at the first ${signal}`, async () => {
          // This process holds the lock, so it is waited for.
          fs.writeFileSync(path.join(folder, "ledger.lock"), JSON.stringify({ ...ownMark(), token: "held" }));
          const child = start("--unless-exists");
          await until(() => server.arrived.length > 0);
          // Long enough to come to the ledger; a signal before that has to end it in the same way.
          await sleep(500);
          child.kill(signal);
          const [[code], out] = await Promise.all([exitOf(child), child.out]);
          assert.deepEqual([code, (JSON.parse(out) as { outcome: string }).outcome], [130, "cancelled"]);
          assert.equal(server.creations(), 0);
          assert.deepEqual(fs.readdirSync(folder), ["ledger.lock"]);
        }).timeout(60_000);

        it(`is ended by the second ${signal}, whatever it waits for`, async () => {
          server.until = new Promise(() => undefined);
          const child = start();
          await server.arrivedOne();
          // The outcome of what was interrupted has to be recorded, and the ledger is locked.
          fs.writeFileSync(path.join(folder, "ledger.lock"), JSON.stringify({ ...ownMark(), token: "held" }));
          child.kill(signal);
          await until(() => !catches(child, signal));
          assert.equal(child.exitCode, null);
          child.kill(signal);
          assert.deepEqual(await exitOf(child), [null, signal]);
          assert.match(fs.readFileSync(path.join(folder, ledgerName), "utf8"), /"state":"pending"/);
        }).timeout(60_000);
      }

    it("ends by itself when its ledger is a pipe, and sends nothing", async () => {
      execFileSync("mkfifo", [path.join(folder, ledgerName)]);
      const child = start();
      const [[code], out] = await Promise.all([exitOf(child), child.out]);
      const report = JSON.parse(out) as Readonly<Record<"outcome" | "reason" | "message", string>>;
      assert.deepEqual([code, report.outcome, report.reason], [4, "not-sent", "not-noted"]);
      assert.match(report.message, /ledger\.jsonl is not a regular file\.$/);
      assert.equal(server.creations(), 0);
    }).timeout(60_000);
  });
