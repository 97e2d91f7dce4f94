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

describe("the next opening of a week", () => {
  const cases: readonly (readonly [
    what: string,
    windows: readonly CallingWindow[],
    zone: string,
    now: string,
    expected: string,
  ])[] = [
    [
      "is Monday's on a Sunday",
      weekdays,
      "Asia/Kolkata",
      "2026-11-22T14:30:00Z",
      "closed until MO 9:00 AM 2026-11-23T03:30:00Z",
    ],
    [
      "is today's before it opens",
      weekdays,
      "Asia/Kolkata",
      "2026-11-23T03:29:59.999Z",
      "closed until MO 9:00 AM 2026-11-23T03:30:00Z",
    ],
    [
      "is past from its first moment on, when it is until when",
      weekdays,
      "Asia/Kolkata",
      "2026-11-23T03:30:00Z",
      "open until MO 6:00 PM 2026-11-23T12:30:00Z",
    ],
    [
      "is tomorrow's from the last moment on",
      weekdays,
      "Asia/Kolkata",
      "2026-11-23T12:30:00Z",
      "closed until TU 9:00 AM 2026-11-24T03:30:00Z",
    ],
    [
      "is six days ahead when yesterday had the only window",
      [on("MO", "9:00 AM", "6:00 PM")],
      "UTC",
      "2026-11-24T09:00:00Z",
      "closed until MO 9:00 AM 2026-11-30T09:00:00Z",
    ],
    [
      "is next week's when today's only window is past",
      [on("MO", "9:00 AM", "10:00 AM")],
      "UTC",
      "2026-11-23T10:00:00Z",
      "closed until MO 9:00 AM 2026-11-30T09:00:00Z",
    ],
    [
      "is the afternoon's of a split day",
      [on("MO", "2:00 PM", "6:00 PM"), on("MO", "9:00 AM", "12:00 PM")],
      "UTC",
      "2026-11-23T12:30:00Z",
      "closed until MO 2:00 PM 2026-11-23T14:00:00Z",
    ],
    [
      "ends with the last of windows that overlap or touch",
      [on("MO", "9:00 AM", "12:00 PM"), on("MO", "11:00 AM", "1:00 PM"), on("MO", "1:00 PM", "3:00 PM")],
      "UTC",
      "2026-11-23T09:30:00Z",
      "open until MO 3:00 PM 2026-11-23T15:00:00Z",
    ],
    [
      "goes on across midnight when a day ends in its last minute",
      [on("MO", "8:00 PM", "11:59 PM"), on("TU", "12:00 AM", "2:00 AM")],
      "UTC",
      "2026-11-23T23:59:30Z",
      "open until TU 2:00 AM 2026-11-24T02:00:00Z",
    ],
    [
      "goes on across the end of the week",
      [on("SU", "8:00 PM", "11:59:59.999 PM"), on("MO", "12:00 AM", "2:00 AM")],
      "UTC",
      "2026-11-22T21:00:00Z",
      "open until MO 2:00 AM 2026-11-23T02:00:00Z",
    ],
    [
      "is still going on at the beginning of the week",
      [on("SU", "8:00 PM", "11:59 PM"), on("MO", "12:00 AM", "2:00 AM")],
      "UTC",
      "2026-11-23T01:00:00Z",
      "open until MO 2:00 AM 2026-11-23T02:00:00Z",
    ],
    [
      "ends a minute before midnight when no day follows",
      [on("MO", "8:00 PM", "11:59 PM")],
      "UTC",
      "2026-11-23T23:00:00Z",
      "open until MO 11:59 PM 2026-11-23T23:59:00Z",
    ],
    [
      "has no end in a week of whole days",
      everyDay("12:00 AM", "11:59 PM"),
      "Europe/Paris",
      "2026-11-23T23:59:30Z",
      "always",
    ],
    ["does not come without windows", [], "UTC", "2026-11-23T23:00:00Z", "never"],
    [
      "does not come when every window ends before it starts",
      [on("MO", "6:00 PM", "9:00 AM"), on("TU", "9:00 AM", "12:00 AM"), on("WE", "9:00 AM", "9:00 AM")],
      "UTC",
      "2026-11-23T23:00:00Z",
      "never",
    ],
    [
      "is every day's for a window without a day",
      [{ start: "9:00 AM", end: "10:00 AM" }],
      "UTC",
      "2026-11-22T10:00:00Z",
      "closed until MO 9:00 AM 2026-11-23T09:00:00Z",
    ],
    [
      "is an hour sooner when clocks are put forward before it",
      everyDay("9:00 AM", "10:00 AM"),
      "America/New_York",
      "2026-03-07T20:00:00Z",
      "closed until SU 9:00 AM 2026-03-08T13:00:00Z",
    ],
    [
      "is at the new time when its own time is leapt over",
      everyDay("2:30 AM", "4:00 AM"),
      "America/New_York",
      "2026-03-08T06:00:00Z",
      "closed until SU 3:00 AM 2026-03-08T07:00:00Z",
    ],
    [
      "is the next week's when all of it is leapt over",
      [on("SU", "2:00 AM", "3:00 AM")],
      "America/New_York",
      "2026-03-08T06:00:00Z",
      "closed until SU 2:00 AM 2026-03-15T06:00:00Z",
    ],
    [
      "ends where the clock leaps over its end",
      everyDay("1:00 AM", "2:30 AM"),
      "America/New_York",
      "2026-03-08T06:30:00Z",
      "open until SU 2:00 AM 2026-03-08T07:00:00Z",
    ],
    [
      "lasts an hour longer when clocks are put back in it",
      everyDay("12:30 AM", "3:00 AM"),
      "America/New_York",
      "2026-11-01T05:00:00Z",
      "open until SU 3:00 AM 2026-11-01T08:00:00Z",
    ],
    [
      "ends when clocks are put back to before it",
      everyDay("1:30 AM", "3:00 AM"),
      "America/New_York",
      "2026-11-01T05:45:00Z",
      "open until SU 2:00 AM 2026-11-01T06:00:00Z",
    ],
    [
      "comes a second time in the hour that comes twice",
      everyDay("1:15 AM", "1:30 AM"),
      "America/New_York",
      "2026-11-01T05:45:00Z",
      "closed until SU 1:15 AM 2026-11-01T06:15:00Z",
    ],
    [
      "goes on where it ends as the clock is put back to its start",
      everyDay("1:00 AM", "2:00 AM"),
      "America/New_York",
      "2026-11-01T05:30:00Z",
      "open until SU 2:00 AM 2026-11-01T07:00:00Z",
    ],
    [
      "is told rightly where clocks are put forward by half an hour",
      everyDay("2:10 AM", "3:00 AM"),
      "Australia/Lord_Howe",
      "2026-10-03T15:00:00Z",
      "closed until SU 2:30 AM 2026-10-03T15:30:00Z",
    ],
    [
      "is told rightly where clocks are put back by half an hour",
      everyDay("1:45 AM", "3:00 AM"),
      "Australia/Lord_Howe",
      "2026-04-04T14:50:00Z",
      "open until SU 2:00 AM 2026-04-04T15:00:00Z",
    ],
    [
      "is told by an older name of the zone",
      weekdays,
      "Asia/Calcutta",
      "2026-11-22T14:30:00Z",
      "closed until MO 9:00 AM 2026-11-23T03:30:00Z",
    ],
    [
      "is not told of a zone that the host does not know",
      weekdays,
      "Asia/Mumbai",
      "2026-11-22T00:00:00Z",
      "unknown",
    ],
    ["is not told of a text that is no zone", weekdays, "<b>", "2026-11-22T00:00:00Z", "unknown"],
  ];
  for (const [what, windows, zone, now, expected] of cases)
    it(what, () => assert.equal(textOf(nextOpening(toWeek(windows), zone, Date.parse(now))), expected));
});
