import { isBlank, withoutInvisible } from "../../text/invisible";
import { abbreviations } from "../../zones/abbreviations";
import { zonesWithClock } from "../../zones/clocks";
import { zoneSearch } from "../../zones/search";
import type { UtcOffset } from "../../zones/utc-offset";
import { zoneNamed } from "../../zones/zones";
import { rule } from "../rule";
import { describeOffset, zoneFixes } from "../zone-fixes";

export const timezoneUnknown = rule({
  id: "timezone-unknown",
  severity: "error",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone is a name in the tz database, such as Asia/Kolkata.",
  why: "The calling windows follow this clock. If the platform does not know the name, they follow another clock or none.",
  fix: "Writes the time zone of that place. You choose when several match, as for a country with several clocks or a UTC offset.",
  source: [{ title: "tz database", url: "https://www.iana.org/time-zones" }],
  examples: {
    good: ["Asia/Kolkata", "UTC", "GMT", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Europe/Oslo"],
    bad: [
      ...["Asia/Mumbai", "asia/kolkata", "India Standard Time", "Pacific Time", "America/Texas"],
      ...["GMT+5:30", "UTC-5", "Asia/Kolkatta", "Mars/Olympus"],
    ],
  },
  check(zone, at) {
    if (isBlank(zone) || zoneNamed(zone) !== undefined || Object.hasOwn(abbreviations, zone))
      return undefined;
    const { zones, sure, offset } = zoneSearch().suggestZone(zone);
    if (offset !== undefined)
      return at().problem(
        `${JSON.stringify(zone)} is a UTC offset, not a time zone, and does not follow daylight saving time. ${adviceOf(offset)}`,
        ...zoneFixes(zones, offset.minutes),
      );
    const what = `${JSON.stringify(zone)} is not a time zone in the tz database`;
    const message =
      zones.length === 0
        ? `${what}, so the calling hours are unknown. Use a place, such as Asia/Kolkata or America/New_York.`
        : `${what}. ${asked(zones)} Without a time zone, the calling hours are unknown.`;
    const fixes = zones.map((name) => ({
      title: `Write ${name}`,
      replace: name,
      preferred: sure,
      safe: sure && name.toLowerCase() === withoutInvisible(zone).trim().toLowerCase(),
    }));
    return at().problem(message, ...fixes);
  },
});

function adviceOf({ minutes, reversed }: UtcOffset): string {
  const [first, second] = zonesWithClock(minutes);
  if (first === undefined) return "No place has this clock. Use a place, such as America/New_York.";
  const places = `Use a place with this clock, such as ${[first, second].filter(Boolean).join(" or ")}.`;
  const reading = `In Etc/GMT names plus and minus are reversed, so this is ${describeOffset(minutes)} UTC. `;
  return reversed ? reading + places : places;
}

/** Did you mean A, B or C? */
function asked(zones: readonly string[]): string {
  const last = zones.at(-1) ?? "";
  const others = zones.slice(0, -1).join(", ");
  return `Did you mean ${others === "" ? last : `${others} or ${last}`}?`;
}
