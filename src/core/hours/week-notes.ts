import { day as dayLength, formatTime } from "../campaign/time-of-day";
import type { CallingWeek, ContactAttempts, DrawnWindow, SecondZone, WeekDay } from "./calling-week";
import {
  describeClockChange,
  describeDate,
  describeMoment,
  describeOffset,
  describeOpening,
  shortDay,
} from "./describe-time";
import { dayNames, days, describeMinutes, describeStretches, describeWeek, type Week } from "./week";

/** One fact of a calling week, such as ["Hours per week", "45 h"]. */
export type WeekNote = readonly [label: string, text: string];

/** The facts that a picture of the week shows, in sentences. Values of the file are as written. */
export function weekNotes(week: CallingWeek): readonly WeekNote[] {
  const { plan, now, minutes } = week;
  return [
    ...(plan.timezone === undefined
      ? []
      : [
          [
            "Time zone",
            [plan.timezone, now && describeOffset(now.offset)].filter(Boolean).join(", "),
          ] as const,
        ]),
    ...(minutes === undefined ? [] : [["Hours per week", describeMinutes(minutes)] as const]),
    ...(now === undefined ? [] : [["Now", nowText(week, now)] as const]),
    ...(now === undefined ? [] : [["Clock changes", clockText(week)] as const]),
    ["Legal hours", legalText(week)],
    ...(week.second === undefined ? [] : [["Second time zone", secondText(week, week.second)] as const]),
    ...(week.attempts === undefined ? [] : [["Attempts", attemptsText(week.attempts)] as const]),
    ...week.gaps.map((gap) => ["Note", gap] as const),
  ];
}

/** "9:00 AM–6:00 PM". */
export function windowText({ start, end }: DrawnWindow): string {
  return `${formatTime(start)}–${formatTime(end)}`;
}

/** What is wrong with a window, in short sentences without an end. */
export function windowFaults({ inverted, overlaps, outside }: DrawnWindow): readonly string[] {
  if (inverted) return ["inverted: it does not end after it starts, so nobody is called"];
  return [
    ...(overlaps.length === 0 ? [] : [`overlaps another window (${describeStretches(overlaps)})`]),
    ...(outside.length === 0 ? [] : [`outside the legal hours (${describeStretches(outside)})`]),
  ];
}

/** "Sun 11:30 PM–Mon 8:30 AM"; the day only where it differs. */
export function secondTimesText({ second }: DrawnWindow, { day }: WeekDay): string | undefined {
  if (second === undefined) return undefined;
  const { start, end } = second;
  const sameDays = start.day === day && end.day === day;
  return sameDays
    ? `${formatTime(start.minutes)}–${formatTime(end.minutes)}`
    : `${describeMoment(start)}–${describeMoment(end)}`;
}

/** "Mon, Nov 30", or the day alone when its date is unknown. */
export function dayTitle({ day, date }: WeekDay): string {
  return date === undefined ? shortDay(day) : `${shortDay(day)}, ${describeDate(date)}`;
}

/** "the clock goes back 1 h, so the windows are open 1 h more"; undefined on other days. */
export function dayClockText({ clockChange }: WeekDay): string | undefined {
  if (clockChange === undefined) return undefined;
  const { before, after, moreMinutes } = clockChange;
  const forward = after.offset > before.offset;
  const size = describeMinutes(Math.abs(after.offset - before.offset));
  const change = `the clock goes ${forward ? "forward" : "back"} ${size} at ${formatTime(before.minutes)}`;
  if (moreMinutes === 0) return change;
  return `${change}, so the windows are open ${describeMinutes(Math.abs(moreMinutes))} ${moreMinutes > 0 ? "more" : "less"}`;
}

