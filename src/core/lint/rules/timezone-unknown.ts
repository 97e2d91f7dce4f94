import { abbreviations } from "../../zones/abbreviations";
import { suggestZones, zoneNamed } from "../../zones/zones";
import { rule } from "../rule";

export const timezoneUnknown = rule({
  id: "timezone-unknown",
  severity: "error",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone is a name of the tz database, such as Asia/Kolkata.",
  why: "The calling windows follow this clock. With a name that the platform does not know they follow another one, or none.",
  fix: "Writes the nearest names.",
  source: [{ title: "tz database", url: "https://www.iana.org/time-zones" }],
  examples: {
    good: ["Asia/Kolkata", "UTC", "GMT", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Europe/Oslo"],
    bad: ["Asia/Mumbai", "asia/kolkata", "India Standard Time", "GMT+5:30", "Asia/Kolkatta", "Mars/Olympus"],
  },
  check(zone, at) {
    if (zone.trim() === "" || zoneNamed(zone) !== undefined || Object.hasOwn(abbreviations, zone))
      return undefined;
    const near = suggestZones(zone);
    const offset = /^(?:(?:UTC|GMT)\s*)?[+-]\d/i.test(zone.trim());
    const what = offset
      ? `${JSON.stringify(zone)} is a difference to UTC, not a place, and does not follow daylight saving`
      : `${JSON.stringify(zone)} is no time zone of the tz database, so nobody can tell when people are called`;
    const advice =
      near[0] === undefined
        ? "Name a place, such as Asia/Kolkata or America/New_York."
        : `Did you mean ${near[0]}?`;
    const sameName = (name: string) => name.toLowerCase() === zone.trim().toLowerCase();
    const fixes = near.map((name, index) => ({
      title: `Write ${name}`,
      replace: name,
      preferred: index === 0,
      safe: sameName(name),
    }));
    return at().problem(`${what}. ${advice}`, ...fixes);
  },
});
