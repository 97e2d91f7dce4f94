import { abbreviations } from "../../zones/abbreviations";
import { currentNameOf } from "../../zones/zones";
import { rule } from "../rule";

export const timezoneAlias = rule({
  id: "timezone-alias",
  severity: "info",
  reads: "dialingStrategy/callingHours/timezone",
  summary: "The time zone has its current name.",
  why: "Both names have the same clock, but reports and other tools show the current name, so one zone looks like two.",
  fix: "Writes the current name.",
  examples: {
    good: ["Asia/Kolkata", "UTC", "GMT", "Europe/Oslo", "Europe/Kyiv"],
    bad: ["Asia/Calcutta", "US/Eastern", "Europe/Kiev", "Zulu", "Japan"],
  },
  check(zone, at) {
    const name = currentNameOf(zone);
    if (name === zone || Object.hasOwn(abbreviations, zone)) return undefined;
    return at().problem(
      `${zone} is an older name of ${name}. The clock is the same. Use the current name, so that reports agree.`,
      {
        title: `Write ${name}`,
        replace: name,
        safe: true,
      },
    );
  },
});
