/**
 * The UTC offset of a zone at a moment: `UTC+05:30`. Undefined for a name that the host does not know.
 * @param now in milliseconds since 1970
 */
export function offsetOf(zone: string, now: number): string | undefined {
  try {
    const clock = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    const offset = /GMT([+-]\d\d:\d\d)?/.exec(clock.format(now));
    return offset === null ? undefined : `UTC${offset[1] ?? "+00:00"}`;
  } catch {
    return undefined;
  }
}
