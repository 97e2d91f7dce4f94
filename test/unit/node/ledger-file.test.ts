import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { createLedger, type Damage, type Ledger } from "../../../src/core/ledger/ledger";
import { ledgerFile, ledgerName } from "../../../src/node/ledger/ledger-file";
import { ownMark } from "../../../src/node/ledger/running-process";
import { accepted, attempt, begun } from "../submission/attempts";

const program = ["--import", "tsx", path.join(__dirname, "ledger-file-process.ts")];
const posix = process.platform !== "win32";

describe("the ledger file", () => {
  let folder: string;
  let file: string;
  let children: ChildProcess[];
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "ledger-"));
    file = path.join(folder, ledgerName);
    children = [];
  });
  afterEach(() => {
    for (const child of children) child.kill("SIGKILL");
    fs.rmSync(folder, { recursive: true });
  });

  /** One of the processes of ledger-file-process.ts. */
  function start(...args: readonly string[]): ChildProcess & { readonly said: Promise<string> } {
    const child = spawn(process.execPath, [...program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    return Object.assign(child, { said: text(child.stdout) });
  }

  const open = (onDamage: (damage: Damage) => void = () => undefined): Ledger =>
    createLedger({ store: ledgerFile(folder), now: Date.now, owner: "here", onDamage });

  const rest = (): string[] => fs.readdirSync(folder).filter((name) => name !== ledgerName);

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await sleep(5);
  }

  it("is empty before the first submission, and reading it creates no file", async () => {
    const store = ledgerFile(path.join(folder, "not-yet"));
    assert.equal(await store.read(), undefined);
    await store.update((before) => ({ text: before }));
    assert.deepEqual(fs.readdirSync(path.join(folder, "not-yet")), []);
  });

  it("is accessible only to its owner, regardless of its earlier mode", async () => {
    const inside = path.join(folder, "made", "here");
    await ledgerFile(inside).update(() => ({ text: "1" }));
    const made = path.join(inside, ledgerName);
    const modes = () => [inside, made].map((name) => fs.statSync(name).mode & 0o777);
    if (posix) assert.deepEqual(modes(), [0o700, 0o600]);
    fs.chmodSync(made, 0o644);
    await ledgerFile(inside).update((before) => ({ text: `${before}2` }));
    if (posix) assert.deepEqual(modes(), [0o700, 0o600]);
    assert.equal(fs.readFileSync(made, "utf8"), "12");
  });

  it("lets one of many processes start the same submission", async () => {
    const runs = ["a", "b", "c", "d"].map((name) => start("begin-same", folder, name, "8"));
    const kinds = (await Promise.all(runs.map(({ said }) => said))).flatMap(
      (said) => JSON.parse(said) as string[],
    );
    assert.equal(kinds.length, 32);
    assert.deepEqual(kinds.filter((kind) => kind === "begun").length, 1);
    assert.deepEqual(new Set(kinds), new Set(["begun", "under-way"]));
    assert.deepEqual(rest(), []);
  }).timeout(60_000);

  it("loses no entry that many processes write at once", async () => {
    const names = ["a", "b", "c", "d"];
    const said = await Promise.all(names.map((name) => start("note", folder, name, "15").said));
    assert.deepEqual(said, Array(4).fill("null\n"));
    const { entries, damage } = await open().history();
    assert.equal(damage, undefined);
    assert.deepEqual(
      entries.map(({ campaign, state }) => `${campaign} ${state}`).sort(),
      names.flatMap((name) => Array.from({ length: 15 }, (_, index) => `${name} ${index} accepted`)).sort(),
    );
    assert.deepEqual(rest(), []);
  }).timeout(60_000);

  it("neither blocks forever nor loses the old text if a process is killed halfway", async () => {
    const ledger = open();
    await ledger.finish(begun(await ledger.begin(attempt())), accepted);
    const before = fs.readFileSync(file, "utf8");
    const killed = start("die", folder);
    assert.deepEqual(await once(killed, "exit"), [null, posix ? "SIGKILL" : null]);
    assert.equal(fs.readFileSync(file, "utf8"), before);
    assert.deepEqual(rest(), ["ledger.lock"]);
    begun(await ledger.begin(attempt({ accountId: "account-2" })));
    assert.equal((await ledger.history()).entries.length, 2);
    assert.deepEqual(rest(), []);
  }).timeout(30_000);

  it("lets one of many break the lock of a dead process, and then each of them in", async () => {
    await once(start("die", folder), "exit");
    const stores = Array.from({ length: 20 }, () => ledgerFile(folder));
    await Promise.all(stores.map((store) => store.update((before = "") => ({ text: `${before}x` }))));
    assert.equal(fs.readFileSync(file, "utf8"), "x".repeat(20));
    assert.deepEqual(rest(), []);
  }).timeout(30_000);

  it("deletes the incomplete file of a killed process", async () => {
    const token = "0b7c8f5e-0000-4000-8000-000000000000";
    const gone = { ...ownMark(), pid: 2 ** 22 + 1, started: "1", token };
    fs.writeFileSync(path.join(folder, "ledger.lock"), JSON.stringify(gone));
    fs.writeFileSync(path.join(folder, `ledger.lock.${token}`), "half");
    // The process that was breaking it was killed too.
    fs.writeFileSync(path.join(folder, "ledger.lock.break"), JSON.stringify({ ...gone, token: "other" }));
    await ledgerFile(folder).update(() => ({ text: "whole" }));
    assert.deepEqual([fs.readFileSync(file, "utf8"), rest()], ["whole", []]);
  });

  if (process.platform === "linux")
    it("breaks the lock of a dead process whose number another process has", async () => {
      const earlier = { ...ownMark(), started: "1", token: "earlier" };
      fs.writeFileSync(path.join(folder, "ledger.lock"), JSON.stringify(earlier));
      await ledgerFile(folder).update(() => ({ text: "in" }));
      assert.deepEqual([fs.readFileSync(file, "utf8"), rest()], ["in", []]);
    });

  for (const [what, content] of [
    ["of another computer", JSON.stringify({ ...ownMark(), where: "elsewhere", token: "its" })],
    ["that nobody has signed", ""],
  ] as const)
    it(`waits for a lock ${what}, and breaks it if it is old`, async () => {
      const lock = path.join(folder, "ledger.lock");
      fs.writeFileSync(lock, content);
      const soon = ledgerFile(folder, { waitMs: 50 });
      await assert.rejects(
        soon.update(() => ({ text: "in" })),
        /is using it.*ledger\.lock/,
      );
      assert.ok(!fs.existsSync(file));
      const longAgo = new Date(Date.now() - 61_000);
      fs.utimesSync(lock, longAgo, longAgo);
      await soon.update(() => ({ text: "in" }));
      assert.deepEqual([fs.readFileSync(file, "utf8"), rest()], ["in", []]);
    });

  if (posix)
    it("is not written by a process that was suspended until its lock was broken", async () => {
      const still = start("stand-still", folder, "the past");
      await until(() => fs.existsSync(path.join(folder, "ledger.lock")));
      const lock = path.join(folder, "ledger.lock");
      await until(() => fs.readFileSync(lock, "utf8") !== "");
      await assert.rejects(
        ledgerFile(folder, { waitMs: 50 }).update(() => ({ text: "now" })),
        new RegExp(`Another process \\(${still.pid}\\) is using it`),
      );
      // As another computer sees it, which cannot detect that the process is running.
      const mark = JSON.parse(fs.readFileSync(lock, "utf8")) as object;
      fs.writeFileSync(lock, JSON.stringify({ ...mark, where: "elsewhere" }));
      await ledgerFile(folder, { abandonedMs: -1 }).update(() => ({ text: "now" }));
      still.kill("SIGCONT");
      assert.match(await still.said, /was taken over while this process was suspended/);
      assert.deepEqual([fs.readFileSync(file, "utf8"), rest()], ["now", []]);
    }).timeout(30_000);

  it("saves a damaged text byte for byte before replacing it", async () => {
    const damaged = Buffer.from([0x7b, 0xff, 0x00, 0x0a]);
    fs.writeFileSync(file, damaged);
    const put: string[] = [];
    const damages: Damage[] = [];
    const ledger = createLedger({
      store: ledgerFile(folder, { onSetAside: (name) => put.push(name) }),
      ...{ now: Date.now, owner: "here", onDamage: (damage) => damages.push(damage) },
    });
    assert.equal((await ledger.begin(attempt())).kind, "damaged");
    assert.deepEqual([put, fs.readFileSync(file)], [[], damaged]);
    await ledger.repair();
    assert.deepEqual([put.length, damages.length], [1, 1]);
    assert.match(path.basename(put[0]!), /^ledger\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.damaged$/);
    assert.deepEqual(fs.readFileSync(put[0]!), damaged);
    if (posix) assert.equal(fs.statSync(put[0]!).mode & 0o777, 0o600);
    begun(await ledger.begin(attempt()));
  });

  it("works again after a change that throws, and releases its lock", async () => {
    const store = ledgerFile(folder);
    const thrown = store.update(() => {
      throw new RangeError("a bug");
    });
    await assert.rejects(thrown, RangeError);
    await store.update(() => ({ text: "after" }));
    assert.deepEqual([await store.read(), rest()], ["after", []]);
  });

  describe("that cannot be written", () => {
    it("rejects with the file and the reason if its folder is a file, it is a folder, or its path is relative", async () => {
      fs.writeFileSync(path.join(folder, "a-file"), "");
      fs.mkdirSync(path.join(folder, "a-folder", ledgerName), { recursive: true });
      for (const [where, reason] of [
        [path.join(folder, "a-file"), /cannot be written\. Its folder's path is a file\.$/],
        [path.join(folder, "a-folder"), /cannot be written\. It is a folder, not a file\.$/],
        ["relative", /absolute path\.$/],
      ] as const)
        await assert.rejects(
          ledgerFile(where).update(() => ({ text: "x" })),
          (error: Error) => {
            assert.match(error.message, reason);
            return error.message.includes(path.join(where, ledgerName));
          },
        );
      assert.ok(!fs.existsSync("relative"));
    });

    if (posix)
      it("rejects in a read-only folder, but can still be read", async () => {
        await ledgerFile(folder).update(() => ({ text: "old" }));
        fs.chmodSync(file, 0o644);
        fs.chmodSync(folder, 0o555);
        // Permissions do not apply to root, so another user tries there.
        const euid = process.geteuid?.();
        if (euid === 0) process.seteuid?.(65_534);
        try {
          const store = ledgerFile(folder);
          await assert.rejects(
            store.update(() => ({ text: "new" })),
            /cannot be written\. You don't have permission/,
          );
          assert.equal(await store.read(), "old");
        } finally {
          if (euid === 0) process.seteuid?.(0);
          fs.chmodSync(folder, 0o755);
        }
        assert.deepEqual([fs.readFileSync(file, "utf8"), rest()], ["old", []]);
      });

    if (posix)
      for (const [what, blocks] of [
        ["the new one", 64],
        ["its lock", 0],
      ] as const)
        it(`keeps the old text if there is no space for ${what}, and leaves no files behind`, async () => {
          fs.writeFileSync(file, "old");
          const limited = `ulimit -f ${blocks}; exec "$@"`;
          const child = spawn(
            "/bin/sh",
            ["-c", limited, "sh", process.execPath, ...program, "write", folder, "", "1000000"],
            // The loader keeps what it compiled in files, for which there is no space either.
            { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, TSX_DISABLE_CACHE: "1" } },
          );
          children.push(child);
          assert.match(await text(child.stdout), /There is no space left on its disk\./);
          assert.deepEqual([fs.readFileSync(file, "utf8"), rest()], ["old", []]);
        }).timeout(30_000);
  });

  if (posix)
    describe("behind a link", () => {
      it("stays at the target of the link, and its lock is there", async () => {
        const real = path.join(folder, "real");
        fs.mkdirSync(real);
        fs.writeFileSync(path.join(real, "notes"), "0");
        fs.symlinkSync(path.join(real, "notes"), file);
        fs.symlinkSync(folder, path.join(real, "back"));
        const stores = [folder, path.join(real, "back")].map((name) => ledgerFile(name));
        await Promise.all(stores.map((store) => store.update((before) => ({ text: `${before}1` }))));
        assert.ok(fs.lstatSync(file).isSymbolicLink());
        assert.deepEqual(fs.readdirSync(real), ["back", "notes"]);
        assert.equal(fs.readFileSync(path.join(real, "notes"), "utf8"), "011");
      });

      it("is not treated as new if the link has no target", async () => {
        fs.symlinkSync(path.join(folder, "unmounted", "notes"), file);
        const store = ledgerFile(folder);
        await assert.rejects(store.read(), /It is a broken link/);
        await assert.rejects(
          store.update(() => ({ text: "new" })),
          /It is a broken link/,
        );
      });
    });
});
