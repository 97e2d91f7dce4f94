import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import { dialingPlanAt } from "../../../src/core/lint/dialing-plan";

const callingHours = {
  frequency: "WEEKLY",
  timezone: "Asia/Kolkata",
  days: [{ day: "MO", start: "9:00 AM", end: "6:00 PM" }],
};
const dialingStrategy = { callingHours, maxAttemptsPerRecord: 3, defaultRetryPeriod: 10 };
const written = JSON.stringify({ dialingStrategy });

/** The dialing plan at the start of a key, or so many characters away from there. */
function atKey(text: string, key: string, away = 0): unknown {
  return dialingPlanAt(parseDocument(text), text.indexOf(`"${key}"`) + away);
}

describe("the dialing plan at a key", () => {
  it("contains hours and attempts for the strategy, and only the hours for the hours", () => {
    assert.deepEqual(atKey(written, "dialingStrategy"), dialingStrategy);
    assert.deepEqual(atKey(written, "callingHours"), { callingHours });
  });

  it("is available on the key from its first quote to its last, and nowhere else", () => {
    for (const [key, length] of [
      ["dialingStrategy", 17],
      ["callingHours", 14],
    ] as const) {
      assert.deepEqual(
        [-1, 0, length - 1, length].map((away) => atKey(written, key, away) !== undefined),
        [false, true, true, false],
        key,
      );
    }
    assert.equal(atKey(written, "timezone"), undefined);
    assert.equal(dialingPlanAt(parseDocument(""), 0), undefined);
  });

  it("contains only valid parts", () => {
    const strategy = { ...dialingStrategy, maxAttemptsPerRecord: 0 };
    assert.deepEqual(atKey(JSON.stringify({ dialingStrategy: strategy }), "dialingStrategy"), {
      ...dialingStrategy,
      maxAttemptsPerRecord: undefined,
    });
    const noDays = { ...strategy, callingHours: { ...callingHours, days: 1 } };
    assert.deepEqual(atKey(JSON.stringify({ dialingStrategy: noDays }), "callingHours"), {
      callingHours: undefined,
    });
  });

  it("leaves out parts next to a syntax error, and after a missing brace", () => {
    const lines = JSON.stringify({ dialingStrategy }, null, 1);
    const broken = lines.replace('"maxAttemptsPerRecord": 3,', '"maxAttemptsPerRecord": 3');
    assert.deepEqual(atKey(broken, "dialingStrategy"), { ...dialingStrategy, defaultRetryPeriod: undefined });
    const open = lines.replace('"WEEKLY",', '"WEEKLY", {');
    assert.deepEqual(atKey(open, "callingHours"), { callingHours: undefined });
  });

  it("is undefined in a text that is not a campaign at all", () => {
    const list = (faults: number) => `${written.slice(0, -1)},\n"x": [1${" 1".repeat(faults)}]}`;
    assert.notEqual(atKey(list(100), "dialingStrategy"), undefined);
    assert.equal(atKey(list(101), "dialingStrategy"), undefined);
  });
});
