import assert from "node:assert/strict";
import {
  again,
  answered,
  ask,
  consents,
  entry,
  found,
  inAdvance,
  knowing,
  sent,
  states,
  submitOn,
  success,
  timeout,
} from "./run-scene";
import { accepted, attempt, computer, START, type Computer } from "./attempts";
import type { Answer } from "../../../src/core/submission/run";
import type { Outcome } from "../../../src/core/platform/outcome";
import type { HttpResult } from "../../../src/core/platform/transport";
import type { PendingEntry } from "../../../src/core/ledger/entry";
import { MAX_ENTRIES } from "../../../src/core/ledger/ledger-text";

describe("a submission", () => {
  for (const [who, consent] of consents)
    describe(`with ${who}`, () => {
      it("is sent once when nothing is known about it, and recorded", async () => {
        const at = computer();
        const { end, questions, warnings, requests } = await submitOn(at, { consent });
        assert.ok(end.kind === "sent" && end.submission.outcome.kind === "accepted");
        assert.equal(end.entry?.state, "accepted");
        const asked = consent.kind === "ask" ? [{ kind: "confirm", prior: [] }] : [];
        assert.deepEqual([questions, warnings, requests], [asked, asked.length === 1 ? [] : [[]], 1]);
        assert.deepEqual(await states(at), ["accepted"]);
      });

      it("is blocked while the same campaign is in progress", async () => {
        const at = knowing({
          ...{ ...(await sent()), id: "1", at: START },
          ...{ state: "pending", owner: "another", leaseUntil: START + 20_000 },
        });
        const { end, questions, requests } = await submitOn(at, { consent, find: () => found });
        assert.ok(end.kind === "blocked" && end.by.kind === "under-way");
        assert.deepEqual([end.by.entry.id, questions, requests], ["1", [], 0]);
      });

      it("is blocked while the log is full of unresolved entries", async () => {
        const open = (index: number): PendingEntry => ({
          ...attempt({ bodyHash: index.toString(16).padStart(64, "0") }),
          ...{ id: String(index), at: START, state: "pending", owner: "gone", leaseUntil: START },
        });
        const at = knowing(...Array.from({ length: MAX_ENTRIES }, (_, index) => open(index)));
        const { end, questions, requests } = await submitOn(at, { consent });
        assert.deepEqual([end, questions, requests], [{ kind: "blocked", by: { kind: "full" } }, [], 0]);
      });

      it("is blocked when the log cannot be read", async () => {
        const at = computer();
        at.store.broken = new Error("no access");
        const { end, questions, requests } = await submitOn(at, { consent });
        assert.deepEqual(end, { kind: "blocked", by: { kind: "unreadable", detail: "no access" } });
        assert.deepEqual([questions, requests], [[], 0]);
      });

      it("is not sent when it cannot be recorded first", async () => {
        const at = computer();
        at.store.update = () => Promise.reject(new Error("disk full"));
        const { end, requests } = await submitOn(at, { consent });
        assert.deepEqual(end, { kind: "blocked", by: { kind: "not-noted", detail: "disk full" } });
        assert.equal(requests, 0);
      });

      it("is sent when only its outcome cannot be recorded", async () => {
        const at = computer();
        const respond = (): HttpResult => {
          at.store.broken = new Error("disk full");
          return success;
        };
        const { end, requests } = await submitOn(at, { consent, respond });
        assert.ok(end.kind === "sent" && end.submission.outcome.kind === "accepted");
        assert.deepEqual(["entry" in end, requests], [false, 1]);
      });

      it("ends with the outcome of its one request, whatever the outcome is", async () => {
        for (const [respond, kind] of [
          [answered(400, { errors: [{ msg: "Bad name", code: 400 }] }), "rejected"],
          [timeout, "unknown"],
          [{ kind: "failed", left: false, reason: "dns", detail: "" }, "not-sent"],
        ] as const) {
          const { end, requests } = await submitOn(computer(), { consent, respond: () => respond });
          assert.ok(end.kind === "sent" && end.submission.outcome.kind === kind);
          assert.equal(requests, 1);
        }
      });

      it("is stopped before it is sent while another process uses the log", async () => {
        const at = computer();
        const stop = new AbortController();
        at.store.update = () => {
          stop.abort();
          return Promise.reject(stop.signal.reason as Error);
        };
        const { end, requests } = await submitOn(at, { consent, signal: stop.signal });
        assert.deepEqual([end, requests], [{ kind: "stopped" }, 0]);
      });

      it("may have been created when it is stopped after it was sent", async () => {
        const at = computer();
        const respond = (): HttpResult => ({ kind: "failed", left: true, reason: "cancelled", detail: "" });
        const { end } = await submitOn(at, { consent, respond });
        assert.ok(end.kind === "sent");
        assert.deepEqual([end.submission.outcome.kind, await states(at)], ["unknown", ["unknown"]]);
      });

      it("is sent again after one that created nothing, without a warning", async () => {
        const rejected: Outcome = { kind: "rejected", httpStatus: 400, messages: [], response: {} };
        const notSent: Outcome = { kind: "not-sent", reason: "dns", detail: "" };
        const at = knowing(await entry("1", rejected), await entry("2", notSent));
        const { end, questions, warnings, requests } = await submitOn(at, { consent });
        assert.equal(end.kind, "sent");
        assert.deepEqual(
          [[...questions, ...warnings].flatMap((one) => ("prior" in one ? one.prior : one)), requests],
          [[], 1],
        );
      });

      it("ignores the submissions of another account", async () => {
        const at = knowing(await entry("1", accepted, START, { accountId: "account-2" }));
        const { end, questions, warnings } = await submitOn(at, { consent });
        assert.equal(end.kind, "sent");
        assert.deepEqual([questions[0]?.prior ?? [], warnings[0] ?? []], [[], []]);
      });
    });

  describe("whose log is damaged", () => {
    const damaged = (): Computer => computer("not a ledger\n");

    for (const [who, consent, ifDamaged] of [
      ["a person who is asked in the editor", ask, "block"],
      ["--yes", inAdvance, "ask"],
      ["--again", again, "ask"],
    ] as const)
      it(`is blocked, repairs it and is sent the next time, for ${who}`, async () => {
        const at = damaged();
        const { end, requests } = await submitOn(at, { consent, ifDamaged });
        assert.ok(end.kind === "blocked" && end.by.kind === "damaged");
        assert.deepEqual([at.damages.length, at.store.aside, requests], [1, ["not a ledger\n"], 0]);
        assert.equal((await submitOn(at, { consent, ifDamaged })).end.kind, "sent");
      });

    it("is asked about if the person sees the damage first", async () => {
      const at = damaged();
      let warnedFirst = false;
      const answer = (): Answer<string> => {
        warnedFirst = at.damages.length === 1;
        return { yes: true };
      };
      const { end, questions } = await submitOn(at, { ifDamaged: "ask", answers: [answer] });
      assert.deepEqual([end.kind, questions.length, warnedFirst], ["sent", 1, true]);
    });

    it("is blocked when it cannot be repaired, and can be stopped meanwhile", async () => {
      const at = damaged();
      at.store.update = () => Promise.reject(new Error("disk full"));
      const { end } = await submitOn(at, { ifDamaged: "ask" });
      assert.deepEqual(end, { kind: "blocked", by: { kind: "not-noted", detail: "disk full" } });
      assert.deepEqual((await submitOn(at, { signal: AbortSignal.abort() })).end, { kind: "stopped" });
    });
  });
});
