import { zonesWithClock } from "../../zones/clocks";
import { readUtcOffset } from "../../zones/utc-offset";
import { zoneNamed } from "../../zones/zones";
import { rule } from "../rule";
import { offsetInWords, zoneFixes } from "../zone-fixes";

export const timezoneFixedOffset = rule({
  id: "timezone-fixed-offset",
  severity: "warning",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone is a place, not a fixed clock.",
  why: "Etc/GMT-3 is 3 hours ahead of UTC: the sign is the reverse of what people write, and the clock does not follow daylight saving. Factory is the tz database's word for a computer on which nobody has set a zone.",
  fix: "Writes a zone with the same clock. Each is a choice, as only you know which place is meant.",
  source: [{ title: "tz database, file etcetera", url: "https://data.iana.org/time-zones/tzdb/etcetera" }],
  examples: { good: ["Africa/Nairobi", "UTC", "Etc/UTC", "GMT"], bad: ["Etc/GMT-3", "Etc/GMT+5", "Factory"] },
  check(zone, at) {
    if (zone === "Factory")
      return at().problem(
        '"Factory" means that no time zone was set, so it is unknown when people are called. Name a place, such as America/New_York.',
      );
    if (!zone.startsWith("Etc/GMT") || zoneNamed(zone) === undefined) return undefined;
    const minutes = readUtcOffset(zone)?.minutes ?? 0;
    if (minutes === 0) return undefined;
    const zones = zonesWithClock(minutes);
    const same = zones[0] === undefined ? "" : `, such as ${zones[0]}`;
    const [opposite] = zonesWithClock(-minutes);
    const reverse = opposite === undefined ? "" : ` (${opposite} is ${offsetInWords(-minutes)} UTC)`;
    return at().problem(
      `${zone} is ${offsetInWords(minutes)} UTC: the sign is reversed in these names${reverse}. It is a fixed clock without daylight saving, so people may be called at the wrong hour. Name a place${same}.`,
      ...zoneFixes(zones, minutes),
    );
  },
});
