import assert from "node:assert/strict";
import type { CallingWindow } from "../../../src/core/campaign/generated/campaign";
import { callingWeek, type CallingWeekParameters } from "../../../src/core/hours/calling-week";
import type { CallingPlan } from "../../../src/core/hours/dialing-plan";
import { days, type DayCode, type Week } from "../../../src/core/hours/week";
import { weekNotes } from "../../../src/core/hours/week-notes";
import { namesOf } from "../../../src/core/zones/names";

/** Saturday, 12:30 PM in Asia/Kolkata and 3:00 AM in New York, the day before New York's clock goes back. */
const saturday = Date.parse("2026-10-31T07:00:00Z");

const window = (day: DayCode | undefined, start: string, end: string): CallingWindow =>
  day === undefined ? { start, end } : { day, start, end };

function plan(windows: readonly CallingWindow[], changes: Partial<CallingPlan> = {}): CallingPlan {
  return {
    mode: "Preview",
    frequency: "WEEKLY",
    timezone: "Asia/Kolkata",
    windows: windows.map((each, index) => ({ index, window: each })),
    attempts: 3,
    retryPeriod: 10,
    ringTime: 30,
    gaps: [],
    ...changes,
  };
}

const week = (parameters: Partial<CallingWeekParameters> & Pick<CallingWeekParameters, "plan">) =>
  callingWeek({ legal: [], now: saturday, zoneNames: namesOf, ...parameters });

const noon = { start: 12 * 60, end: 13 * 60 };
const onDay = (shown: ReturnType<typeof week>, day: DayCode) => shown.days[days.indexOf(day)]!;
const noteOf = (shown: ReturnType<typeof week>, label: string) =>
  weekNotes(shown).find(([each]) => each === label)?.[1];

