import { parseTime } from "../campaign/time-of-day";
import { callsFrom } from "./attempts";
import type { CallingPlan, PlannedWindow } from "./dialing-plan";
import {
  datePlus,
  isSameDate,
  localTimeAt,
  momentOf,
  nextClockChange,
  type ClockChange,
  type LocalDate,
  type LocalTime,
} from "./local-time";
import { nextOpening, type Opening } from "./next-opening";
import {
  days,
  minutesOf,
  overlap,
  sharedStretches,
  toWeek,
  type DayCode,
  type Stretch,
  type Week,
} from "./week";

/** Hours that a legal profile allows. */
export interface LegalHours {
  /** The name in sentences: "US federal law (TCPA)". */
  readonly name: string;
  readonly hours: Week;
  /** Whether the profile forbids calls on public holidays, which a week does not show. */
  readonly closedOnHolidays: boolean;
}

export interface CallingWeekParameters {
  readonly plan: CallingPlan;
  /** The hours of the active legal profiles. */
  readonly legal: readonly LegalHours[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The names of a time zone, the likeliest to be known to the host first. */
  readonly zoneNames: (zone: string) => readonly string[];
  /** A second zone in which the times are shown, too. */
  readonly secondZone?: string | undefined;
  /** The day of a contact's first call; the first day with an open window by default. */
  readonly firstCallOn?: DayCode | undefined;
}

/** A calling week as it is drawn: the windows as written, on the next seven dates in the campaign's zone. */
export interface CallingWeek {
  readonly plan: CallingPlan;
  /** Monday first. */
  readonly days: readonly WeekDay[];
  /** The minutes in which people may be called; undefined if the frequency is not documented. */
  readonly minutes: number | undefined;
  /** The local time in the campaign's zone; undefined if the host does not know the zone. */
  readonly now: LocalTime | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Undefined if the zone is unknown or the frequency is not documented. */
  readonly opening: Opening | undefined;
  /** The zone's next clock change within a year. */
  readonly clockChange: ClockChange | undefined;
  /** The names of the legal profiles; empty if none is active. */
  readonly legal: readonly string[];
  /** Whether one of them forbids calls on public holidays. */
  readonly closedOnHolidays: boolean;
  readonly second: SecondZone | undefined;
  readonly attempts: ContactAttempts | undefined;
  /** What cannot be shown and why, in sentences. */
  readonly gaps: readonly string[];
}

export interface WeekDay {
  readonly day: DayCode;
  /** Its next date; undefined if the zone is unknown. */
  readonly date: LocalDate | undefined;
  readonly isToday: boolean;
  /** In the order of their start. */
  readonly windows: readonly DrawnWindow[];
  /** The minutes in which people may be called, counting an overlap once. */
  readonly minutes: number;
  /** The legal hours; undefined if no legal profile is active. */
  readonly legal: readonly Stretch[] | undefined;
  /** The clock change on this date, and how many more minutes it opens the windows of the day. */
  readonly clockChange: (ClockChange & { readonly moreMinutes: number }) | undefined;
}

/** A window on one day. All times are minutes since midnight. */
export interface DrawnWindow {
  /** Its index in the file's list. A window without a day is drawn on every day with the same index. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Whether it ends before it starts, or when it starts, so that nobody is called. */
  readonly inverted: boolean;
  /** What it shares with other windows of the day. */
  readonly overlaps: readonly Stretch[];
  /** What is outside the legal hours. */
  readonly outside: readonly Stretch[];
  /** Its times in the second zone; undefined if there is none, or if the window is inverted. */
  readonly second: { readonly start: LocalTime; readonly end: LocalTime } | undefined;
}

export interface SecondZone {
  /** The name that was asked for. */
  readonly zone: string;
  /** The name of the same zone that the host knows. */
  readonly known: string;
  readonly now: LocalTime;
  /** How far it is ahead of the campaign's zone now, in minutes. */
  readonly ahead: number;
  /** Its next clock change within a year. */
  readonly clockChange: ClockChange | undefined;
}

/** The calls to one contact who never answers. */
export interface ContactAttempts {
  /** The day of the first call. */
  readonly day: DayCode;
  /** Minutes since Monday's midnight; a minute after the week's end belongs to the next week. */
  readonly calls: readonly number[];
  readonly retryPeriod: number;
  /** In seconds; undefined if unknown. */
  readonly ringTime: number | undefined;
}

/** Limit on the windows that are drawn. A week has about ten. */
const maxDrawn = 200;
const yearInDays = 366;

export function callingWeek(parameters: CallingWeekParameters): CallingWeek {
  const { plan, legal, now: at, zoneNames } = parameters;
  const week = toWeek(plan.windows.map(({ window }) => window));
  const weekly = plan.frequency === "WEEKLY";
  const zone = knownZone(plan.timezone, zoneNames, at);
  const now = zone === undefined ? undefined : localTimeAt(zone, at);
  const clockChange = zone === undefined ? undefined : nextClockChange(zone, at, yearInDays);
  const second = now && secondZoneOf(parameters, now);
  const allowed = legal.map(({ hours }) => hours).reduce<Week | undefined>(narrowed, undefined);
  const drawn = plan.windows.slice(0, maxDrawn);
  const draw = (day: DayCode): WeekDay => {
    const date = now && nextDateOf(day, now);
    const place =
      zone !== undefined && date !== undefined && second !== undefined
        ? { zone, date, second: second.known }
        : undefined;
    return {
      ...{ day, date },
      isToday: now?.day === day,
      windows: drawnOn(day, drawn, allowed?.[day], place),
      minutes: lengthOfAll(week[day]),
      legal: allowed?.[day],
      clockChange:
        date !== undefined && clockChange !== undefined && isSameDate(clockChange.before, date)
          ? { ...clockChange, moreMinutes: moreMinutesOf(clockChange, week[day]) }
          : undefined,
    };
  };
  return {
    ...{ plan, now, at, clockChange },
    days: days.map(draw),
    minutes: weekly ? minutesOf(week) : undefined,
    opening: weekly && zone !== undefined ? nextOpening(week, zone, at) : undefined,
    legal: legal.map(({ name }) => name),
    closedOnHolidays: legal.some(({ closedOnHolidays }) => closedOnHolidays),
    second,
    attempts: weekly ? attemptsOf(plan, week, parameters.firstCallOn) : undefined,
    gaps: gapsOf(parameters, zone !== undefined, second !== undefined),
  };
}

/** The first name that the host knows. */
function knownZone(
  timezone: string | undefined,
  zoneNames: CallingWeekParameters["zoneNames"],
  at: number,
): string | undefined {
  if (timezone === undefined) return undefined;
  return zoneNames(timezone).find((name) => localTimeAt(name, at) !== undefined);
}

function secondZoneOf(
  { secondZone, zoneNames, now }: CallingWeekParameters,
  first: LocalTime,
): SecondZone | undefined {
  const known = knownZone(secondZone, zoneNames, now);
  const local = known === undefined ? undefined : localTimeAt(known, now);
  if (secondZone === undefined || known === undefined || local === undefined) return undefined;
  const clockChange = nextClockChange(known, now, yearInDays);
  return { zone: secondZone, known, now: local, ahead: local.offset - first.offset, clockChange };
}

function narrowed(one: Week | undefined, other: Week): Week {
  return one === undefined ? other : overlap(one, other);
}

/** The date of a day from today on. */
function nextDateOf(day: DayCode, now: LocalTime): LocalDate {
  return datePlus(now, (days.indexOf(day) - days.indexOf(now.day) + days.length) % days.length);
}

interface Place {
  readonly zone: string;
  readonly date: LocalDate;
  /** The second zone. */
  readonly second: string;
}

function drawnOn(
  day: DayCode,
  planned: readonly PlannedWindow[],
  legal: readonly Stretch[] | undefined,
  place: Place | undefined,
): readonly DrawnWindow[] {
  const windows = planned.flatMap(({ index, window }) => {
    const start = parseTime(window.start);
    const end = parseTime(window.end);
    const isOnDay = window.day === undefined || window.day === day;
    return isOnDay && start !== undefined && end !== undefined ? [{ index, start, end }] : [];
  });
  const open = windows.filter(({ start, end }) => end > start);
  return windows
    .map(({ index, start, end }): DrawnWindow => {
      const inverted = end <= start;
      const others = open.filter((other) => other.index !== index);
      return {
        ...{ index, start, end, inverted },
        overlaps: inverted ? [] : sharedStretches([{ start, end }], others),
        outside: inverted || legal === undefined ? [] : withoutStretches({ start, end }, legal),
        second: place && !inverted ? secondTimes(place, start, end) : undefined,
      };
    })
    .sort((a, b) => a.start - b.start || a.index - b.index);
}

function secondTimes({ zone, date, second }: Place, start: number, end: number): DrawnWindow["second"] {
  const inSecond = (minutes: number) => {
    const at = momentOf(zone, date, minutes);
    return at === undefined ? undefined : localTimeAt(second, at);
  };
  const [from, to] = [inSecond(start), inSecond(end)];
  return from !== undefined && to !== undefined ? { start: from, end: to } : undefined;
}

/** What remains of a stretch without others, which are sorted and do not touch. */
function withoutStretches({ start, end }: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = [];
  let from = start;
  for (const other of others) {
    if (other.end <= from || other.start >= end) continue;
    if (other.start > from) left.push({ start: from, end: other.start });
    from = other.end;
  }
  if (from < end) left.push({ start: from, end });
  return left;
}

function lengthOfAll(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How many more minutes the windows of a day are open because a local time repeats; negative if one is skipped. */
function moreMinutesOf({ before, after }: ClockChange, stretches: readonly Stretch[]): number {
  const more = before.offset - after.offset;
  const changed = {
    start: before.minutes - Math.max(0, more),
    end: before.minutes + Math.max(0, -more),
  };
  const affected = lengthOfAll(sharedStretches([changed], stretches));
  return more > 0 ? affected : -affected;
}

function attemptsOf(
  { attempts, retryPeriod, ringTime }: CallingPlan,
  week: Week,
  chosen: DayCode | undefined,
): ContactAttempts | undefined {
  if (attempts === undefined || retryPeriod === undefined) return undefined;
  const isOpen = (day: DayCode) => week[day].length > 0;
  const day = chosen !== undefined && isOpen(chosen) ? chosen : days.find(isOpen);
  if (day === undefined) return undefined;
  return { day, calls: callsFrom(week, day, attempts, retryPeriod), retryPeriod, ringTime };
}

function gapsOf(
  { plan, secondZone }: CallingWeekParameters,
  knowsZone: boolean,
  knowsSecond: boolean,
): readonly string[] {
  const { frequency, timezone, windows, gaps } = plan;
  return [
    ...gaps,
    ...(windows.length > maxDrawn
      ? [`Only the first ${maxDrawn} of ${windows.length} windows are shown.`]
      : []),
    ...(frequency === undefined || frequency === "WEEKLY"
      ? []
      : [
          `${frequency} is not documented, so the windows are shown as written, without a total or a next opening.`,
        ]),
    ...(timezone === undefined || knowsZone
      ? []
      : [`The time zone “${timezone}” is unknown, so the next opening is unknown, too.`]),
    ...(secondZone === undefined || knowsSecond || !knowsZone
      ? []
      : [`The second time zone “${secondZone}” is unknown.`]),
  ];
}
