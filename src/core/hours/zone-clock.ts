import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { dayOfWeek, getTimeZoneTransition } from "temporal-polyfill/fns/ZonedDateTime";

/** What the clocks of a zone show at a moment. All in milliseconds. */
export interface ZoneClock {
  /** Since Monday's midnight, as the clock shows it; less than a week. */
  readonly shows: number;
  /** Since 1970: when the clock is next put forward or back; Infinity when that is not known to happen. */
  readonly runsUntil: number;
}

const hour = 3_600_000;
const dayLength = 24 * hour;

/**
 * Reads a clock; nothing for a zone that the host does not know.
 * @param now in milliseconds since 1970
 */
export function readClock(zone: string, now: number): ZoneClock | undefined {
  try {
    const time = toZonedDateTimeISO(fromEpochMilliseconds(Math.floor(now)), zone);
    const sinceMidnight = time.hour * hour + time.minute * 60_000 + time.second * 1000 + time.millisecond;
    return {
      shows: (dayOfWeek(time) - 1) * dayLength + sinceMidnight,
      runsUntil: getTimeZoneTransition(time, "next")?.epochMilliseconds ?? Infinity,
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
