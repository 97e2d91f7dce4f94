import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { isUnderWay, type LedgerEntry } from "../../core/ledger/entry";

/** The status of a submission: its outcome, or the result of a later look-up. */
export type SubmissionStatus =
  | Exclude<LedgerEntry["state"], "pending" | "unknown">
  | "under-way"
  /** No response, not resolved: it may have been created. */
  | "open"
  | "found"
  | "not-found"
  /** Resolved manually, because the look-up was inconclusive. */
  | "person";

export function statusOf(entry: LedgerEntry, now: number): SubmissionStatus {
  if (entry.state === "pending") return isUnderWay(entry, now) ? "under-way" : "open";
  return entry.state === "unknown" ? (entry.resolution?.kind ?? "open") : entry.state;
}

/** The ID of the campaign that was created; undefined if the response named none. */
export function campaignIdOf(entry: LedgerEntry): string | undefined {
  return entry.state === "pending" ? undefined : entry.campaignId;
}

/** VS Code product icons and theme colors. Shapes differ too, because not everyone can tell the colors apart. */
const icons: Readonly<Record<SubmissionStatus, readonly [icon: string, color?: string]>> = {
  accepted: ["pass", "testing.iconPassed"],
  found: ["pass", "testing.iconPassed"],
  "under-way": ["loading~spin"],
  open: ["question", "problemsWarningIcon.foreground"],
  person: ["person"],
  rejected: ["error", "problemsErrorIcon.foreground"],
  unauthorized: ["lock", "problemsErrorIcon.foreground"],
  redirected: ["link-external", "problemsErrorIcon.foreground"],
  "rate-limited": ["watch", "problemsWarningIcon.foreground"],
  "not-sent": ["debug-disconnect", "problemsWarningIcon.foreground"],
  "not-found": ["circle-slash"],
  cancelled: ["circle-slash"],
};

export function iconOf(status: SubmissionStatus): vscode.ThemeIcon {
  const [icon, color] = icons[status];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** For example "created, Ready". */
export function statusLabel(entry: LedgerEntry, status: SubmissionStatus): string {
  const state = entry.state === "pending" ? undefined : entry.campaignState;
  const label = describeStatus(status);
  return state === undefined ? label : `${label}, ${visibleLine(state, 40)}`;
}

function describeStatus(status: SubmissionStatus): string {
  switch (status) {
    case "accepted":
      return "created";
    case "found":
      return "found in the account";
    case "under-way":
      return "being sent";
    case "open":
      return "no response, may have been created";
    case "person":
      return "no response, resolved manually";
    case "rejected":
      return "rejected";
    case "unauthorized":
      return "not authorized";
    case "redirected":
      return "redirected, not followed";
    case "rate-limited":
      return "rate limit reached, not created";
    case "not-sent":
      return "not sent";
    case "not-found":
      return "no response, not in the account";
    case "cancelled":
      return "canceled, not sent";
  }
}
