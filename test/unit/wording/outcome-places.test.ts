import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/platform/outcome";
import { describeOutcome } from "../../../src/core/wording/outcome-text";

describe("the next step of an outcome", () => {
  it("names the environment variables of the credentials at the terminal, and not a connection", () => {
    for (const why of ["expired", "token", "client", "replay"] as const) {
      const refused: Outcome = { kind: "unauthorized", httpStatus: 401, why, messages: [], response: {} };
      assert.match(describeOutcome(refused, "terminal").nextStep, /CAMPAIGN_JSON_/);
      assert.doesNotMatch(describeOutcome(refused).nextStep, /CAMPAIGN_JSON_/);
    }
    const expired: Outcome = { kind: "not-sent", reason: "token-expired", detail: "" };
    assert.match(describeOutcome(expired, "terminal").nextStep, /environment variable CAMPAIGN_JSON_TOKEN/);
  });
});
