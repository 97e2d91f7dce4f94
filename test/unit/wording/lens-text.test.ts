import assert from "node:assert/strict";
import { isDescribable } from "../../../src/core/hours/dialing-plan";
import { describeDialing } from "../../../src/core/wording/calling-summary";
import { createTitle, problemsTitle } from "../../../src/core/wording/lens-text";

describe("The titles above a campaign", () => {
  it("name the connection and who is called", () => {
    assert.equal(createTitle({ name: "Practice", use: "practice" }), "Create in Practice");
    assert.equal(createTitle({ name: "Acme", use: "test" }), "Create in Acme (test)");
    assert.equal(createTitle({ name: "Acme", use: "production" }), "Create in Acme (calls real people)");
    assert.equal(createTitle({ name: "Acme", use: "unusable" }), "Select a connection to create it");
  });

  it("show the invisible characters of a name", () => {
    assert.equal(createTitle({ name: "A\u202Eb", use: "test" }), "Create in A<U+202E>b (test)");
  });

  it("count problems", () => {
    assert.deepEqual([problemsTitle(1), problemsTitle(3)], ["1 problem", "3 problems"]);
  });
});

describe("A dialing plan", () => {
  it("is describable exactly if its description has words", () => {
    const callingHours = {
      frequency: "WEEKLY",
      timezone: "Asia/Kolkata",
      days: [{ day: "MO", start: "9:00 AM", end: "6:00 PM" }],
    } as const;
    const hours = [undefined, { ...callingHours, days: [...callingHours.days] }];
    for (const hoursOrNone of hours)
      for (const maxAttemptsPerRecord of [undefined, 3])
        for (const defaultRetryPeriod of [undefined, 60]) {
          const plan = { callingHours: hoursOrNone, maxAttemptsPerRecord, defaultRetryPeriod };
          assert.equal(isDescribable(plan), describeDialing(plan, () => []) !== "", JSON.stringify(plan));
        }
  });
});
