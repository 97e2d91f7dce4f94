import { zonesWithClock } from "../../zones/clocks";
import { readUtcOffset } from "../../zones/utc-offset";
import { zoneNamed } from "../../zones/zones";
import { rule } from "../rule";
import { describeOffset, zoneFixes } from "../zone-fixes";

export const timezoneFixedOffset = rule({
  id: "timezone-fixed-offset",
  severity: "warning",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone is a place, not a fixed UTC offset.",
  why: "Etc/GMT-3 is 3 hours ahead of UTC: the plus and minus are reversed, and the clock does not follow daylight saving time. Factory means that no time zone was set.",
  fix: "Writes a time zone with the same clock. You choose the place.",
  source: [{ title: "tz database, file etcetera", url: "https://data.iana.org/time-zones/tzdb/etcetera" }],
  examples: { good: ["Africa/Nairobi", "UTC", "Etc/UTC", "GMT"], bad: ["Etc/GMT-3", "Etc/GMT+5", "Factory"] },
  check(zone, at) {
    if (zone === "Factory")
      return at().problem(
        '"Factory" means that no time zone is set, so the calling hours are unknown. Use a place, such as America/New_York.',
      );
    if (!zone.startsWith("Etc/GMT") || zoneNamed(zone) === undefined) return undefined;
    const minutes = readUtcOffset(zone)?.minutes ?? 0;
    if (minutes === 0) return undefined;
    const zones = zonesWithClock(minutes);
    const same = zones[0] === undefined ? "" : `, such as ${zones[0]}`;
    const [opposite] = zonesWithClock(-minutes);
    const reverse = opposite === undefined ? "" : ` (${opposite} is ${describeOffset(-minutes)} UTC)`;
    return at().problem(
      `${zone} is ${describeOffset(minutes)} UTC: plus and minus are reversed in these names${reverse}. It ignores daylight saving time, so people may be called at the wrong hour. Use a place${same}.`,
      ...zoneFixes(zones, minutes),
    );
  },
});
