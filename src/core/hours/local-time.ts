import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { create, toZonedDateTime } from "temporal-polyfill/fns/PlainDateTime";
import { getTimeZoneTransition, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";
import { days, type DayCode } from "./week";
import { inKnownZone } from "./zone-clock";

/** A local date. */
export interface LocalDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly dayOfMonth: number;
}

/** A local date and time in a zone. */
export interface LocalTime extends LocalDate {
  readonly day: DayCode;
  /** Since midnight, with a fraction for seconds. */
  readonly minutes: number;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

/** A change of a zone's UTC offset. */
export interface ClockChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The local time at which the change happens, on the clock before it. */
  readonly before: LocalTime;
  /** The local time that the clock shows after it. */
  readonly after: LocalTime;
}

const minute = 60_000;
const dayInMs = 24 * 60 * minute;

/**
 * The local time of a zone at a moment; undefined if the host does not know the zone.
 * @param at in milliseconds since 1970
 */
export function localTimeAt(zone: string, at: number): LocalTime | undefined {
  return inKnownZone(() => {
    const time = toZonedDateTimeISO(fromEpochMilliseconds(Math.floor(at)), zone);
    const { year, month, day } = time;
    const date = { year, month, dayOfMonth: day };
    return {
      ...date,
      day: weekdayOf(date),
      minutes: time.hour * 60 + time.minute + (time.second + time.millisecond / 1000) / 60,
      offset: offsetNanoseconds(time) / 60_000_000_000,
    };
  });
}

/**
 * The moment at which a zone shows a local time, in milliseconds since 1970. Of a repeated time, the first; a skipped
 * time counts as the same time on the clock before the change. Undefined if the host does not know the zone.
 * @param minutes since midnight, at most 1440
 */
export function momentOf(zone: string, date: LocalDate, minutes: number): number | undefined {
  const { year, month, dayOfMonth } = minutes < 1440 ? date : datePlus(date, 1);
  const whole = Math.floor(minutes) % 1440;
  return inKnownZone(() => {
    const local = create(year, month, dayOfMonth, Math.floor(whole / 60), whole % 60);
    return toZonedDateTime(local, zone).epochMilliseconds;
  });
}

/**
 * The next clock change of a zone within a number of days; undefined if there is none, or if the host does not know the
 * zone.
 * @param now in milliseconds since 1970
 */
export function nextClockChange(zone: string, now: number, withinDays: number): ClockChange | undefined {
  const at = inKnownZone(
    () =>
      getTimeZoneTransition(toZonedDateTimeISO(fromEpochMilliseconds(Math.floor(now)), zone), "next")
        ?.epochMilliseconds,
  );
  if (at === undefined || at > now + withinDays * dayInMs) return undefined;
  const [last, after] = [localTimeAt(zone, at - 1), localTimeAt(zone, at)];
  if (last === undefined || after === undefined) return undefined;
  // The moment of the change, on the clock before it.
  const shown = Math.round(last.minutes);
  const before = shown < 1440 ? { ...last, minutes: shown } : startOf(datePlus(last, 1), last.offset);
  return { at, before, after };
}

/** A date some days later. */
export function datePlus({ year, month, dayOfMonth }: LocalDate, count: number): LocalDate {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth + count));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

export function isSameDate(one: LocalDate, other: LocalDate): boolean {
  return one.year === other.year && one.month === other.month && one.dayOfMonth === other.dayOfMonth;
}

function startOf(date: LocalDate, offset: number): LocalTime {
  return { ...date, day: weekdayOf(date), minutes: 0, offset };
}

function weekdayOf({ year, month, dayOfMonth }: LocalDate): DayCode {
  const sinceSunday = new Date(Date.UTC(year, month - 1, dayOfMonth)).getUTCDay();
  return days[(sinceSunday + 6) % 7] ?? "MO";
}
