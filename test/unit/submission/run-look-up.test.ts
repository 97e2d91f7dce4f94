import assert from "node:assert/strict";
import {
  again,
  consents,
  entry,
  found,
  inAdvance,
  knowing,
  sent,
  stoppedAfter,
  stoppedBefore,
  submitOn,
  unread,
} from "./run-scene";
import { START, unknown, type Computer } from "./attempts";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import { lookUpEntry } from "../../../src/core/submission/look-up";
import type { FindResult } from "../../../src/core/platform/find-campaign";

describe("a submission after one without a response", () => {
  const open = async (): Promise<Computer> => knowing(await entry("1", unknown));

  for (const [who, consent] of consents) {
    it(`is blocked if a person has to start the look-up, for ${who}`, async () => {
      const { end, questions, requests } = await submitOn(await open(), { consent });
      assert.ok(end.kind === "blocked" && end.by.kind === "unresolved");
      assert.deepEqual([end.by.entry.id, "doubt" in end.by, questions, requests], ["1", false, [], 0]);
    });

    it(`ends when the look-up finds it, without a question, for ${who}`, async () => {
      const at = await open();
      const { end, questions, requests } = await submitOn(at, { consent, find: () => found });
      assert.ok(end.kind === "found");
      assert.deepEqual([end.entry.id, end.finding, questions, requests], ["1", found, [], 0]);
      const [resolved] = (await at.window().history()).entries;
      assert.ok(resolved?.state === "unknown" && resolved.resolution?.kind === "found");
    });

    it(`continues when the look-up does not find it, for ${who}`, async () => {
      const { end, lookedUp, requests } = await submitOn(await open(), {
        ...{ consent, find: () => ({ kind: "not-found" }) },
      });
      assert.deepEqual([end.kind, lookedUp, requests], ["sent", ["1"], 1]);
    });

    it(`is blocked with the reason when the look-up is inconclusive, for ${who}`, async () => {
      for (const doubt of [
        unread,
        { kind: "cannot-tell", why: "incomplete" },
        { kind: "cannot-tell", why: "other-time", campaigns: found.campaigns },
        { kind: "cannot-tell", why: "too-soon", lookAgainAt: START + 60_000 },
      ] as const) {
        const at = await open();
        const { end, requests } = await submitOn(at, { consent, find: () => doubt });
        assert.ok(end.kind === "blocked" && end.by.kind === "unresolved");
        assert.deepEqual([end.by.doubt, requests], [doubt, 0]);
      }
    });

    it(`uses a person's answer if the account gives none, and shows it, for ${who}`, async () => {
      const find = (): FindResult => unread;
      const ran = await submitOn(await open(), { consent, find, personSays: "not-created" });
      assert.deepEqual([ran.end.kind, ran.requests], ["sent", 1]);
      const shown = ran.questions[0]?.prior ?? ran.warnings[0];
      assert.deepEqual(
        shown?.map(({ created }) => created),
        ["denied"],
      );
    });

    for (const outcome of [stoppedBefore, stoppedAfter])
      it(`is stopped during the look-up (${outcome.kind}), for ${who}`, async () => {
        const at = await open();
        const find = (): FindResult => ({ kind: "cannot-tell", why: "unavailable", outcome });
        const { end, requests } = await submitOn(at, { consent, find, personSays: "not-created" });
        assert.deepEqual([end, requests], [{ kind: "stopped" }, 0]);
        assert.equal((await submitOn(at, { consent })).end.kind, "blocked");
      });

    it(`is blocked when the result of the look-up cannot be recorded, for ${who}`, async () => {
      const at = await open();
      at.store.update = () => Promise.reject(new Error("disk full"));
      const { end, requests } = await submitOn(at, { consent, find: () => found });
      assert.deepEqual(end, { kind: "blocked", by: { kind: "not-noted", detail: "disk full" } });
      assert.equal(requests, 0);
    });
  }

  it("is stopped while the result of the look-up waits for the log", async () => {
    const at = await open();
    const stop = new AbortController();
    at.store.update = () => {
      stop.abort();
      return Promise.reject(stop.signal.reason as Error);
    };
    const { end } = await submitOn(at, { consent: inAdvance, find: () => found, signal: stop.signal });
    assert.deepEqual(end, { kind: "stopped" });
  });

  it("is blocked when the log cannot be read for the look-up", async () => {
    const at = await open();
    const whole = { ...at.store };
    let reads = 0;
    at.store.read = () => (++reads === 1 ? whole.read() : Promise.reject(new Error("no access")));
    const { end, lookedUp } = await submitOn(at, { find: () => found });
    assert.deepEqual(end, { kind: "blocked", by: { kind: "unreadable", detail: "no access" } });
    assert.deepEqual(lookedUp, ["1"]);
  });

  it("looks up several submissions one after the other", async () => {
    const at = knowing(await entry("1", unknown), await entry("2", unknown, START + 1));
    const { end, lookedUp } = await submitOn(at, { find: () => ({ kind: "not-found" }) });
    assert.deepEqual([end.kind, lookedUp], ["sent", ["2", "1"]]);
  });

  it("does not treat a submission that another process resolved meanwhile as its own", async () => {
    const created = { kind: "person", created: true } as const;
    const at = await open();
    const find = async (): Promise<FindResult> => {
      assert.ok(await at.window("another").resolve("1", created));
      return { kind: "not-found" };
    };
    const { end, requests } = await submitOn(at, { consent: again, find });
    assert.ok(end.kind === "exists");
    assert.deepEqual([end.duplicate.entryId, requests], ["1", 0]);
  });

  it("is blocked when the owner of the earlier one is still running", async () => {
    const left = { ...(await sent()), id: "1", at: START };
    const at = knowing({ ...left, state: "pending", owner: "slow", leaseUntil: START + 5_000 });
    const find = async (): Promise<FindResult> => {
      await at.window("slow").renew({ ...left, state: "pending", owner: "slow", leaseUntil: START });
      return { kind: "not-found" };
    };
    const { end, requests } = await submitOn(at, { find });
    assert.ok(end.kind === "blocked" && end.by.kind === "under-way");
    assert.equal(requests, 0);
  });

  const tooSoon = { kind: "cannot-tell", why: "too-soon", lookAgainAt: START + 60_000 } as const;

  it("looks it up again when the platform must have finished", async () => {
    for (const later of [found, { kind: "not-found" }] as const) {
      const waits: number[] = [];
      const wait = (until: number): Promise<void> => Promise.resolve(void waits.push(until));
      const find = (): FindResult => (waits.length < 2 ? tooSoon : later);
      const { end } = await submitOn(await open(), { find, wait });
      assert.equal(end.kind, later.kind === "found" ? "found" : "sent");
      assert.deepEqual(waits, [START + 60_000, START + 60_000]);
    }
  });

  it("is stopped while it waits for that", async () => {
    let stopped = false;
    const wait = (): Promise<void> => Promise.resolve(void (stopped = true));
    const find = (): FindResult =>
      stopped ? { kind: "cannot-tell", why: "unavailable", outcome: stoppedBefore } : tooSoon;
    const { end, requests } = await submitOn(await open(), { find, wait });
    assert.deepEqual([end, requests], [{ kind: "stopped" }, 0]);
  });

  it("uses the current log for the look-up, not what was read earlier", async () => {
    const ledger = (await open()).window();
    const stale: LedgerEntry = {
      ...{ ...(await sent()), id: "1", at: START },
      ...{ state: "pending", owner: "gone", leaseUntil: START + 99 },
    };
    const gaveUp: number[] = [];
    for (const one of [stale, { ...stale, id: "2" }])
      await lookUpEntry({
        ...{ ledger, entry: one, signal: new AbortController().signal },
        find: ({ gaveUpAt }) => {
          gaveUp.push(gaveUpAt);
          return Promise.resolve(unread);
        },
      });
    assert.deepEqual(gaveUp, [START, START + 99]);
  });
});
