import assert from "node:assert/strict";
import { rejectedFields } from "../../../src/core/answer/rejected-fields";
import { toOutcome } from "../../../src/core/platform/read-outcome";
import type { Outcome } from "../../../src/core/platform/outcome";

const answer = (status: number, value: object): Outcome =>
  toOutcome({ kind: "answered", status, headers: {}, text: JSON.stringify(value) }, 0);
const success = { status: "success", data: { id: "cd-1" } };

describe("an error in another format than the vendor's", () => {
  for (const [what, more] of [
    ["a sentence", { errors: ["contactLists[0] does not exist"] }],
    ["a message", { errors: [{ message: "name exists", code: 412 }] }],
    ["one that says nothing", { errors: [{ code: 412 }] }],
    ["an object for a list", { errors: { name: "exists" } }],
    ["one error for a list", { error: { message: "name exists" } }],
    ["a word", { error: "invalid" }],
    ["errors in data", { data: { id: "cd-1", errors: [{ message: "nope" }] } }],
    ["validationErrors", { validationErrors: [{ message: "nope" }] }],
    ["issues", { issues: [{ message: "nope" }] }],
  ] as const)
    it(`makes a success uncertain (${what})`, () => {
      const outcome = answer(200, { ...success, ...more });
      assert.deepEqual([outcome.kind, "reason" in outcome && outcome.reason], ["unknown", "unexpected"]);
    });

  for (const error of [null, false, "", []])
    it(`is not an error if it is ${JSON.stringify(error)}`, () => {
      for (const more of [{ error }, { errors: error }])
        assert.equal(answer(200, { ...success, ...more }).kind, "accepted");
    });

  it("is not meant by the count of errors, or a result without one", () => {
    for (const more of [
      { validationErrors: 0 },
      { validationErrors: [] },
      { issues: [] },
      { validation: { valid: true } },
      { data: { id: "cd-1", errors: 0 } },
      { data: { id: "cd-1", errors: [] } },
    ])
      assert.equal(answer(200, { ...success, ...more }).kind, "accepted", JSON.stringify(more));
  });

  it("is not a rejection beside a success and an ID, with any status", () => {
    for (const status of [400, 409, 422, 429])
      for (const more of [{}, { validation: { valid: true } }, { errors: [{ msg: "x" }] }, { issues: 0 }])
        assert.equal(answer(status, { ...success, ...more }).kind, "unknown", JSON.stringify([status, more]));
  });

  it("is not a clear rejection on its own, with 200 or from a gateway", () => {
    assert.equal(answer(200, { errors: ["priority is wrong"] }).kind, "unknown");
    assert.equal(answer(500, { error: { message: "upstream" } }).kind, "unknown");
    assert.equal(answer(503, { status: "failure", error: "busy" }).kind, "unknown");
  });

  it("is a rejection next to a status that means one", () => {
    const outcome = answer(200, { status: "failure", errors: ["priority is wrong"] });
    assert.equal(outcome.kind, "rejected");
  });

  const sentence = "priority is wrong";
  for (const [what, more] of [
    ["a sentence", { errors: [sentence] }],
    ["a message", { errors: [{ message: sentence }] }],
    ["a message beside its field", { errors: [{ message: sentence, field: "priority" }] }],
    ["one error for a list", { error: { message: sentence } }],
    ["a word", { error: sentence }],
  ] as const)
    it(`is reported in its words, and names its property (${what})`, () => {
      const outcome = answer(412, more);
      assert.ok(outcome.kind === "rejected");
      assert.deepEqual(outcome.messages, [sentence]);
      assert.deepEqual(rejectedFields(outcome, { name: "x", priority: "9" }), [
        { pointer: "/priority", message: sentence },
      ]);
    });

  it("uses the field next to its message, regardless of the property that the message names", () => {
    const outcome = answer(400, { errors: [{ message: "must be unique, unlike priority", path: ["name"] }] });
    assert.deepEqual(
      rejectedFields(outcome, { name: "x", priority: "9" }).map(({ pointer }) => pointer),
      ["/name"],
    );
  });
});
