import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/platform/outcome";
import { computer } from "../submission/attempts";
import { endOf, inAdvance, triggerOn } from "./scene";

describe("The question of runTrigger", () => {
  it("reads the campaign before the question about a start, and again before the request", async () => {
    const values = { contactLists: ["A"] };
    const ran = await triggerOn(computer(), { states: ["Ready"], campaigns: [values] });
    assert.deepEqual([endOf(ran), ran.questions[0]?.values, ran.campaignReads], ["sent accepted", values, 2]);
    // The state is read last, because it shows a start by another person.
    assert.deepEqual(ran.order, ["state", "campaign", "question", "campaign", "state", "request"]);
    for (const script of [
      { trigger: "stop", states: ["Active"] },
      { consent: inAdvance, states: ["Ready"] },
    ] as const)
      assert.equal((await triggerOn(computer(), { ...script, campaigns: [values] })).campaignReads, 0);
  });

  it("sends nothing when the campaign changed after the question was shown, or cannot be read again", async () => {
    const unreached: Outcome = { kind: "not-sent", reason: "refused", detail: "" };
    for (const [later, end] of [
      [{ contactLists: ["B"] }, "refused changed"],
      [unreached, "unread not-sent"],
    ] as const) {
      const campaigns = [{ contactLists: ["A"] }, later];
      const ran = await triggerOn(computer(), { states: ["Ready"], campaigns });
      assert.deepEqual([endOf(ran), ran.requests], [end, 0]);
    }
  });

  it("asks without the campaign when it cannot be read", async () => {
    const ran = await triggerOn(computer(), {
      states: ["Ready"],
      campaigns: [{ kind: "not-sent", reason: "refused", detail: "" }],
    });
    assert.deepEqual(
      [endOf(ran), ran.questions[0]?.values, ran.campaignReads],
      ["sent accepted", undefined, 1],
    );
    assert.equal(ran.questions[0]?.unread?.kind, "not-sent");
    const stopped = await triggerOn(computer(), { states: ["Ready"], campaigns: [{ kind: "cancelled" }] });
    assert.deepEqual([endOf(stopped), stopped.questions.length], ["stopped", 0]);
  });
});
