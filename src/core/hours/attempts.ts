import { days, stretchesOfWeek, type DayCode, type Week } from "./week";
import { day as dayLength } from "../campaign/time-of-day";

const weekLength = days.length * dayLength;

/**
 * The maximum number of calls to one contact in any period of this many days, at most `attempts`. The first call comes
 * when a window opens, each next one a retry period later, or when the next window opens.
 */
export function maxCallsWithin(
  week: Week,
  attempts: number,
  retryMinutes: number,
  periodDays: number,
): number {
  const stretches = stretchesOfWeek(week);
  const period = periodDays * dayLength;
  let max = 0;
  for (const { start } of stretches) {
    let calls = 0;
    let next: number | undefined = start;
    while (next !== undefined && next < start + period && calls < attempts) {
      calls++;
      next = nextOpen(stretches, next + Math.max(1, retryMinutes));
    }
    max = Math.max(max, calls);
    if (max >= attempts) break;
  }
  return max;
}

/**
 * When one contact is called, in minutes since Monday's midnight; a minute after the week's end belongs to the next
 * week. The first call comes when the first window of the day opens. Empty if no window opens on that day.
 */
export function callsFrom(
  week: Week,
  day: DayCode,
  attempts: number,
  retryMinutes: number,
): readonly number[] {
  const stretches = stretchesOfWeek(week);
  const [first] = week[day];
  const calls: number[] = [];
  let next = first === undefined ? undefined : days.indexOf(day) * dayLength + first.start;
  while (next !== undefined && calls.length < attempts) {
    calls.push(next);
    next = nextOpen(stretches, next + Math.max(1, retryMinutes));
  }
  return calls;
}

/** The first minute at or after `minute` in which a call may be made. Minutes continue past the end of the week. */
function nextOpen(stretches: readonly { start: number; end: number }[], minute: number): number | undefined {
  const inWeek = minute % weekLength;
  const weeks = minute - inWeek;
  const later = stretches[firstEndingAfter(stretches, inWeek)];
  if (later !== undefined) return weeks + Math.max(later.start, inWeek);
  const [first] = stretches;
  return first === undefined ? undefined : weeks + weekLength + first.start;
}

/** The index of the first stretch that ends after a minute. The stretches are sorted. */
function firstEndingAfter(stretches: readonly { end: number }[], minute: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}
