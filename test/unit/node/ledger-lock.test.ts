import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ledgerFile, ledgerName } from "../../../src/node/ledger/ledger-file";
import { mayHaveOrphaned, MAX_LEDGER_BYTES } from "../../../src/node/ledger/ledger-folder";
import { ownMark } from "../../../src/node/ledger/running-process";

const program = ["--import", "tsx", path.join(__dirname, "ledger-file-process.ts")];
const posix = process.platform !== "win32";

describe("the ledger file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"));
    file = path.join(folder, ledgerName);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const rest = (): string[] => fs.readdirSync(folder).filter((name) => name !== ledgerName);

  for (const name of ["openSync", "writeSync", "linkSync"])
    for (const when of ["before", "after"])
      it(`is free for the next process at once if a process is killed ${when} ${name} of its lock`, async () => {
        const killed = spawn(process.execPath, [...program, "die-locking", folder, name, when]);
        assert.deepEqual(await once(killed, "exit"), [null, posix ? "SIGKILL" : null]);
        await ledgerFile(folder, { waitMs: 5_000 }).update(() => ({ text: "in" }));
        assert.equal(fs.readFileSync(file, "utf8"), "in");
        assert.ok(!fs.existsSync(path.join(folder, "ledger.lock")));
      }).timeout(30_000);

  it("is free for each of many at once, regardless of the locks that dead processes left", async () => {
    const gone = { ...ownMark(), pid: 2 ** 22 + 1, started: "1" };
    for (const name of ["ledger.lock", "ledger.lock.break", "ledger.lock.break.break"])
      fs.writeFileSync(path.join(folder, name), JSON.stringify({ ...gone, token: name }));
    const stores = Array.from({ length: 20 }, () => ledgerFile(folder));
    await Promise.all(stores.map((store) => store.update((before = "") => ({ text: `${before}x` }))));
    assert.equal(fs.readFileSync(file, "utf8"), "x".repeat(20));
    assert.deepEqual(
      rest().filter((name) => name !== "ledger.lock.break.break"),
      [],
    );
  });

  it("stops waiting for a lock, and for its turn, when it is canceled, and has written nothing", async () => {
    fs.writeFileSync(path.join(folder, "ledger.lock"), JSON.stringify({ ...ownMark(), token: "held" }));
    const store = ledgerFile(folder);
    const stop = [new AbortController(), new AbortController()];
    const writes = stop.map(({ signal }) => store.update(() => ({ text: "in" }), signal));
    for (const [index, { signal }] of [...stop.entries()].reverse()) {
      stop[index]!.abort();
      await assert.rejects(writes[index]!, (error) => error === signal.reason);
    }
    await assert.rejects(
      store.update(() => ({ text: "in" }), stop[0]!.signal),
      (error) => error === stop[0]!.signal.reason,
    );
    assert.ok(!fs.existsSync(file));
    fs.rmSync(path.join(folder, "ledger.lock"));
    await store.update(() => ({ text: "after" }));
    assert.deepEqual([await store.read(), rest()], ["after", []]);
  });

  if (posix)
    describe("that is not a regular file", () => {
      const makers: Readonly<Record<string, (name: string) => void>> = {
        "a pipe": (name) => void execFileSync("mkfifo", [name]),
        "a link to a device": (name) => fs.symlinkSync("/dev/full", name),
        "a folder": (name) => fs.mkdirSync(name),
      };
      for (const [what, make] of Object.entries(makers)) {
        it(`is refused at once if it is ${what}, and no file is created next to it`, async () => {
          make(file);
          const refused =
            /The ledger .*ledger\.jsonl cannot be .*(not a regular file|is a folder, not a file)\.$/;
          const store = ledgerFile(folder);
          await assert.rejects(store.read(), refused);
          await assert.rejects(
            store.update(() => ({ text: "in" })),
            refused,
          );
          assert.equal(await mayHaveOrphaned(folder), false);
          assert.deepEqual([rest(), fs.existsSync("/dev/ledger.lock")], [[], false]);
        });

        it(`is refused at once if its lock is ${what}`, async () => {
          make(path.join(folder, "ledger.lock"));
          await assert.rejects(
            ledgerFile(folder).update(() => ({ text: "in" })),
            /ledger\.lock is not a regular file\. Remove it\.$/,
          );
          assert.ok(!fs.existsSync(file));
        });
      }
    });

  it("is refused before it is read if it is larger than any ledger", async () => {
    fs.writeFileSync(file, "");
    fs.truncateSync(file, MAX_LEDGER_BYTES + 1);
    await assert.rejects(ledgerFile(folder).read(), /is larger than 64 MiB\.$/);
  });
});
