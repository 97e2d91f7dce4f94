import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createLedger } from "../../src/core/ledger/ledger";
import type { LedgerEntry } from "../../src/core/ledger/entry";
import type { LedgerStore } from "../../src/core/ledger/store";
import { ledgerFile } from "../../src/node/ledger/ledger-file";
import { mintPracticeToken, startPracticeServer, type PracticeServer } from "../../src/node/practice/server";
import { tellFigure, times } from "../run/endurance";
import { sample, submit } from "../unit/node/submit-run";
import { cases, EXIT, type FaultCase } from "./cases";
import { buildProgram, type Program } from "./program";
import { PATIENCE_SECONDS, tryFault, type Tried } from "./try-fault";

type Kind = keyof typeof cases;

/** One fault of each kind, then the next of each. Without those that change what this whole process trusts. */
const faults: readonly (readonly [Kind, FaultCase])[] = (() => {
  const byKind = Object.entries(cases).map(([kind, all]) =>
    all.filter(({ trusted }) => trusted === undefined).map((fault) => [kind as Kind, fault] as const),
  );
  const most = Math.max(...byKind.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) => byKind.flatMap((all) => all.slice(turn, turn + 1))).flat();
})();

const SUBMISSIONS = times(100, 1_000);
const AT_ONCE = 10;
/** One submission in this many meets a fault. */
const FAULTY_ONE_IN = 10;

describe(`${SUBMISSIONS} submissions, ${AT_ONCE} at a time`, () => {
  let folder: string;
  let practice: PracticeServer;
  let created: Map<string, number>;
  /** One for this process, as a window of the editor has one for all its submissions. */
  let store: LedgerStore;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "load-"));
    created = new Map();
    store = ledgerFile(path.join(folder, "ledger"));
    practice = await startPracticeServer({
      onAnswer: ({ method, body }) => {
        const { name } = JSON.parse(body) as { readonly name: string };
        if (method === "POST") created.set(name, (created.get(name) ?? 0) + 1);
      },
    });
  });
  afterEach(async () => {
    await practice.close();
    await rm(folder, { recursive: true });
  });

  /** Submits one campaign as the command does, with a ledger that other submissions use at the same time. */
  const submitted = async (
    name: string,
    host: string,
    { seconds = PATIENCE_SECONDS, large }: Pick<FaultCase, "seconds" | "large"> = {},
    onStop: (stop: () => void) => void = () => undefined,
  ) => {
    const file = path.join(folder, `${name}.campaign.json`);
    const { default: campaign } = (await import(sample)) as { readonly default: object };
    const notes = large ? { notes: "x".repeat(2 ** 19) } : {};
    await writeFile(file, JSON.stringify({ ...campaign, name, ...notes }));
    // An account of its own, because the practice server allows 60 calls a minute for each.
    const to = ["--host", host, "--account-id", name, "--stream-id", "st-1"];
    const { code, out } = await submit(
      [file, ...to, "--yes", "--format", "json", "--timeout", String(seconds)],
      {
        env: { CAMPAIGN_JSON_TOKEN: mintPracticeToken() },
        ledgerStore: () => store,
        onInterrupt: (listener) => {
          onStop(listener);
          return () => undefined;
        },
      },
    );
    await rm(file);
    return { code, outcome: JSON.parse(out) as Tried["outcome"] };
  };

  it("have one outcome, at most one request and one ledger entry each, though one in ten meets a fault", async () => {
    const expected = new Map<string, Kind>();
    const submitNext = async (index: number): Promise<void> => {
      const name = `campaign-${index}`;
      const [kind, fault] = faults[Math.floor(index / FAULTY_ONE_IN) % faults.length]!;
      if (index % FAULTY_ONE_IN > 0) {
        expected.set(name, "accepted");
        const { code, outcome } = await submitted(name, practice.origin);
        assert.deepEqual([code, outcome["outcome"]], [0, "accepted"], JSON.stringify(outcome).slice(0, 500));
        return;
      }
      expected.set(name, kind);
      await tryFault(fault, kind, async (host, _proxy, onStop) => {
        const { code, outcome } = await submitted(name, host, fault, onStop);
        assert.equal(code, EXIT[kind], `${fault.what}: ${JSON.stringify(outcome).slice(0, 500)}`);
        return outcome;
      });
    };
    const start = performance.now();
    const waiting = Array.from({ length: SUBMISSIONS }, (_, index) => index).values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const index of waiting) await submitNext(index);
      }),
    );
    tellFigure("seconds", ((performance.now() - start) / 1000).toFixed(1));

    const { entries, damage } = await historyOf(path.join(folder, "ledger"));
    assert.equal(damage, undefined);
    assert.deepEqual(
      entries.map(({ campaign, state }) => `${campaign} ${state}`).sort(),
      [...expected].map(([name, kind]) => `${name} ${kind}`).sort(),
    );
    const requests = SUBMISSIONS - Math.ceil(SUBMISSIONS / FAULTY_ONE_IN);
    assert.deepEqual([created.size, [...created.values()].filter((count) => count !== 1)], [requests, []]);
    tellFigure("bytes of the ledger", JSON.stringify(entries).length);
  }).timeout(SUBMISSIONS * 3_000);
});

const ROUNDS = times(3, 100);

describe("Ten processes that submit the same file", () => {
  let folder: string;
  let program: Program;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "load-"));
    program = await buildProgram();
  });
  after(async () => {
    await program.remove();
    await rm(folder, { recursive: true });
  });

  it(`send one request, ${ROUNDS} times in a row`, async () => {
    const tally: Record<string, number> = {};
    for (let round = 1; round <= ROUNDS; round++) {
      let creations = 0;
      const practice = await startPracticeServer({
        onAnswer: ({ method }) => (creations += method === "POST" ? 1 : 0),
      });
      const ledger = path.join(folder, String(round));
      const env = { CAMPAIGN_JSON_TOKEN: mintPracticeToken(), CAMPAIGN_JSON_LEDGER: ledger };
      const to = ["--host", practice.origin, "--account-id", "account-1", "--stream-id", "st-1"];
      const runs = await Promise.all(
        Array.from({ length: 10 }, () =>
          program.run(["submit", sample, ...to, "--yes", "--format", "json"], { env }),
        ),
      );
      await practice.close();
      const outcomes = runs.map(({ out }) => {
        const { outcome, reason } = JSON.parse(out) as { readonly outcome: string; readonly reason?: string };
        return reason ?? outcome;
      });
      for (const outcome of outcomes) tally[outcome] = (tally[outcome] ?? 0) + 1;
      const sent = outcomes.filter((outcome) => outcome === "accepted").length;
      assert.deepEqual([creations, sent], [1, 1], `round ${round}: ${outcomes.join()}`);
      for (const outcome of outcomes)
        assert.ok(["accepted", "exists", "under-way"].includes(outcome), `round ${round}: ${outcome}`);
      const { entries, damage } = await historyOf(ledger);
      assert.deepEqual([entries.map(({ state }) => state), damage], [["accepted"], undefined]);
    }
    for (const [outcome, count] of Object.entries(tally)) tellFigure(outcome, count);
  }).timeout(ROUNDS * 30_000);
});

async function historyOf(
  folder: string,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly damage?: unknown }> {
  const ledger = createLedger({
    ...{ store: ledgerFile(folder), now: Date.now, owner: "reader" },
    onDamage: () => assert.fail("The ledger is damaged."),
  });
  return ledger.history();
}
