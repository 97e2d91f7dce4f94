import { isBlank, withoutInvisible } from "../../text/invisible";
import { abbreviations } from "../../zones/abbreviations";
import { zonesWithClock } from "../../zones/clocks";
import { suggestZone } from "../../zones/suggest";
import type { UtcOffset } from "../../zones/utc-offset";
import { zoneNamed } from "../../zones/zones";
import { rule } from "../rule";
import { offsetInWords, zoneFixes } from "../zone-fixes";

export const timezoneUnknown = rule({
  id: "timezone-unknown",
  severity: "error",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone is a name of the tz database, such as Asia/Kolkata.",
  why: "The calling windows follow this clock. With a name that the platform does not know they follow another one, or none.",
  fix: "Writes the zone of that place. Where several may be meant (a country with several clocks, an offset), each is a choice.",
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
    const { zones, sure, offset } = suggestZone(zone);
    if (offset !== undefined)
      return at().problem(
        `${JSON.stringify(zone)} is a UTC offset, not a time zone, and does not follow daylight saving. ${adviceOf(offset)}`,
        ...zoneFixes(zones, offset.minutes),
      );
    const what = `${JSON.stringify(zone)} is not a time zone of the tz database, so it is unknown when people are called.`;
    const advice =
      zones.length === 0 ? "Name a place, such as Asia/Kolkata or America/New_York." : asked(zones);
    const fixes = zones.map((name) => ({
      title: `Write ${name}`,
      replace: name,
      preferred: sure,
      safe: sure && name.toLowerCase() === withoutInvisible(zone).trim().toLowerCase(),
    }));
    return at().problem(`${what} ${advice}`, ...fixes);
  },
});

function adviceOf({ minutes, reversed }: UtcOffset): string {
  const [first, second] = zonesWithClock(minutes);
  if (first === undefined) return "No place has this clock. Name a place, such as America/New_York.";
  const places = `Name a place with this clock, such as ${[first, second].filter(Boolean).join(" or ")}.`;
  const reading = `In an Etc/GMT name the sign is reversed, so this is ${offsetInWords(minutes)} UTC. `;
  return reversed ? reading + places : places;
}

/** Did you mean A, B or C? */
function asked(zones: readonly string[]): string {
  const last = zones.at(-1) ?? "";
  const others = zones.slice(0, -1).join(", ");
  return `Did you mean ${others === "" ? last : `${others} or ${last}`}?`;
}
