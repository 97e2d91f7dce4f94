import { abbreviations } from "../../zones/abbreviations";
import { rule } from "../rule";

export const timezoneAbbreviation = rule({
  id: "timezone-abbreviation",
  severity: "warning",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone names a place, not an abbreviation.",
  why: "Several places use the same abbreviation, and some of them for half of the year only: IST is India, Ireland and Israel, and EST is one hour off in summer.",
  fix: "Writes a zone that the abbreviation is used for. Where there are several, each is a choice.",
  examples: { good: ["Asia/Kolkata", "UTC", "GMT"], bad: ["IST", "EST", "PST8PDT", "CET"] },
  check(zone, at) {
    const meant = Object.hasOwn(abbreviations, zone) ? (abbreviations[zone] ?? []) : [];
    if (meant.length === 0) return undefined;
    // Of several places only a person knows which is meant, and their clocks differ.
    const fixes = meant.map((name) => ({
      title: `Write ${name}`,
      replace: name,
      preferred: meant.length === 1,
    }));
    return at().problem(
      `"${zone}" is an abbreviation. It is ambiguous or ignores daylight saving, so people may be called at the wrong hour. Name the place: ${meant.join(", ")}.`,
      ...fixes,
    );
  },
});
