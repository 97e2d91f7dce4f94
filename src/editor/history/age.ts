import * as vscode from "vscode";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Unit = "minute" | "hour" | "day";

/** For example "2 min. ago", in the editor's language. A date if it is older than 30 days or in the future. */
export function describeAge(at: number, now: number, style: "short" | "long" = "short"): string {
  const words = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: "always", style });
  return ageIn((count, unit) => words.format(-count, unit), at, now);
}

/** As `describeAge`, but as short as "2 min". */
export function describeAgeShortly(at: number, now: number): string {
  const inUnit = (unit: Unit) =>
    new Intl.NumberFormat(vscode.env.language, { style: "unit", unit, unitDisplay: "short" });
  return ageIn((count, unit) => inUnit(unit).format(count), at, now);
}

function ageIn(words: (count: number, unit: Unit) => string, at: number, now: number): string {
  const age = now - at;
  if (age < 0 || age > 30 * DAY)
    return new Date(at).toLocaleDateString(vscode.env.language, { dateStyle: "medium" });
  if (age < MINUTE) return "just now";
  if (age < HOUR) return words(Math.floor(age / MINUTE), "minute");
  return age < DAY ? words(Math.floor(age / HOUR), "hour") : words(Math.floor(age / DAY), "day");
}

export function formatTime(at: number): string {
  return new Date(at).toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "medium" });
}
