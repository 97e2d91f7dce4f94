import * as vscode from "vscode";
import { credentialExpiry, type Credential } from "../../core/connection/connection";

/** When a credential expires, for a list: "expires in 12 min", "expired 2 h ago", "mints its own tokens". */
export function describeExpiry(credential: Credential, now: number): string {
  if (credential.kind === "client") return "mints its own tokens";
  const expiresAt = credentialExpiry(credential);
  if (expiresAt === undefined) return "token without an expiry";
  return expiresAt <= now
    ? `expired ${describeDuration(now - expiresAt)} ago`
    : `expires in ${describeDuration(expiresAt - now)}`;
}

/** Date and time in the language of the editor. */
export function formatDate(milliseconds: number): string {
  const format = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Date(milliseconds).toLocaleString(vscode.env.language, format);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rounded down, so that a credential never seems valid for longer than it is. */
function describeDuration(milliseconds: number): string {
  if (milliseconds < MINUTE) return "less than a minute";
  if (milliseconds < 2 * HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < 2 * DAY) return `${Math.floor(milliseconds / HOUR)} h`;
  return `${Math.floor(milliseconds / DAY)} days`;
}
