import assert from "node:assert/strict";
import fc from "fast-check";
import type { CallingWindow } from "../../../src/core/campaign/generated/campaign";
import { nextOpening } from "../../../src/core/hours/next-opening";
import { formatTime, parseTime } from "../../../src/core/campaign/time-of-day";
import { days, toWeek, type DayCode } from "../../../src/core/hours/week";

const minute = 60_000;

/** The clock of a time zone, read with the host's formatter, which the tested code does not use. */
function clockOf(zone: string): (at: number) => { readonly day: DayCode; readonly minutes: number } {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const [, name = "", hour = "", minutes = ""] = /^(\w\w)\w,? (\d\d):(\d\d)$/.exec(format.format(at)) ?? [];
    const day = days.find((code) => code === name.toUpperCase());
    assert.ok(day !== undefined, format.format(at));
    return { day, minutes: Number(hour) * 60 + Number(minutes) };
  };
}

/** Whether a window is open in that minute; the last minute of a day belongs to the next day's hours, too. */
function isOpen(windows: readonly CallingWindow[], day: DayCode, minutes: number): boolean {
  const between = (window: CallingWindow) =>
    minutes >= (parseTime(window.start) ?? 0) && minutes < (parseTime(window.end) ?? 0);
  const ofDay = windows.filter((window) => (window.day ?? day) === day);
  if (ofDay.some(between)) return true;
  const next = days[(days.indexOf(day) + 1) % days.length];
  const reaches = ofDay.some(({ start, end }) => parseTime(end) === 1439 && (parseTime(start) ?? 0) < 1439);
  const follows = windows.some(
    (window) =>
      (window.day ?? next) === next && parseTime(window.start) === 0 && (parseTime(window.end) ?? 0) > 0,
  );
  return minutes === 1439 && reaches && follows;
}

/** Searches minute by minute for the next change: its time, or undefined if there is none within the limit. */
function walk(
  windows: readonly CallingWindow[],
  zone: string,
  now: number,
  most: number,
): number | undefined {
  const clock = clockOf(zone);
  const openAt = (at: number) => {
    const { day, minutes } = clock(at);
    return isOpen(windows, day, minutes);
  };
  const before = openAt(now);
  for (let at = now + minute; at <= now + most * minute; at += minute) if (openAt(at) !== before) return at;
  return undefined;
}

describe("The next opening, compared with a search through the minutes,", () => {
  const zones = [
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/Santiago",
    "Asia/Gaza",
  ];
  /** Hours around the clock changes of these time zones. */
  const changes = [
    "2026-03-08T07:00Z",
    "2026-11-01T06:00Z",
    "2026-04-04T15:00Z",
    "2026-10-03T15:30Z",
    "2026-02-15T02:00Z",
    "2026-03-22T02:00Z",
    "2026-04-05T03:00Z",
    "2026-09-06T04:00Z",
    "2026-03-28T00:00Z",
    "2026-10-24T00:00Z",
  ].map((time) => Date.parse(time));
  const time = fc.oneof(
    fc.integer({ min: 0, max: 1439 }),
    // Around midnight and around clock changes.
    fc.constantFrom(0, 30, 60, 90, 105, 120, 150, 180, 240, 1380, 1439),
  );
  const window = fc
    .record({ day: fc.constantFrom(...days), start: time, end: time })
    .map(({ day, start, end }) => ({ day, start: formatTime(start), end: formatTime(end) }));
  const near = fc
    .record({ change: fc.constantFrom(...changes), off: fc.integer({ min: -26 * 60, max: 180 }) })
    .map(({ change, off }) => change + off * minute);
  const most = 3 * 24 * 60;

  it("is at the same minute", function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        fc.array(window, { minLength: 1, maxLength: 25 }),
        fc.constantFrom(...zones),
        near,
        (windows, zone, now) => {
          const opening = nextOpening(toWeek(windows), zone, now);
          assert.ok(opening !== undefined);
          const walked = walk(windows, zone, now, most);
          if (opening.kind === "never" || opening.kind === "always") {
            assert.equal(walked, undefined);
            return;
          }
          const { day, minutes } = clockOf(zone)(now);
          assert.equal(opening.kind === "open", isOpen(windows, day, minutes));
          const change = opening.kind === "open" ? opening.until : opening.opens;
          if (walked === undefined) assert.ok(change.at > now + most * minute);
          else assert.equal(change.at, walked);
          if (opening.kind === "closed") {
            const { at, ...shown } = change;
            assert.deepEqual(shown, clockOf(zone)(at));
          }
        },
      ),
      { numRuns: 250 },
    );
  });
});
