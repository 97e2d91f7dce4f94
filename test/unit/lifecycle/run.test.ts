import assert from "node:assert/strict";
import type { Consent } from "../../../src/core/lifecycle/next-step";
import type { Trigger } from "../../../src/core/platform/existing/trigger-campaign";
import type { Outcome } from "../../../src/core/platform/outcome";
import { computer, START } from "../submission/attempts";
import { accepted, ask, changed, entry, history, inAdvance, knowing, lost } from "./scene";
import { answered, endOf, timeout, triggerOn } from "./scene";

describe("runTrigger", () => {
  const decisions: readonly (readonly [Trigger, string, ask: string, inAdvance: string])[] = [
    ["start", "Ready", "sent accepted", "sent accepted"],
    ["start", "Active", "exists Active", "exists Active"],
    ["start", "active ", "exists active ", "exists active "],
    ["start", "Preparing", "refused preparing", "refused preparing"],
    ["start", "Scheduled", "refused scheduled", "refused scheduled"],
    ["start", "Rescheduled", "refused scheduled", "refused scheduled"],
    ["start", "Paused", "refused paused", "refused paused"],
    ["start", "Stopped", "sent accepted", "refused ran-before"],
    ["start", "Completed", "sent accepted", "refused ran-before"],
    ["start", "Rerun", "sent accepted", "refused unknown-state"],
    ["stop", "Active", "sent accepted", "sent accepted"],
    ["stop", "Paused", "sent accepted", "sent accepted"],
    ["stop", "Rerun", "sent accepted", "sent accepted"],
    ["stop", "Stopped", "exists Stopped", "exists Stopped"],
    ["stop", "Ready", "exists Ready", "exists Ready"],
    ["stop", "Completed", "exists Completed", "exists Completed"],
    ["stop", "Preparing", "refused preparing", "refused preparing"],
    ["stop", "Scheduled", "refused scheduled", "refused scheduled"],
  ];
  for (const [trigger, state, asked, advance] of decisions)
    for (const [who, consent, end] of [
      ["a person who is asked", ask, asked],
      ["--yes", inAdvance, advance],
    ] as const)
      it(`${trigger} of a campaign that is ${state}, with ${who}: ${end}`, async () => {
        const at = computer();
        const ran = await triggerOn(at, { trigger, consent, states: [state] });
        const sends = end.startsWith("sent");
        assert.deepEqual(
          [endOf(ran), ran.requests, ran.questions.length],
          [end, sends ? 1 : 0, sends && consent === ask ? 1 : 0],
        );
        assert.deepEqual(await history(at), sends ? [`${trigger} accepted`] : []);
      });

  it("asks with a warning that everyone is called again after an earlier run", async () => {
    const again = async (state: string, at = computer()): Promise<unknown> =>
      (await triggerOn(at, { states: [state] })).questions[0]?.again;
    assert.equal(await again("Ready"), false);
    assert.equal(await again("Stopped"), true);
    assert.equal(await again("Completed"), true);
    // The platform may return to Ready after a stop, so the ledger counts too.
    const before = knowing(
      await entry("one", "start", accepted("Active")),
      await entry("two", "stop", accepted("Stopped"), START + 1_000),
    );
    assert.equal(await again("Ready", before), true);
    const refused = knowing(await entry("one", "start", { kind: "not-sent", reason: "dns", detail: "" }));
    assert.equal(await again("Ready", refused), false);
  });

  it("--again covers an earlier run, but none that was started after this process", async () => {
    const again: Consent = { ...inAdvance, again: true };
    const earlier = knowing(await entry("one", "start", accepted("Active"), START));
    assert.equal(endOf(await triggerOn(earlier, { consent: again, states: ["Completed"] })), "sent accepted");
    const later = knowing(await entry("one", "start", accepted("Active"), START + 6_000));
    const ran = await triggerOn(later, { consent: again, states: ["Ready"] });
    assert.deepEqual([endOf(ran), ran.requests], ["refused changed", 0]);
  });

  it("sends nothing after a no", async () => {
    const at = computer();
    const ran = await triggerOn(at, { states: ["Ready"], answers: [() => false] });
    assert.deepEqual([endOf(ran), ran.requests], ["declined", 0]);
    assert.deepEqual(await history(at), []);
  });

  it("reads the state again after the answer, and sends nothing if it changed", async () => {
    for (const [latest, end] of [
      ["Active", "exists Active"],
      ["Scheduled", "refused changed"],
      ["Stopped", "refused changed"],
    ] as const) {
      const ran = await triggerOn(computer(), { states: ["Ready", latest] });
      assert.deepEqual([endOf(ran), ran.requests, ran.reads], [end, 0, 2]);
    }
  });

  it("starts again if another window started it after the yes", async () => {
    const at = computer();
    const elsewhere = async (): Promise<boolean> => {
      await triggerOn(at, { states: ["Ready"] });
      return true;
    };
    // The platform is slow: the second read does not show the start of the other window.
    const ran = await triggerOn(at, { states: ["Ready", "Ready", "Active"], answers: [elsewhere] });
    assert.deepEqual([endOf(ran), ran.requests], ["exists Active", 0]);
    assert.deepEqual(await history(at), ["start accepted"]);
  });

  it("sends one request of two at the same moment", async () => {
    const at = computer();
    let respond = (): void => undefined;
    const waits = new Promise<void>((resolve) => (respond = resolve));
    const first = triggerOn(at, {
      consent: inAdvance,
      states: ["Ready"],
      respond: async () => {
        await waits;
        return answered(200, { status: "Active" });
      },
    });
    while ((await history(at)).length === 0) await new Promise(setImmediate);
    const second = await triggerOn(at, { consent: inAdvance, states: ["Ready"] });
    respond();
    assert.deepEqual(
      [endOf(second), second.requests, endOf(await first)],
      ["blocked under-way", 0, "sent accepted"],
    );
  });

  describe("after a start without a response", () => {
    const unresolved = async () => knowing(await entry("one", "start", lost));

    it("takes the state Active as proof, and sends nothing", async () => {
      for (const consent of [ask, inAdvance]) {
        const at = await unresolved();
        const ran = await triggerOn(at, { consent, states: ["Active"] });
        assert.deepEqual([endOf(ran), ran.requests, ran.questions], ["exists Active", 0, []]);
        assert.deepEqual(await history(at), ["start unknown (found)"]);
      }
    });

    it("is the same for a stop: its state proves it", async () => {
      const at = knowing(await entry("one", "stop", lost));
      const ran = await triggerOn(at, { trigger: "stop", consent: inAdvance, states: ["Stopped"] });
      assert.deepEqual([endOf(ran), ran.requests], ["exists Stopped", 0]);
      assert.deepEqual(await history(at), ["stop unknown (found)"]);
      const other = knowing(await entry("one", "stop", lost));
      const again = await triggerOn(other, { trigger: "stop", consent: inAdvance, states: ["Active"] });
      assert.deepEqual([endOf(again), again.requests], ["sent accepted", 1]);
    });

    it("asks a person who reads about it, and records the answer", async () => {
      const at = await unresolved();
      const ran = await triggerOn(at, { states: ["Ready"] });
      assert.equal(ran.questions[0]?.unresolved?.id, "one");
      assert.deepEqual([endOf(ran), ran.requests, ran.questions.length], ["sent accepted", 1, 1]);
      assert.deepEqual(await history(at), ["start accepted", "start unknown (person false)"]);
    });

    it("stays unresolved after a no", async () => {
      const at = await unresolved();
      await triggerOn(at, { states: ["Ready"], answers: [() => false] });
      assert.deepEqual(await history(at), ["start unknown"]);
    });

    it("sends nothing with --yes, unless a person looked", async () => {
      const at = await unresolved();
      const ran = await triggerOn(at, { consent: inAdvance, states: ["Ready"] });
      assert.deepEqual([endOf(ran), ran.requests], ["blocked unresolved", 0]);
      const looked = await triggerOn(at, { consent: { ...inAdvance, lookedUp: true }, states: ["Ready"] });
      assert.deepEqual([endOf(looked), looked.requests], ["sent accepted", 1]);
    });

    it("stops it at once", async () => {
      const at = await unresolved();
      const ran = await triggerOn(at, { trigger: "stop", consent: inAdvance, states: ["Active"] });
      assert.deepEqual([endOf(ran), ran.requests], ["sent accepted", 1]);
    });

    it("does not call it stopped while the start may still take effect", async () => {
      const at = await unresolved();
      const stop = { trigger: "stop", consent: inAdvance, states: ["Ready"] } as const;
      assert.equal(endOf(await triggerOn(at, stop)), "refused starting");
      at.now = START + 120_000;
      assert.equal(endOf(await triggerOn(at, stop)), "exists Ready");
      const done = knowing(await entry("one", "start", accepted("Active")));
      assert.equal(endOf(await triggerOn(done, stop)), "exists Ready");
    });

    it("is the case for a process that was killed while it waited", async () => {
      const at = computer();
      await at.window().begin(await changed("start"));
      at.now += 60_000;
      const ran = await triggerOn(at, { consent: inAdvance, states: ["Ready"] });
      assert.deepEqual([endOf(ran), ran.requests], ["blocked unresolved", 0]);
      assert.equal(endOf(await triggerOn(at, { consent: inAdvance, states: ["Active"] })), "exists Active");
      assert.deepEqual(await history(at), ["start unknown (found)"]);
    });
  });

  describe("without a clear response now", () => {
    it("reads the state instead of guessing", async () => {
      for (const [trigger, after] of [
        ["start", "Active"],
        ["stop", "Stopped"],
        ["stop", "Ready"],
      ] as const) {
        const at = computer();
        const states = [trigger === "start" ? "Ready" : "Active"];
        const ran = await triggerOn(at, { trigger, states, respond: () => timeout, after });
        assert.deepEqual([endOf(ran), ran.requests], [`sent unknown, ${after}`, 1]);
        assert.deepEqual(await history(at), [`${trigger} unknown (found)`]);
      }
    });

    it("stays unknown if the state proves nothing or cannot be read", async () => {
      for (const after of ["Ready", "Completed", undefined]) {
        const at = computer();
        const script = { states: ["Ready"], respond: () => timeout };
        const ran = await triggerOn(at, after === undefined ? script : { ...script, after });
        assert.deepEqual([endOf(ran), ran.requests], ["sent unknown", 1]);
        assert.deepEqual(await history(at), ["start unknown"]);
      }
    });

    it("does not read the state after a clear no", async () => {
      const at = computer();
      const respond = () => answered(400, { errors: [{ msg: "no", code: 400 }] });
      const ran = await triggerOn(at, { states: ["Ready"], respond, after: "Active" });
      assert.equal(endOf(ran), "sent rejected");
      assert.deepEqual(await history(at), ["start rejected"]);
    });
  });

  it("sends nothing if the state cannot be read, before or after the question", async () => {
    const outcome: Outcome = { kind: "rate-limited", httpStatus: 429, messages: [], response: "" };
    const unavailable = { kind: "unavailable", outcome } as const;
    for (const states of [[unavailable], ["Ready", unavailable]]) {
      const ran = await triggerOn(computer(), { states });
      assert.deepEqual([endOf(ran), ran.requests], ["unread rate-limited", 0]);
    }
    const stopped = { kind: "unavailable", outcome: { kind: "cancelled" } } as const;
    assert.equal(endOf(await triggerOn(computer(), { states: [stopped] })), "stopped");
  });

  it("sends nothing that it cannot record, and nothing without a readable ledger", async () => {
    const at = computer();
    const breaks = (): boolean => {
      at.store.broken = new Error("disk full");
      return true;
    };
    const ran = await triggerOn(at, { states: ["Ready"], answers: [breaks] });
    assert.deepEqual([endOf(ran), ran.requests], ["blocked not-noted", 0]);
    assert.equal(endOf(await triggerOn(at, { states: ["Ready"] })), "blocked unreadable");
  });

  it("repairs a damaged ledger, and then asks a person or sends nothing", async () => {
    const damaged = computer("not a ledger\n");
    const refused = await triggerOn(damaged, { consent: inAdvance, states: ["Ready"] });
    assert.deepEqual([endOf(refused), refused.requests], ["blocked damaged", 0]);
    const asked = await triggerOn(computer("not a ledger\n"), { states: ["Ready"] });
    assert.deepEqual([endOf(asked), asked.requests], ["sent accepted", 1]);
  });
});
