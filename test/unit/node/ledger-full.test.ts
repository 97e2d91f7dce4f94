import assert from "node:assert/strict";
import fs from "node:fs";
import fsPromises, { type FileHandle } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createLedger, type Ledger } from "../../../src/core/ledger/ledger";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { ledgerFile, ledgerName } from "../../../src/node/ledger/ledger-file";
import { accepted, attempt, begun, hashOf } from "../submission/attempts";
import { said, Scene } from "./submit-scene";

/** Makes a step of writing a ledger fail as the disk would, and returns what undoes it. */
type Breakage = (error: Error) => () => void;

function replace<T extends object, K extends keyof T>(owner: T, name: K, by: T[K]): () => void {
  const original = owner[name];
  owner[name] = by;
  return () => void (owner[name] = original);
}

/** Opens files whose method rejects, for a text after half of it is written. */
const failingHandle =
  (method: "writeFile" | "sync"): Breakage =>
  (error) => {
    const { open } = fsPromises;
    return replace(fsPromises, "open", async (...given) => {
      const handle: FileHandle = await open(...given);
      const writeFile = handle.writeFile.bind(handle);
      handle[method] = async (text?: unknown) => {
        if (typeof text === "string") await writeFile(text.slice(0, text.length / 2));
        throw error;
      };
      return handle;
    });
  };

const thrown = (error: Error) => (): never => {
  throw error;
};

const steps: Readonly<Record<string, Breakage>> = {
  "its lock": (error) => replace(fs, "openSync", thrown(error)),
  "the new file": (error) => replace(fsPromises, "open", () => Promise.reject(error)),
  "the new text": failingHandle("writeFile"),
  "flushing the new text": failingHandle("sync"),
  "replacing the old text": (error) => replace(fs, "renameSync", thrown(error)),
};

const reasons: Readonly<Record<string, RegExp>> = {
  ENOSPC: /There is no space left on its disk\.$/,
  EDQUOT: /There is no space left on its disk\.$/,
  EROFS: /Its disk is read-only\.$/,
};

const errorOf = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

describe("A ledger on a disk without space", () => {
  let folder: string;
  let repair: () => void;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "ledger-"));
    repair = () => undefined;
  });
  afterEach(() => {
    repair();
    fs.rmSync(folder, { recursive: true });
  });

  const open = (): Ledger =>
    createLedger({
      store: ledgerFile(folder),
      now: Date.now,
      owner: "here",
      onDamage: (damage) => assert.fail(JSON.stringify(damage)),
    });

  for (const [code, reason] of Object.entries(reasons))
    for (const [step, breakage] of Object.entries(steps))
      it(`keeps its entries and gives the reason if ${step} meets ${code}, and works again later`, async () => {
        const ledger = open();
        await ledger.finish(begun(await ledger.begin(attempt())), accepted);
        const before = fs.readFileSync(path.join(folder, ledgerName));
        const next = attempt({ campaign: "Summer", bodyHash: hashOf("b") });
        repair = breakage(errorOf(code));
        await assert.rejects(ledger.begin(next), (error: Error) => {
          assert.match(error.message, reason);
          return error.message.includes(path.join(folder, ledgerName));
        });
        repair();
        assert.deepEqual(fs.readdirSync(folder), [ledgerName]);
        assert.deepEqual(fs.readFileSync(path.join(folder, ledgerName)), before);
        begun(await ledger.begin(next));
        assert.deepEqual(
          (await open().history()).entries.map(({ campaign, state }) => `${campaign} ${state}`).sort(),
          ["Spring accepted", "Summer pending"],
        );
      });

  describe("when a campaign is submitted", () => {
    let at: Scene;
    beforeEach(async () => (at = await Scene.open()));
    afterEach(() => at.close());

    for (const [code, reason] of Object.entries(reasons)) {
      it(`sends nothing and gives the reason, with ${code}`, async () => {
        repair = steps["the new text"]!(errorOf(code));
        const refused = await at.run(["--yes"], { ledgerStore: () => ledgerFile(folder) });
        const { outcome, message } = said(refused);
        assert.deepEqual([refused.code, outcome, at.server.creations()], [4, "not-sent", 0]);
        assert.match(message, reason);
      });

      it(`reports the outcome with a warning if the disk is full after the request, with ${code}`, async () => {
        const { code: exitCode, err } = await at.run(["--yes"], {
          ledgerStore: () => ledgerFile(folder),
          transport: (request, options) => {
            repair();
            repair = steps["the new text"]!(errorOf(code));
            return fetchTransport(request, options);
          },
        });
        repair();
        assert.equal(exitCode, 0);
        assert.match(err, /^warning: The campaign was answered, but the result could not be saved/);
        const { entries, damage } = await open().history();
        assert.deepEqual([entries.map(({ state }) => state), damage], [["pending"], undefined]);
      });
    }
  });
});
