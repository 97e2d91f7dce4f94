import assert from "node:assert/strict";
import type { CallingWindow } from "../../../src/core/campaign/generated/campaign";
import { nextOpening, type Opening } from "../../../src/core/hours/next-opening";
import { formatTime } from "../../../src/core/campaign/time-of-day";
import { days, toWeek, type DayCode } from "../../../src/core/hours/week";

const on = (day: DayCode, start: string, end: string): CallingWindow => ({ day, start, end });
const weekdays = (["MO", "TU", "WE", "TH", "FR"] as const).map((day) => on(day, "9:00 AM", "6:00 PM"));
const everyDay = (start: string, end: string) => days.map((day) => on(day, start, end));

/** "open until MO 6:00 PM 2026-11-23T12:30:00Z", "closed until …", "always", "never". */
function textOf(opening: Opening | undefined): string {
  if (opening === undefined) return "unknown";
  if (opening.kind === "never" || opening.kind === "always") return opening.kind;
  const { at, day, minutes } = opening.kind === "open" ? opening.until : opening.opens;
  const time = new Date(at).toISOString().replace(".000Z", "Z");
  return `${opening.kind} until ${day} ${formatTime(minutes)} ${time}`;
}

describe("The next opening of a week", () => {
  const cases: readonly (readonly [
    what: string,
    windows: readonly CallingWindow[],
    zone: string,
    now: string,
    expected: string,
  ])[] = [
    [
      "is on Monday, seen on a Sunday",
      weekdays,
      "Asia/Kolkata",
      "2026-11-22T14:30:00Z",
      "closed until MO 9:00 AM 2026-11-23T03:30:00Z",
    ],
    [
      "is today before the window opens",
      weekdays,
      "Asia/Kolkata",
      "2026-11-23T03:29:59.999Z",
      "closed until MO 9:00 AM 2026-11-23T03:30:00Z",
    ],
    [
      "is replaced by the closing time from the first moment of a window",
      weekdays,
      "Asia/Kolkata",
      "2026-11-23T03:30:00Z",
      "open until MO 6:00 PM 2026-11-23T12:30:00Z",
    ],
    [
      "is tomorrow from the last moment of a window",
      weekdays,
      "Asia/Kolkata",
      "2026-11-23T12:30:00Z",
      "closed until TU 9:00 AM 2026-11-24T03:30:00Z",
    ],
    [
      "is six days ahead if the only window was yesterday",
      [on("MO", "9:00 AM", "6:00 PM")],
      "UTC",
      "2026-11-24T09:00:00Z",
      "closed until MO 9:00 AM 2026-11-30T09:00:00Z",
    ],
    [
      "is next week if today's window, the only one, is over",
      [on("MO", "9:00 AM", "10:00 AM")],
      "UTC",
      "2026-11-23T10:00:00Z",
      "closed until MO 9:00 AM 2026-11-30T09:00:00Z",
    ],
    [
      "is in the afternoon of a split day",
      [on("MO", "2:00 PM", "6:00 PM"), on("MO", "9:00 AM", "12:00 PM")],
      "UTC",
      "2026-11-23T12:30:00Z",
      "closed until MO 2:00 PM 2026-11-23T14:00:00Z",
    ],
    [
      "lasts until the end of the last overlapping or adjacent window",
      [on("MO", "9:00 AM", "12:00 PM"), on("MO", "11:00 AM", "1:00 PM"), on("MO", "1:00 PM", "3:00 PM")],
      "UTC",
      "2026-11-23T09:30:00Z",
      "open until MO 3:00 PM 2026-11-23T15:00:00Z",
    ],
    [
      "continues after midnight if a day ends in its last minute",
      [on("MO", "8:00 PM", "11:59 PM"), on("TU", "12:00 AM", "2:00 AM")],
      "UTC",
      "2026-11-23T23:59:30Z",
      "open until TU 2:00 AM 2026-11-24T02:00:00Z",
    ],
    [
      "continues after the end of the week",
      [on("SU", "8:00 PM", "11:59:59.999 PM"), on("MO", "12:00 AM", "2:00 AM")],
      "UTC",
      "2026-11-22T21:00:00Z",
      "open until MO 2:00 AM 2026-11-23T02:00:00Z",
    ],
    [
      "is still open at the start of the week",
      [on("SU", "8:00 PM", "11:59 PM"), on("MO", "12:00 AM", "2:00 AM")],
      "UTC",
      "2026-11-23T01:00:00Z",
      "open until MO 2:00 AM 2026-11-23T02:00:00Z",
    ],
    [
      "ends a minute before midnight if the next day has no window",
      [on("MO", "8:00 PM", "11:59 PM")],
      "UTC",
      "2026-11-23T23:00:00Z",
      "open until MO 11:59 PM 2026-11-23T23:59:00Z",
    ],
    [
      "has no end if every day is open all day",
      everyDay("12:00 AM", "11:59 PM"),
      "Europe/Paris",
      "2026-11-23T23:59:30Z",
      "always",
    ],
    ["does not exist without windows", [], "UTC", "2026-11-23T23:00:00Z", "never"],
    [
      "does not exist if every window is inverted",
      [on("MO", "6:00 PM", "9:00 AM"), on("TU", "9:00 AM", "12:00 AM"), on("WE", "9:00 AM", "9:00 AM")],
      "UTC",
      "2026-11-23T23:00:00Z",
      "never",
    ],
    [
      "is on every day for a window without a day",
      [{ start: "9:00 AM", end: "10:00 AM" }],
      "UTC",
      "2026-11-22T10:00:00Z",
      "closed until MO 9:00 AM 2026-11-23T09:00:00Z",
    ],
    [
      "is an hour earlier if clocks go forward before it",
      everyDay("9:00 AM", "10:00 AM"),
      "America/New_York",
      "2026-03-07T20:00:00Z",
      "closed until SU 9:00 AM 2026-03-08T13:00:00Z",
    ],
    [
      "is at the new time if clocks skip its own time",
      everyDay("2:30 AM", "4:00 AM"),
      "America/New_York",
      "2026-03-08T06:00:00Z",
      "closed until SU 3:00 AM 2026-03-08T07:00:00Z",
    ],
    [
      "is next week if clocks skip the whole window",
      [on("SU", "2:00 AM", "3:00 AM")],
      "America/New_York",
      "2026-03-08T06:00:00Z",
      "closed until SU 2:00 AM 2026-03-15T06:00:00Z",
    ],
    [
      "ends at the clock change that skips its end",
      everyDay("1:00 AM", "2:30 AM"),
      "America/New_York",
      "2026-03-08T06:30:00Z",
      "open until SU 2:00 AM 2026-03-08T07:00:00Z",
    ],
    [
      "lasts an hour longer if clocks go back during it",
      everyDay("12:30 AM", "3:00 AM"),
      "America/New_York",
      "2026-11-01T05:00:00Z",
      "open until SU 3:00 AM 2026-11-01T08:00:00Z",
    ],
    [
      "ends if clocks go back to before its start",
      everyDay("1:30 AM", "3:00 AM"),
      "America/New_York",
      "2026-11-01T05:45:00Z",
      "open until SU 2:00 AM 2026-11-01T06:00:00Z",
    ],
    [
      "comes a second time in a repeated hour",
      everyDay("1:15 AM", "1:30 AM"),
      "America/New_York",
      "2026-11-01T05:45:00Z",
      "closed until SU 1:15 AM 2026-11-01T06:15:00Z",
    ],
    [
      "continues if clocks go back to its start at its end",
      everyDay("1:00 AM", "2:00 AM"),
      "America/New_York",
      "2026-11-01T05:30:00Z",
      "open until SU 2:00 AM 2026-11-01T07:00:00Z",
    ],
    [
      "is correct if clocks go forward by half an hour",
      everyDay("2:10 AM", "3:00 AM"),
      "Australia/Lord_Howe",
      "2026-10-03T15:00:00Z",
      "closed until SU 2:30 AM 2026-10-03T15:30:00Z",
    ],
    [
      "is correct if clocks go back by half an hour",
      everyDay("1:45 AM", "3:00 AM"),
      "Australia/Lord_Howe",
      "2026-04-04T14:50:00Z",
      "open until SU 2:00 AM 2026-04-04T15:00:00Z",
    ],
    [
      "is known for an older name of the time zone",
      weekdays,
      "Asia/Calcutta",
      "2026-11-22T14:30:00Z",
      "closed until MO 9:00 AM 2026-11-23T03:30:00Z",
    ],
    [
      "is unknown for a time zone that the host does not support",
      weekdays,
      "Asia/Mumbai",
      "2026-11-22T00:00:00Z",
      "unknown",
    ],
    ["is unknown for a text that is not a time zone", weekdays, "<b>", "2026-11-22T00:00:00Z", "unknown"],
  ];
  for (const [what, windows, zone, now, expected] of cases)
    it(what, () => assert.equal(textOf(nextOpening(toWeek(windows), zone, Date.parse(now))), expected));
});