describe("The calling week", () => {
  it("contains the next date of each day, and marks today", () => {
    const shown = week({ plan: plan([]) });
    assert.deepEqual(
      shown.days.map(
        ({ day, date, isToday }) => `${day} ${date?.month}/${date?.dayOfMonth}${isToday ? "!" : ""}`,
      ),
      ["MO 11/2", "TU 11/3", "WE 11/4", "TH 11/5", "FR 11/6", "SA 10/31!", "SU 11/1"],
    );
  });

  it("sorts the windows of a split day and keeps their indexes", () => {
    const shown = week({
      plan: plan([
        window("MO", "2:00 PM", "6:00 PM"),
        window("TU", "9:00 AM", "5:00 PM"),
        window("MO", "9:00 AM", "1:00 PM"),
      ]),
    });
    assert.deepEqual(
      onDay(shown, "MO").windows.map(({ index, start, end }) => [index, start, end]),
      [
        [2, 540, 780],
        [0, 840, 1080],
      ],
    );
    assert.equal(onDay(shown, "MO").minutes, 8 * 60);
    assert.equal(shown.minutes, 16 * 60);
  });

  it("marks both windows of an overlap, and counts the common minutes once", () => {
    const shown = week({
      plan: plan([window("MO", "9:00 AM", "1:00 PM"), window("MO", "12:00 PM", "6:00 PM")]),
    });
    for (const { overlaps } of onDay(shown, "MO").windows) assert.deepEqual(overlaps, [noon]);
    assert.equal(onDay(shown, "MO").minutes, 9 * 60);
  });

  it("does not treat adjacent windows as an overlap", () => {
    const shown = week({
      plan: plan([window("MO", "9:00 AM", "1:00 PM"), window("MO", "1:00 PM", "6:00 PM")]),
    });
    for (const { overlaps } of onDay(shown, "MO").windows) assert.deepEqual(overlaps, []);
  });

  for (const [start, end] of [
    ["6:00 PM", "9:00 AM"],
    ["9:00 AM", "9:00 AM"],
    ["9:00 AM", "12:00 AM"],
  ] as const)
    it(`marks ${start} to ${end} as inverted, without calls`, () => {
      const shown = week({ plan: plan([window("MO", start, end), window("MO", "8:00 AM", "11:00 PM")]) });
      const inverted = onDay(shown, "MO").windows.filter((each) => each.inverted);
      assert.deepEqual(
        inverted.map(({ index, overlaps, outside }) => [index, overlaps, outside]),
        [[0, [], []]],
      );
      const only = week({ plan: plan([window("MO", start, end)]) });
      assert.deepEqual(only.opening, { kind: "never" });
      assert.match(noteOf(only, "Now")!, /never open, so nobody is called/);
    });

  it("shows a window without a day on every day, with one index", () => {
    const shown = week({ plan: plan([window(undefined, "9:00 AM", "10:00 AM")], { frequency: "DAILY" }) });
    for (const day of days)
      assert.deepEqual(
        onDay(shown, day).windows.map(({ index }) => index),
        [0],
      );
  });

  for (const frequency of ["DAILY", "CUSTOM"] as const)
    it(`contains no total, opening or attempts for ${frequency}, which is not documented`, () => {
      const shown = week({ plan: plan([window("MO", "9:00 AM", "10:00 AM")], { frequency }) });
      assert.deepEqual([shown.minutes, shown.opening, shown.attempts], [undefined, undefined, undefined]);
      assert.ok(shown.gaps.some((gap) => gap.startsWith(`${frequency} is not documented`)));
    });

  describe("with legal hours", () => {
    const daily = (start: number, end: number): Week =>
      Object.fromEntries(days.map((day) => [day, [{ start: start * 60, end: end * 60 }]])) as unknown as Week;

    it("contains only the hours that every profile allows", () => {
      const legal = [
        { name: "A", hours: daily(8, 20), closedOnHolidays: false },
        { name: "B", hours: daily(10, 21), closedOnHolidays: true },
      ];
      const shown = week({ plan: plan([window("MO", "9:00 AM", "9:00 PM")]), legal });
      assert.deepEqual(onDay(shown, "MO").legal, [{ start: 600, end: 1200 }]);
      assert.deepEqual(onDay(shown, "MO").windows[0]?.outside, [
        { start: 540, end: 600 },
        { start: 1200, end: 1260 },
      ]);
      assert.equal(
        noteOf(shown, "Legal hours"),
        "A, B: every day 10:00 AM–8:00 PM; outside: Mon 9:00 AM–10:00 AM and 8:00 PM–9:00 PM; no calls on public holidays, which a week does not show",
      );
    });

    it("marks a window on a closed day as illegal as a whole", () => {
      const hours = { ...daily(8, 20), SU: [] };
      const shown = week({
        plan: plan([window("SU", "9:00 AM", "10:00 AM")]),
        legal: [{ name: "A", hours, closedOnHolidays: false }],
      });
      assert.deepEqual(onDay(shown, "SU").windows[0]?.outside, [{ start: 540, end: 600 }]);
    });

    it("contains no legal hours without a profile", () => {
      const shown = week({ plan: plan([window("MO", "3:00 AM", "4:00 AM")]) });
      assert.deepEqual([onDay(shown, "MO").legal, onDay(shown, "MO").windows[0]?.outside], [undefined, []]);
    });
  });

  describe("with a second time zone", () => {
    const secondZone = "America/New_York";
    const hours = [window("MO", "9:00 AM", "6:00 PM"), window("SA", "9:00 AM", "6:00 PM")];
    const inSecond = (shown: ReturnType<typeof week>, day: DayCode) => {
      const { start, end } = onDay(shown, day).windows[0]!.second!;
      return [start.day, start.minutes, end.day, end.minutes];
    };

    it("contains the times of each date, before and after a clock change", () => {
      const shown = week({ plan: plan(hours), secondZone });
      assert.deepEqual(inSecond(shown, "SA"), ["FR", 23 * 60 + 30, "SA", 8 * 60 + 30]);
      assert.deepEqual(inSecond(shown, "MO"), ["SU", 22 * 60 + 30, "MO", 7 * 60 + 30]);
    });

    it("compares the time zones in a sentence", () => {
      const shown = week({ plan: plan(hours), secondZone });
      assert.match(
        noteOf(shown, "Second time zone")!,
        /^America\/New_York, UTC-04:00, 9 h 30 min behind now; 9:00 AM in Kolkata is 11:30 PM in New York; Sun, Nov 1, 2026 at 2:00 AM, the clock goes back 1 h to 1:00 AM \(UTC-05:00\)$/,
      );
    });

    it("contains no second times for an inverted window", () => {
      const shown = week({ plan: plan([window("MO", "6:00 PM", "9:00 AM")]), secondZone });
      assert.equal(onDay(shown, "MO").windows[0]?.second, undefined);
    });

    it("reports an unknown second time zone", () => {
      const shown = week({ plan: plan(hours), secondZone: "Mars/Base" });
      assert.equal(shown.second, undefined);
      assert.deepEqual(shown.gaps, ["The second time zone “Mars/Base” is unknown."]);
    });
  });

  describe("with a clock change", () => {
    const sunday = (start: string, end: string, timezone: string, now: string) =>
      onDay(week({ plan: plan([window("SU", start, end)], { timezone }), now: Date.parse(now) }), "SU")
        .clockChange;

    it("extends the windows around the repeated hour", () => {
      const change = sunday("12:00 AM", "5:00 AM", "America/New_York", "2026-10-31T12:00:00Z");
      assert.deepEqual([change?.before.minutes, change?.after.minutes, change?.moreMinutes], [120, 60, 60]);
    });

    it("shortens the windows around the skipped hour", () => {
      const change = sunday("12:00 AM", "2:30 AM", "America/New_York", "2026-03-07T12:00:00Z");
      assert.deepEqual([change?.before.minutes, change?.after.minutes, change?.moreMinutes], [120, 180, -30]);
    });

    it("does not change a window at another time", () => {
      assert.equal(sunday("9:00 AM", "5:00 PM", "Europe/Berlin", "2026-10-24T12:00:00Z")?.moreMinutes, 0);
    });

    it("shows no clock change in a week without one", () => {
      assert.equal(sunday("9:00 AM", "5:00 PM", "Asia/Kolkata", "2026-10-24T12:00:00Z"), undefined);
      assert.equal(sunday("9:00 AM", "5:00 PM", "Europe/Berlin", "2026-07-01T12:00:00Z"), undefined);
    });

    it("shows a clock change at midnight on the day that begins then", () => {
      // Lebanon's clock goes forward at midnight.
      const change = sunday("12:00 AM", "2:00 AM", "Asia/Beirut", "2027-03-27T12:00:00Z");
      assert.deepEqual([change?.before.minutes, change?.after.minutes, change?.moreMinutes], [0, 60, -60]);
    });
  });

  describe("with the attempts for one contact", () => {
    const hours = [window("MO", "9:00 AM", "10:00 AM"), window("TU", "9:00 AM", "10:00 AM")];
    const callsOf = (attempts: number, retryPeriod: number, firstCallOn?: DayCode) =>
      week({ plan: plan(hours, { attempts, retryPeriod }), firstCallOn }).attempts;

    it("starts them when the first window opens, and continues in the next", () => {
      assert.deepEqual(callsOf(4, 30)?.calls, [540, 570, 1440 + 540, 1440 + 570]);
    });

    it("starts them on the chosen day, if it is open", () => {
      assert.deepEqual(callsOf(2, 30, "TU")?.calls, [1980, 2010]);
      assert.deepEqual([callsOf(2, 30, "SU")?.day, callsOf(2, 30, "SU")?.calls], ["MO", [540, 570]]);
    });

    it("continues them in the next week", () => {
      const shown = week({ plan: plan(hours, { attempts: 3, retryPeriod: 60 }), firstCallOn: "TU" });
      assert.match(
        noteOf(shown, "Attempts")!,
        /first on Tue 9:00 AM, then Mon 9:00 AM of week 2, Tue 9:00 AM of week 2; each call rings for up to 30 s$/,
      );
    });

    it("omits them without their number or an open window", () => {
      assert.equal(week({ plan: plan(hours, { attempts: undefined }) }).attempts, undefined);
      assert.equal(week({ plan: plan([]) }).attempts, undefined);
    });

    it("abbreviates a long list of them", () => {
      const shown = week({ plan: plan(hours, { attempts: 100, retryPeriod: 1 }) });
      assert.match(noteOf(shown, "Attempts")!, /… and Tue 9:39 AM \(99 in all\)/);
    });
  });

  it("contains the windows, but no clock, for an unknown time zone", () => {
    const shown = week({ plan: plan([window("MO", "9:00 AM", "10:00 AM")], { timezone: "Mars/Base" }) });
    assert.deepEqual([shown.now, shown.opening, shown.days[0]?.date], [undefined, undefined, undefined]);
    assert.equal(shown.minutes, 60);
    assert.match(shown.gaps[0]!, /“Mars\/Base” is unknown/);
  });

  it("shows a limited number of windows and counts all of them", () => {
    const many = Array.from({ length: 500 }, (_, each) => window(days[each % 7], "9:00 AM", "10:00 AM"));
    const shown = week({ plan: plan(many) });
    assert.equal(shown.days.flatMap(({ windows }) => windows).length, 200);
    assert.equal(shown.minutes, 7 * 60);
    assert.deepEqual(shown.gaps, ["Only the first 200 of 500 windows are shown."]);
  });
});
