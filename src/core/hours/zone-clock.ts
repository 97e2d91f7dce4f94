import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { dayOfWeek, getTimeZoneTransition } from "temporal-polyfill/fns/ZonedDateTime";

/** The local time of a zone at a moment. All values are in milliseconds. */
export interface ZoneClock {
  /** Local time since Monday's midnight; less than a week. */
  readonly shows: number;
  /** When the zone's UTC offset changes next, since 1970; Infinity if no change is known. */
  readonly runsUntil: number;
}

const hour = 3_600_000;
const dayLength = 24 * hour;

/**
 * Reads the local time of a zone; undefined if the host does not know the zone.
 * @param now in milliseconds since 1970
 */
export function readClock(zone: string, now: number): ZoneClock | undefined {
  return inKnownZone(() => {
    const time = toZonedDateTimeISO(fromEpochMilliseconds(Math.floor(now)), zone);
    const sinceMidnight = time.hour * hour + time.minute * 60_000 + time.second * 1000 + time.millisecond;
    return {
      shows: (dayOfWeek(time) - 1) * dayLength + sinceMidnight,
      runsUntil: getTimeZoneTransition(time, "next")?.epochMilliseconds ?? Infinity,
    };
  });
}

/** Returns what `read` does; undefined for a zone that the host does not know, for which the library throws a RangeError. */
export function inKnownZone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
