import { abbreviations } from "../../zones/abbreviations";
import { rule } from "../rule";

export const timezoneAbbreviation = rule({
  id: "timezone-abbreviation",
  severity: "warning",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone names a place, not an abbreviation.",
  why: "An abbreviation stands for several places, or for one half of the year only: IST is India, Ireland and Israel, and EST is one hour off in summer.",
  fix: "Writes a zone that the abbreviation is used for.",
  examples: { good: ["Asia/Kolkata", "UTC", "GMT"], bad: ["IST", "EST", "PST8PDT", "CET"] },
  check(zone, at) {
    const meant = Object.hasOwn(abbreviations, zone) ? (abbreviations[zone] ?? []) : [];
    if (meant.length === 0) return undefined;
    const fixes = meant.map((name, index) => ({
      title: `Write ${name}`,
      replace: name,
      preferred: index === 0,
    }));
    return at().problem(
      `"${zone}" is an abbreviation: it is ambiguous, or says nothing of daylight saving, so people may be called at the wrong hour. Name the place: ${meant.join(", ")}.`,
      ...fixes,
    );
  },
});
