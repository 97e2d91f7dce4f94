import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseDocument } from "../../../src/core/campaign/document";
import type { CallingHours, CallingWindow, Campaign } from "../../../src/core/campaign/generated/campaign";
import { describeDialing, summaryOf } from "../../../src/core/wording/calling-summary";
import { describeCallingHours, days as dayCodes } from "../../../src/core/hours/week";
import { allZones } from "../../../src/core/zones/zones";
import { namesOf } from "../../../src/core/zones/names";

const weekdays = (["MO", "TU", "WE", "TH", "FR"] as const).map((day) => ({
  day,
  start: "9:00 AM",
  end: "6:00 PM",
}));
const weekly: CallingHours = { frequency: "WEEKLY", timezone: "Asia/Kolkata", days: weekdays };
const attempts = { maxAttemptsPerRecord: 3, defaultRetryPeriod: 10 };
/** Sunday, 8:00 PM in Asia/Kolkata. */
const sunday = Date.parse("2026-11-22T14:30:00Z");

const hoursAt = (now: string, changes: Partial<CallingHours> = {}) =>
  describeDialing({ callingHours: { ...weekly, ...changes } }, namesOf, Date.parse(now));

describe("the description of a dialing plan", () => {
  it("is one sentence with hours, next opening and attempts", () => {
    assert.equal(
      describeDialing({ callingHours: weekly, ...attempts }, namesOf, sunday),
      "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week); opens next Mon 9:00 AM, in 13 h; " +
        "each contact up to 3 times, 10 min apart",
    );
  });

  it("states until when it is open now", () => {
    assert.match(hoursAt("2026-11-23T09:30:00Z"), /\); open now, until Mon 6:00 PM, for 3 h$/);
    assert.match(hoursAt("2026-11-23T12:29:40Z"), /; open now, until Mon 6:00 PM, for less than a minute$/);
  });

  it("states the time until then in minutes, hours or days", () => {
    const before = {
      days: [{ day: "MO", start: "9:00 AM", end: "6:00 PM" }] satisfies CallingWindow[],
      timezone: "UTC",
    };
    const spans: readonly (readonly [now: string, span: string])[] = [
      ["2026-11-23T08:59:45Z", "less than a minute"],
      ["2026-11-23T08:59:00Z", "1 min"],
      ["2026-11-23T08:15:00Z", "45 min"],
      ["2026-11-23T06:30:00Z", "2 h 30 min"],
      ["2026-11-22T09:00:30Z", "1 day"],
      ["2026-11-22T09:00:00Z", "1 day"],
      ["2026-11-21T20:10:00Z", "1 day 13 h"],
      ["2026-11-17T09:00:00Z", "6 days"],
      ["2026-11-16T18:00:00Z", "6 days 15 h"],
    ];
    for (const [now, span] of spans)
      assert.ok(hoursAt(now, before).endsWith(`; opens next Mon 9:00 AM, in ${span}`), hoursAt(now, before));
  });

  it("states that no one is called if no window ever opens", () => {
    const nobody = "never open, so nobody is called";
    const inverted: CallingWindow[] = [{ day: "MO", start: "6:00 PM", end: "9:00 AM" }];
    for (const days of [[], inverted])
      assert.equal(
        describeDialing({ callingHours: { ...weekly, days }, ...attempts }, namesOf, sunday),
        nobody,
      );
  });

  it("states that it is always open", () => {
    const days = dayCodes.map((day) => ({ day, start: "12:00 AM", end: "11:59:59.999 PM" }));
    assert.equal(
      hoursAt("2026-11-22T14:30:00Z", { days }),
      "every day all day Asia/Kolkata (168 h a week); open at all times",
    );
  });

  it("repeats the hours of an undocumented frequency unchanged", () => {
    const days = [
      { start: "9:00 AM", end: "1:00 PM", date: "2026-12-01" },
      { day: "MO" as const, start: "12:00 PM", end: "6:00 PM" },
    ];
    assert.equal(
      describeCallingHours({ frequency: "CUSTOM", timezone: "Asia/Kolkata", days }),
      'CUSTOM: not documented; as written: 9:00 AM–1:00 PM {"date":"2026-12-01"}; Mon 12:00 PM–6:00 PM, Asia/Kolkata',
    );
    const many = Array.from({ length: 12 }, () => ({ start: "9:00 AM", end: "1:00 PM" }));
    const words = describeCallingHours({ frequency: "DAILY", timezone: "UTC", days: many });
    assert.match(words, /^DAILY: not documented; as written: (?:9:00 AM–1:00 PM; ){10}and 2 more, UTC$/);
    const none = describeCallingHours({ frequency: "DAILY", timezone: "UTC", days: [] });
    assert.equal(none, "DAILY: not documented; as written: no windows, UTC");
  });

  it("does not state the next opening of hours with an undocumented meaning", () => {
    for (const frequency of ["DAILY", "CUSTOM"] as const) {
      const words = hoursAt("2026-11-22T14:30:00Z", { frequency });
      assert.ok(
        words.endsWith(`; the next opening is unknown, because ${frequency} is not documented`),
        words,
      );
      assert.doesNotMatch(words, /opens next Mon/);
    }
  });

  it("uses whichever name of the zone the host supports", () => {
    const other = describeDialing({ callingHours: weekly }, () => ["Asia/Nowhere", "Asia/Calcutta"], sunday);
    assert.match(other, /Asia\/Kolkata \(45 h a week\); opens next Mon 9:00 AM, in 13 h$/);
    for (const timezone of ["Asia/Calcutta", "Europe/Kyiv", "Europe/Kiev", "US/Eastern", "UTC"])
      assert.match(hoursAt("2026-11-22T14:30:00Z", { timezone }), /; opens next Mon 9:00 AM, in /, timezone);
  });

  it("leaves out the next opening if the zone is unknown, even if the host accepts its name", () => {
    for (const timezone of ["Asia/Mumbai", "asia/kolkata", "IST", "+05:30", "", "Factory"])
      assert.equal(
        hoursAt("2026-11-22T14:30:00Z", { timezone }),
        `Mon–Fri 9:00 AM–6:00 PM ${timezone} (45 h a week)`,
      );
  });

  it("describes only what is known", () => {
    assert.equal(describeDialing(attempts, namesOf, sunday), "each contact up to 3 times, 10 min apart");
    assert.equal(describeDialing({ maxAttemptsPerRecord: 3 }, namesOf, sunday), "");
    assert.equal(describeDialing({}, namesOf, sunday), "");
    assert.equal(
      describeDialing({ callingHours: weekly }, namesOf),
      "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week)",
    );
  });
});