/** The city of a zone: "New York" for "America/New_York". */
export function placeOfZone(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function nowText({ opening, at }: CallingWeek, now: NonNullable<CallingWeek["now"]>): string {
  const time = describeMoment(now);
  if (opening === undefined) return time;
  if (opening.kind === "never") return `${time}; never open, so nobody is called`;
  return `${time}; ${describeOpening(opening, at)}`;
}

function clockText({ clockChange }: CallingWeek): string {
  return clockChange === undefined
    ? "the clock does not change within a year"
    : describeClockChange(clockChange);
}

function legalText({ legal, closedOnHolidays, days: weekDays }: CallingWeek): string {
  if (legal.length === 0) return "no active profile in .campaignlint.json sets hours";
  const allowed = Object.fromEntries(weekDays.map(({ day, legal: hours = [] }) => [day, hours])) as Week;
  const outside = weekDays.flatMap(({ day, windows }) =>
    windows.flatMap((window) =>
      window.outside.length === 0 ? [] : [`${shortDay(day)} ${describeStretches(window.outside)}`],
    ),
  );
  const found = outside.length === 0 ? "no window is outside" : `outside: ${listed(outside, maxListed)}`;
  const holidays = closedOnHolidays ? "; no calls on public holidays, which a week does not show" : "";
  return `${legal.join(", ")}: ${describeWeek(allowed)}; ${found}${holidays}`;
}

function secondText(week: CallingWeek, { zone, now, ahead, clockChange }: SecondZone): string {
  const difference =
    ahead === 0 ? "the same time" : `${describeMinutes(Math.abs(ahead))} ${ahead > 0 ? "ahead" : "behind"}`;
  const next = fromToday(week.days)
    .flatMap(({ windows }) => windows)
    .find(({ second }) => second !== undefined);
  const example =
    next?.second === undefined || week.plan.timezone === undefined
      ? ""
      : `; ${formatTime(next.start)} in ${placeOfZone(week.plan.timezone)} is ${formatTime(next.second.start.minutes)} in ${placeOfZone(zone)}`;
  const change = clockChange === undefined ? "" : `; ${describeClockChange(clockChange)}`;
  return `${zone}, ${describeOffset(now.offset)}, ${difference} now${example}${change}`;
}

function fromToday(weekDays: readonly WeekDay[]): readonly WeekDay[] {
  const today = weekDays.findIndex(({ isToday }) => isToday);
  return [...weekDays.slice(today), ...weekDays.slice(0, today)];
}

/** Limit on listed values. */
const maxListed = 10;

function attemptsText({ calls, ringTime }: ContactAttempts): string {
  const times = calls.map(callText);
  const ring = ringTime === undefined ? "" : `; each call rings for up to ${ringTime} s`;
  const [first = "", ...retries] = times;
  const again = retries.length === 0 ? ", and not again" : `, then ${listed(retries, maxListed)}`;
  return `a contact who never answers is called first on ${first}${again}${ring}`;
}

/** "Mon 9:00 AM", "Mon 9:00 AM of week 2". */
export function callText(call: number): string {
  const dayIndex = Math.floor(call / dayLength);
  const week = Math.floor(dayIndex / days.length);
  const day = days[dayIndex % days.length] ?? "MO";
  const time = describeMoment({ day, minutes: call % dayLength });
  return week === 0 ? time : `${time} of week ${week + 1}`;
}

function listed(texts: readonly string[], most: number): string {
  if (texts.length <= most) return texts.join(", ");
  const last = texts.at(-1) ?? "";
  return `${texts.slice(0, most - 1).join(", ")}, … and ${last} (${texts.length} in all)`;
}

/** "Monday", "Every day", or "Monday window 2" on a split day, for the label of a window. */
export function windowName({ plan }: CallingWeek, { day, windows }: WeekDay, window: DrawnWindow): string {
  const planned = plan.windows.find(({ index }) => index === window.index);
  const name = planned !== undefined && planned.window.day === undefined ? "Every day" : dayNames[day];
  return windows.length === 1 ? name : `${name} window ${windows.indexOf(window) + 1}`;
}
