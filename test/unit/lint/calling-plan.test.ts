import assert from "node:assert/strict";
import { maxCampaignLength } from "../../../src/core/campaign/document";
import { readCallingPlan } from "../../../src/core/lint/dialing-plan";

const windows = (...days: readonly string[]) =>
  days.map((day) => `      { "day": "${day}", "start": "9:00 AM", "end": "6:00 PM" }`).join(",\n");
const campaign = (list: string) => `{
  "dialingStrategy": {
    "callingHours": { "frequency": "WEEKLY", "timezone": "Asia/Kolkata", "days": [
${list}
    ] },
    "maxAttemptsPerRecord": 3, "defaultRetryPeriod": 10, "maxRingTime": 30
  }
}`;
const shownOf = (text: string) => readCallingPlan(text).windows.map(({ index }) => index);

describe("the calling plan of a file", () => {
  it("has every valid part, even when other parts of the campaign are missing", () => {
    const plan = readCallingPlan(campaign(windows("MO", "TU")));
    assert.deepEqual(plan, {
      mode: undefined,
      frequency: "WEEKLY",
      timezone: "Asia/Kolkata",
      windows: [
        { index: 0, window: { day: "MO", start: "9:00 AM", end: "6:00 PM" } },
        { index: 1, window: { day: "TU", start: "9:00 AM", end: "6:00 PM" } },
      ],
      attempts: 3,
      retryPeriod: 10,
      ringTime: 30,
      gaps: [],
    });
  });

  it("keeps the other windows when one is not valid, and names its line", () => {
    const text = campaign(windows("MO", "TU", "WE")).replace(
      '"TU", "start": "9:00 AM"',
      '"TU", "start": "9 AM"',
    );
    assert.deepEqual(shownOf(text), [0, 2]);
    assert.deepEqual(readCallingPlan(text).gaps, ["Window 2 on line 5 is not valid, so it is not shown."]);
  });

  it("lists a limited number of invalid windows", () => {
    const { gaps } = readCallingPlan(campaign(windows(...Array<string>(20).fill("XX"))));
    assert.equal(gaps.length, 6);
    assert.equal(gaps.at(-1), "15 more windows are not valid.");
  });

  it("shows what comes before a syntax error", () => {
    const text = campaign(windows("MO", "TU", "WE")).replace(
      '"TU", "start": "9:00 AM"',
      '"TU", "start": "9:00',
    );
    assert.ok(shownOf(text).includes(0));
    assert.match(readCallingPlan(text).gaps[0]!, /^Line 5 has a syntax error\./);
  });

  const cases: readonly (readonly [what: string, text: string, gap: RegExp])[] = [
    ["an empty file", "", /^The file is empty/],
    ["a file that is too large", " ".repeat(maxCampaignLength + 1), /too large/],
    ["a file that is nested too deeply", "[".repeat(5000), /too deeply/],
    ["a file with too many syntax errors", "@ ".repeat(500), /syntax error/],
    ["a list", "[]", /no calling hours/],
    ["a file without calling hours", '{ "dialingStrategy": {} }', /no calling hours/],
    ["a list of windows that is not one", campaign("").replace(/\[\s*\]/, "{}"), /no list of windows/],
    ["an invalid frequency", campaign("").replace("WEEKLY", "EVERYDAY"), /frequency is missing or not valid/],
    ["no time zone", campaign("").replace('"timezone": "Asia/Kolkata", ', ""), /time zone is missing/],
  ];
  for (const [what, text, gap] of cases)
    it(`names the missing part in ${what}`, () => {
      const { gaps, windows: shown } = readCallingPlan(text);
      assert.deepEqual(shown, []);
      assert.ok(
        gaps.some((each) => gap.test(each)),
        gaps.join("\n"),
      );
    });
});
