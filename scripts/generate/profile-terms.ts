import { describeWeek } from "../../src/core/hours/week";
import type { LegalProfile, LegalTerms } from "../../src/core/lint/legal/profile";
import { profiles } from "../../src/core/lint/legal/profiles";

/** What a profile allows, in a phrase: "Mon–Sat 9:00 AM–7:00 PM; up to 3 calls in 24 hours". */
export function termsText({ hours, closedOnHolidays, attempts = [], ringSeconds }: LegalTerms): string {
  const parts = [
    ...(hours === undefined ? [] : [describeWeek(hours)]),
    ...(closedOnHolidays === undefined ? [] : ["no calls on public holidays"]),
    ...attempts.map(({ max, days }) => `up to ${max} ${max === 1 ? "call" : "calls"} in ${period(days)}`),
    ...(ringSeconds === undefined ? [] : [`at least ${ringSeconds} seconds of ringing`]),
  ];
  return parts.join("; ");
}

function period(days: number): string {
  return days === 1 ? "24 hours" : `${days} days`;
}

/** The section of a page that lists all legal profiles. */
export function profileSection(): string[] {
  const rows = profiles.map((profile) => {
    const { id, name, citation, url, source, readIn, note = "" } = profile;
    const cited = url === undefined ? citation : `[${citation}](${url})`;
    const read = source === "statute" ? "its own text" : "a text about it";
    return `| \`${id}\` | ${capital(name)} | ${allowedText(profile)} | ${cited}. Read: ${read}, ${readIn} | ${note} |`;
  });
  return [
    "## Profiles",
    "Each profile is an interpretation of its source, with the month in which it was read. None is legal advice. A week cannot show public holidays, so they are named here and with the calling hours, but not checked.",
    ["| Profile | Law | Allows | Source | Note |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
  ];
}

function allowedText(profile: LegalProfile): string {
  const { modes, from, before } = profile;
  return [
    ...(modes === undefined ? [] : [`For ${modes.join(" and ")} campaigns: `]),
    termsText(profile),
    ...(from === undefined ? [] : [` (since ${from})`]),
    ...(before === undefined ? [] : [`. Before: ${termsText(before)}`]),
  ].join("");
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
