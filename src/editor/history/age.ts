import * as vscode from "vscode";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** For example "2 min. ago", in the editor's language. A date if it is older than 30 days or in the future. */
export function describeAge(at: number, now: number, style: Intl.RelativeTimeFormatStyle = "short"): string {
  const age = now - at;
  if (age < 0 || age > 30 * DAY)
    return new Date(at).toLocaleDateString(vscode.env.language, { dateStyle: "medium" });
  if (age < MINUTE) return "just now";
  const words = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: "always", style });
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), "minute");
  return age < DAY
    ? words.format(-Math.floor(age / HOUR), "hour")
    : words.format(-Math.floor(age / DAY), "day");
}

export function formatTime(at: number): string {
  return new Date(at).toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "medium" });
}
