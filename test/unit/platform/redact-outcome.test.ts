import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/platform/outcome";
import { createRedactor, REDACTED } from "../../../src/core/text/redaction/redact";
import { redactOutcome } from "../../../src/core/platform/redact-outcome";

const rejected: Outcome = {
  kind: "rejected",
  httpStatus: 400,
  messages: ["my-secret-value"],
  response: { "my-secret-value": "rejected" },
};

describe("A redacted outcome", () => {
  it("contains no secret", () =>
    assert.deepEqual(redactOutcome(rejected, createRedactor(["my-secret-value"])), {
      kind: "rejected",
      httpStatus: 400,
      messages: [REDACTED],
      response: { [REDACTED]: "rejected" },
    }));

  it("keeps its kind and its fields if the secret is such a word", () =>
    assert.deepEqual(redactOutcome(rejected, createRedactor(["rejected", "messages"])), {
      ...rejected,
      response: { "my-secret-value": REDACTED },
    }));

  it("keeps its kind and shows nothing of the response if redaction fails", () => {
    const failing = createRedactor(["my-secret-value"], () => {
      throw new Error("my-secret-value");
    });
    const cleaned = redactOutcome(rejected, failing);
    assert.equal(cleaned.kind, "rejected");
    assert.doesNotMatch(JSON.stringify(cleaned), /my-secret/);
  });
});
