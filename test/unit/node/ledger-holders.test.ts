import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ledgerFile, ledgerName } from "../../../src/node/ledger/ledger-file";
import { ownMark } from "../../../src/node/ledger/running-process";

describe("The lock of the ledger", () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "holders-"));
    lock = path.join(folder, "ledger.lock");
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const hold = (mark: Readonly<Record<string, unknown>>, modified = new Date()): void => {
    fs.writeFileSync(lock, JSON.stringify({ ...ownMark(), token: "its", ...mark }));
    fs.utimesSync(lock, modified, modified);
  };
  const write = (): Promise<void> => ledgerFile(folder, { waitMs: 50 }).update(() => ({ text: "in" }));
  const assertWritten = (): void =>
    assert.deepEqual(fs.readdirSync(folder), [ledgerName], "Only the ledger remains.");
  const assertKept = (): void => assert.deepEqual(fs.readdirSync(folder), ["ledger.lock"]);
  const hours = (count: number): Date => new Date(Date.now() + count * 3_600_000);

  for (const [what, modified] of [
    ["an hour ago, because the clock was set forward", hours(-1)],
    ["the next hour, because the clock was set back", hours(1)],
  ] as const) {
    // Only Linux reveals that it is the same process.
    if (process.platform === "linux")
      it(`stays with a running process, though it seems to be from ${what}`, async () => {
        hold({}, modified);
        await assert.rejects(write(), new RegExp(`Another process \\(${process.pid}\\) is using it`));
        assertKept();
      });

    it(`is taken from a process that cannot be checked, if it seems to be from ${what}`, async () => {
      hold({ where: "elsewhere" }, modified);
      await write();
      assertWritten();
    });
  }

  if (process.platform === "linux")
    it("stays with a running process of another user, which is named, however old it is", async () => {
      // Process 1 belongs to root, as the lock of a run with sudo does.
      const stat = fs.readFileSync("/proc/1/stat", "latin1");
      const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      hold({ pid: 1, started }, hours(-1));
      await assert.rejects(write(), /Another process \(1\) is using it/);
      assertKept();
    });

  if (process.platform !== "win32")
    it("stays for a minute with a process of another user of which nothing is known but that it runs", async () => {
      const unknown = { pid: 1, started: undefined };
      hold(unknown);
      await assert.rejects(write(), /Another process \(1\) is using it/);
      assertKept();
      hold(unknown, hours(-1));
      await write();
      assertWritten();
    });

  describe("that several processes want", () => {
    const now = performance.now.bind(performance);
    let clock = 0;
    let passing: NodeJS.Timeout;
    beforeEach(() => {
      clock = 0;
      performance.now = () => clock;
    });
    afterEach(() => {
      performance.now = now;
      clearInterval(passing);
    });

    /** Lets nine seconds pass, again and again, and then calls `next` with the number of times. */
    const pass = (next: (turn: number) => void): void => {
      let turn = 0;
      passing = setInterval(() => {
        clock += 9_000;
        next(++turn);
      }, 5);
    };
    const patient = (): Promise<void> => ledgerFile(folder).update(() => ({ text: "in" }));

    it("is waited for while it passes from one to the next", async () => {
      hold({ token: "0" });
      pass((turn) => {
        if (turn < 5) hold({ token: String(turn) });
        else {
          clearInterval(passing);
          fs.rmSync(lock);
        }
      });
      await patient();
      assertWritten();
    });

    it("is not waited for forever, and a person reads why", async () => {
      hold({ token: "0" });
      pass((turn) => hold({ token: String(turn) }));
      await assert.rejects(patient(), /cannot be written\. Other processes kept using it\. Try again\.$/);
      clearInterval(passing);
      assertKept();
    });

    it("is waited for 15 seconds if one keeps it", async () => {
      hold({});
      pass(() => undefined);
      await assert.rejects(patient(), new RegExp(`Another process \\(${process.pid}\\) is using it`));
    });
  });
});
