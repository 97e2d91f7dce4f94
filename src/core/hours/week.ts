import type { CallingHours, CallingWindow } from "../campaign/generated/campaign";
import { day as dayLength, formatTime, parseTime } from "../campaign/time-of-day";

export type DayCode = NonNullable<CallingWindow["day"]>;

/** Monday first, as in the platform. */
export const days: readonly DayCode[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export const dayNames: Readonly<Record<DayCode, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};

export function nextDay(day: DayCode): DayCode {
  return days[(days.indexOf(day) + 1) % days.length] ?? day;
}

/** A stretch of one day, in minutes since midnight. `end` is after `start` and at most 1440. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches of each day in which people may be called, sorted and not adjacent. */
export type Week = Readonly<Record<DayCode, readonly Stretch[]>>;

/** The length of a window in minutes; 0 if it is inverted. */
export function lengthOf(window: CallingWindow): number {
  return Math.max(0, (parseTime(window.end) ?? 0) - (parseTime(window.start) ?? 0));
}

/**
 * Converts windows to a week. A window without a day (DAILY, CUSTOM) counts for every day; an inverted one is ignored.
 */
export function toWeek(windows: readonly CallingWindow[]): Week {
  const found: Record<DayCode, Stretch[]> = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };
  for (const window of windows) {
    const start = parseTime(window.start);
    const end = parseTime(window.end);
    if (start === undefined || end === undefined || end <= start) continue;
    for (const day of window.day === undefined ? days : [window.day]) found[day].push({ start, end });
  }
  for (const day of days) found[day] = merged(found[day]);
  return found;
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || stretch.start > last.end) result.push(stretch);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
  }
  return result;
}

/** The minutes of the week in which people may be called. */
export function minutesOf(week: Week): number {
  let minutes = 0;
  for (const day of days) for (const { start, end } of week[day]) minutes += end - start;
  return minutes;
}

/** "Mon–Fri 9:00 AM–6:00 PM; Sat 10:00 AM–2:00 PM": groups days with the same hours. */
export function describeWeek(week: Week): string {
  const groups: { days: DayCode[]; hours: string }[] = [];
  for (const day of days) {
    const hours = describeStretches(week[day]);
    if (hours === "") continue;
    const same = groups.find((group) => group.hours === hours);
    if (same === undefined) groups.push({ days: [day], hours });
    else same.days.push(day);
  }
  if (groups.length === 0) return "never";
  return groups.map((group) => `${describeDays(group.days)} ${group.hours}`).join("; ");
}

/** "10:00 AM–1:00 PM and 2:00 PM–8:00 PM". */
export function describeStretches(stretches: readonly Stretch[]): string {
  return stretches.map(describeStretch).join(" and ");
}

function describeStretch({ start, end }: Stretch): string {
  if (start === 0 && end >= dayLength - 1) return "all day";
  return `${formatTime(start)}–${formatTime(end)}`;
}

/** "Mon–Fri" for consecutive days, "Mon, Wed" for others. */
function describeDays(codes: readonly DayCode[]): string {
  if (codes.length === days.length) return "every day";
  const runs: DayCode[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && days.indexOf(code) === days.indexOf(last) + 1)
      run.push(code);
    else runs.push([code]);
  }
  const short = (code: DayCode | undefined) => (code === undefined ? "" : dayNames[code].slice(0, 3));
  return runs
    .map((run) => (run.length < 3 ? run.map(short).join(", ") : `${short(run[0])}–${short(run.at(-1))}`))
    .join(", ");
}

/** Limit on the windows of an undocumented frequency that are shown. */
const maxShownWindows = 10;

/**
 * "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week)". Without an open window, the text states that nobody is called.
 * The days of DAILY and CUSTOM are not documented, so their windows are shown as written.
 */
export function describeCallingHours(hours: CallingHours): string {
  if (hours.frequency !== "WEEKLY") return asWritten(hours);
  const week = toWeek(hours.days);
  const minutes = minutesOf(week);
  if (minutes === 0) return "never open, so nobody is called";
  const total = Math.round((minutes / 60) * 10) / 10;
  return `${describeWeek(week)} ${hours.timezone} (${total} h a week)`;
}

/** "CUSTOM: not documented; as written: 9:00 AM–1:00 PM {"date":"2026-12-01"}, Asia/Kolkata". */
function asWritten({ frequency, days: windows, timezone }: CallingHours): string {
  const shown = windows.slice(0, maxShownWindows).map(({ day, start, end, ...rest }) => {
    const own = Object.keys(rest).length === 0 ? "" : ` ${JSON.stringify(rest)}`;
    return `${day === undefined ? "" : `${dayNames[day].slice(0, 3)} `}${start}–${end}${own}`;
  });
  const more = windows.length - shown.length;
  const all = [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
  return `${frequency}: not documented; as written: ${all === "" ? "no windows" : all}, ${timezone}`;
}

/** "45 min", "10 h", "1 h 30 min". */
export function describeMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The hours that both weeks share. */
export function overlap(one: Week, other: Week): Week {
  const shared = (day: DayCode) => sharedStretches(one[day], other[day]);
  return {
    MO: shared("MO"),
    TU: shared("TU"),
    WE: shared("WE"),
    TH: shared("TH"),
    FR: shared("FR"),
    SA: shared("SA"),
    SU: shared("SU"),
  };
}

/** The stretches that both share. */
export function sharedStretches(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const shared: Stretch[] = [];
  for (const a of one) {
    for (const b of other) {
      const start = Math.max(a.start, b.start);
      const end = Math.min(a.end, b.end);
      if (start < end) shared.push({ start, end });
    }
  }
  return shared;
}

/** The hours that are open on every day of a week, for a window without a day. */
export function allowedIn(week: Week): readonly Stretch[] {
  return days.map((day) => week[day]).reduce(sharedStretches);
}

/** A stretch that ends in the last minute of a day continues into one that starts the next day. */
const lastMinute = dayLength - 1;

/** The stretches of a week in order, in minutes since Monday's midnight. Adjacent ones are merged. */
export function stretchesOfWeek(week: Week): readonly Stretch[] {
  const joined: Stretch[] = [];
  days.forEach((day, index) => {
    const offset = index * dayLength;
    for (const { start, end } of week[day]) {
      const last = joined.at(-1);
      if (
        start === 0 &&
        last !== undefined &&
        last.end >= offset - dayLength + lastMinute &&
        last.end <= offset
      ) {
        joined[joined.length - 1] = { start: last.start, end: offset + end };
      } else joined.push({ start: offset + start, end: offset + end });
    }
  });
  return joined;
}

/** The longest uninterrupted calling time in minutes; Infinity if it never ends. */
export function longestStretch(week: Week): number {
  const stretches = stretchesOfWeek(week);
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return 0;
  const wraps = first.start === 0 && last.end >= days.length * dayLength - 1;
  if (wraps && first === last) return Infinity;
  const lengths = stretches.map(({ start, end }) => end - start);
  const around = wraps ? first.end - first.start + last.end - last.start : 0;
  return lengths.reduce((longest, length) => Math.max(longest, length), around);
}
