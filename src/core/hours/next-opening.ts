import { day as dayLength } from "../campaign/time-of-day";
import { days, stretchesOfWeek, type DayCode, type Stretch, type Week } from "./week";
import { readClock, type ZoneClock } from "./zone-clock";

/**
 * A moment at which calls may begin or must stop. If the zone's clock changes at that moment, an opening shows the new
 * time and a closing the old.
 */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The local time in the zone: day, and minutes since midnight. */
  readonly day: DayCode;
  readonly minutes: number;
}

export type Opening =
  | { readonly kind: "never" }
  | { readonly kind: "always" }
  | { readonly kind: "open"; readonly until: Moment }
  | { readonly kind: "closed"; readonly opens: Moment };

const minute = 60_000;
const weekLength = days.length * dayLength * minute;

/**
 * Whether people may be called now, and when that changes. The zone's local time decides: a skipped time opens nothing,
 * and a repeated time opens twice. Undefined if the host does not know the zone.
 * @param now in milliseconds since 1970
 */
export function nextOpening(week: Week, zone: string, now: number): Opening | undefined {
  const windows = windowsOf(week);
  if (windows.length === 0) return { kind: "never" };
  if (windows.some(({ start, end }) => end - start >= weekLength)) return { kind: "always" };
  const clock = readClock(zone, now);
  if (clock === undefined) return undefined;
  const change = changeAfter(windows, zone, now, clock);
  if (change === undefined) return undefined;
  return stateAt(windows, clock.shows).open
    ? { kind: "open", until: change }
    : { kind: "closed", opens: change };
}

/** Searches from one clock change of the zone to the next. */
function changeAfter(
  windows: readonly Stretch[],
  zone: string,
  at: number,
  clock: ZoneClock,
): Moment | undefined {
  const { shows, runsUntil } = clock;
  const { open, left } = stateAt(windows, shows);
  if (at + left < runsUntil) return momentAt(at + left, shows + left);
  const next = readClock(zone, runsUntil);
  if (next === undefined) return undefined;
  if (stateAt(windows, next.shows).open === open) return changeAfter(windows, zone, runsUntil, next);
  return momentAt(runsUntil, open ? shows + runsUntil - at : next.shows);
}

/** Whether a window is open at a local time of the week, and how long until that changes. */
function stateAt(
  windows: readonly Stretch[],
  shown: number,
): { readonly open: boolean; readonly left: number } {
  let opensIn = Infinity;
  for (const { start, end } of windows) {
    // A window that continues past the end of the week is also open at the start of the week.
    const time = shown + weekLength < end ? shown + weekLength : shown;
    if (time >= start && time < end) return { open: true, left: end - time };
    opensIn = Math.min(opensIn, (start - shown + weekLength) % weekLength);
  }
  return { open: false, left: opensIn };
}

function momentAt(at: number, shown: number): Moment {
  const minutes = Math.floor(shown / minute) % (days.length * dayLength);
  return { at, day: days[Math.floor(minutes / dayLength)] ?? "MO", minutes: minutes % dayLength };
}

/**
 * The stretches of a week in milliseconds since Monday's midnight, none adjacent. A stretch that continues past Sunday
 * ends after the week; one without an end is as long as a week.
 */
function windowsOf(week: Week): readonly Stretch[] {
  const stretches = stretchesOfWeek(week).map(({ start, end }) => ({
    start: Math.round(start * minute),
    end: Math.round(end * minute),
  }));
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return [];
  const goesOn = first.start === 0 && last.end >= weekLength - minute;
  if (!goesOn) return stretches;
  if (first === last) return [{ start: 0, end: weekLength }];
  return [...stretches.slice(1, -1), { start: last.start, end: weekLength + first.end }];
}
