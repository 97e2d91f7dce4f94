import { abbreviations } from "../../zones/abbreviations";
import { rule } from "../rule";

export const timezoneAbbreviation = rule({
  id: "timezone-abbreviation",
  severity: "warning",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone is the name of a place, not an abbreviation.",
  why: "Several places share an abbreviation, and some use it only half the year. IST is used in India, Ireland and Israel, and EST is an hour off in summer.",
  fix: "Writes a time zone that uses the abbreviation. You choose when there are several.",
  examples: { good: ["Asia/Kolkata", "UTC", "GMT"], bad: ["IST", "EST", "PST8PDT", "CET"] },
  check(zone, at) {
    const meant = Object.hasOwn(abbreviations, zone) ? (abbreviations[zone] ?? []) : [];
    if (meant.length === 0) return undefined;
    // With several places, only a person can choose, because their clocks differ.
    const fixes = meant.map((name) => ({
      title: `Write ${name}`,
      replace: name,
      preferred: meant.length === 1,
    }));
    return at().problem(
      `"${zone}" is an abbreviation, which is ambiguous or ignores daylight saving time. People may be called at the wrong hour. Use a place: ${meant.join(", ")}.`,
      ...fixes,
    );
  },
});