describe("the summary of a campaign", () => {
  const campaign = parseDocument(readFileSync("examples/billing-reminder.campaign.json", "utf8"))
    .value as Campaign;

  it("shows the next opening below the hours, once the time is known", () => {
    const without = summaryOf(campaign);
    assert.ok(!without.some(([label]) => label === "Opening"));
    const lines = summaryOf(campaign, sunday);
    const index = lines.findIndex(([label]) => label === "Opening");
    assert.deepEqual(lines[index], ["Opening", "opens next Mon 9:00 AM, in 13 h"]);
    assert.equal(lines[index - 1]?.[0], "Calling hours");
    assert.deepEqual(lines.toSpliced(index, 1), without);
  });

  it("shows who answers, how long a phone rings, and the order of the calls", () => {
    const valueOf = (label: string, changes: Partial<Campaign> = {}): string | undefined =>
      summaryOf({ ...campaign, ...changes }).find(([each]) => each === label)?.[1];
    assert.equal(valueOf("Queue"), "Default Queue, up to 1 skip");
    assert.equal(valueOf("Queue", { maxSkips: 0 }), "Default Queue, no skips");
    assert.equal(valueOf("Queue", { dialingMode: "Progressive" }), "Default Queue");
    assert.equal(valueOf("Attempts"), "each contact up to 3 times, 10 min apart, ringing up to 30 s");
    assert.equal(valueOf("Order"), "FIFO, priority 5");
    const agentless = { dialingMode: "Agentless", experienceFlowName: "Survey" } as const;
    assert.equal(valueOf("Flow", agentless), "Survey");
    assert.equal(valueOf("Queue", agentless), undefined);
  });

  it("explains missing calling hours, and shows no opening", () => {
    const strategy = campaign.dialingStrategy;
    const callingHours = { ...strategy.callingHours, days: [] };
    const lines = summaryOf({ ...campaign, dialingStrategy: { ...strategy, callingHours } }, sunday);
    assert.deepEqual(
      lines.filter(([label]) => label === "Calling hours" || label === "Opening"),
      [["Calling hours", "never open, so nobody is called"]],
    );
  });
});

describe("the names of a zone", () => {
  it("all have the same clock, the requested one first, then the current one", () => {
    const names = namesOf("Europe/Kiev");
    assert.deepEqual(names.slice(0, 2), ["Europe/Kiev", "Europe/Kyiv"]);
    assert.ok(names.includes("Europe/Zaporozhye"), names.join());
    for (const zone of allZones().keys()) assert.equal(namesOf(zone)[0], zone);
  });

  it("are an empty list for a text that is not a zone", () => {
    for (const text of ["", "IST", "asia/kolkata", "__proto__"]) assert.deepEqual(namesOf(text), []);
  });
});
