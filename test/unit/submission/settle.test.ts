import assert from "node:assert/strict";
import type { CannotTell } from "../../../src/core/platform/find-campaign";
import { resolutionOf, settlementOf } from "../../../src/core/submission/settle";

const campaign = { id: "cd-1", name: "Spring", state: "Ready", contactLists: [] };
const incomplete: CannotTell = { kind: "cannot-tell", why: "incomplete" };
const tooSoon: CannotTell = { kind: "cannot-tell", why: "too-soon", lookAgainAt: 7 };
const failed: CannotTell = {
  ...{ kind: "cannot-tell", why: "unavailable" },
  outcome: { kind: "not-sent", reason: "refused", detail: "" },
};
const stopped: CannotTell = {
  ...{ kind: "cannot-tell", why: "unavailable" },
  outcome: { kind: "unknown", reason: "cancelled", detail: "" },
};
const found = { kind: "found", campaigns: [campaign] } as const;

describe("the result of a look-up", () => {
  for (const person of [undefined, "created", "not-created"] as const) {
    const says = person === undefined ? "" : `, when a person says ${person}`;

    it(`is the account's answer if there is one${says}`, () => {
      for (const finding of [found, { kind: "not-found" }] as const)
        assert.deepEqual(settlementOf(finding, person), { kind: "resolve", finding });
    });

    it(`is to wait while the platform may still create it${says}`, () =>
      assert.deepEqual(settlementOf(tooSoon, person), { kind: "wait", at: 7, doubt: tooSoon }));

    it(`is empty if it was stopped${says}`, () =>
      assert.deepEqual(settlementOf(stopped, person), { kind: "stopped" }));
  }

  for (const doubt of [incomplete, failed])
    it(`is a person's answer if the account has none (${doubt.why})`, () => {
      assert.deepEqual(settlementOf(doubt), { kind: "ask", doubt });
      for (const person of ["created", "not-created"] as const)
        assert.deepEqual(settlementOf(doubt, person), {
          kind: "resolve",
          finding: { kind: "person", created: person === "created" },
        });
    });

  it("is recorded with the ID and the state of the campaign", () => {
    assert.deepEqual(resolutionOf(found), {
      ...{ kind: "found", campaignId: "cd-1", campaignState: "Ready" },
    });
    const stateless = { id: "cd-1", name: "Spring", contactLists: [] };
    assert.deepEqual(resolutionOf({ kind: "found", campaigns: [stateless] }), {
      ...{ kind: "found", campaignId: "cd-1" },
    });
    for (const finding of [{ kind: "not-found" }, { kind: "person", created: false }] as const)
      assert.deepEqual(resolutionOf(finding), finding);
  });
});
