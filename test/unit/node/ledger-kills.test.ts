import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { createLedger, type Ledger } from "../../../src/core/ledger/ledger";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import { ledgerFile, ledgerName } from "../../../src/node/ledger/ledger-file";
import { tellFigure, times } from "../../run/endurance";
import { accepted, attempt, begun, hashOf } from "../submission/attempts";

const posix = process.platform !== "win32";
/** 0: each step once. */
const KILLS = times(0, 200);

describe("A process that is killed while it records a submission", () => {
  let folder: string;
  let program: string;
  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "kills-"));
    program = path.join(folder, "process.cjs");
    // In one file, because it starts many times.
    await build({
      entryPoints: [path.join(__dirname, "ledger-file-process.ts")],
      ...{ outfile: program, bundle: true, platform: "node", target: "node20", logLevel: "error" },
    });
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  const open = (place: string): Ledger =>
    createLedger({
      ...{ store: ledgerFile(place, { waitMs: 5_000 }), now: Date.now, owner: "here" },
      onDamage: () => assert.fail("It is damaged."),
    });

  /** Runs until the step, and returns what it printed: nothing if it was killed. */
  const killedAt = async (place: string, step: number): Promise<string> => {
    const child = spawn(process.execPath, [program, "die-before", place, "killed", String(step)]);
    const [said, [code, signal]] = await Promise.all([
      text(child.stdout),
      once(child, "exit") as Promise<[number | null, string | null]>,
    ]);
    if (said === "") assert.deepEqual([code, signal], [null, posix ? "SIGKILL" : null]);
    return said.trim();
  };

  it("loses no complete entry and blocks nobody, whatever step it had reached", async () => {
    const states = new Map<string, number>();
    let kills = 0;
    let steps = 0;
    for (let step = 0; kills < KILLS || KILLS === 0; step++) {
      const place = path.join(folder, `ledger-${kills}`);
      const earlier = await open(place).begin(attempt({ campaign: "finished" }));
      await open(place).finish(begun(earlier), accepted);
      begun(await open(place).begin(attempt({ campaign: "open", bodyHash: hashOf("b") })));
      const before = await entriesIn(place);

      const said = await killedAt(place, step);
      const after = await entriesIn(place);
      assert.deepEqual(after.slice(0, 2), before, `step ${step}`);
      const [killed, ...others] = after.slice(2);
      assert.deepEqual(others, []);
      const state = killed?.state ?? "absent";
      states.set(state, (states.get(state) ?? 0) + 1);

      begun(await open(place).begin(attempt({ campaign: "next", bodyHash: hashOf("c") })));
      const left = fs.readdirSync(place).filter((name) => name !== ledgerName);
      // A lock that never got its name hinders nobody.
      assert.deepEqual(
        left.filter((name) => !/^ledger\.lock\.[\w-]{36}\.lock$/.test(name)),
        [],
        `step ${step}`,
      );
      fs.rmSync(place, { recursive: true });
      if (said === '"begun"') {
        // It was not killed, because it has fewer steps.
        assert.equal(state, "accepted");
        steps = step;
        if (KILLS === 0) break;
        step = -1;
      } else kills++;
    }
    assert.ok(kills >= 20, `${kills} steps`);
    assert.deepEqual([...states.keys()].sort(), ["absent", "accepted", "pending"]);
    tellFigure(`kills, at ${steps} steps: ${JSON.stringify(Object.fromEntries(states))}`, kills);
  }).timeout(600_000);

  const entriesIn = async (place: string): Promise<readonly LedgerEntry[]> => {
    const { entries, damage } = await open(place).history();
    assert.equal(damage, undefined);
    return entries.toReversed();
  };
});
