import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { isUnderWay, type LedgerEntry } from "../../core/ledger/entry";

/** What is known now of a submission: its outcome, or what was found out later. */
export type SubmissionStatus =
  | Exclude<LedgerEntry["state"], "pending" | "unknown">
  | "under-way"
  /** It may have been created. */
  | "open"
  | "found"
  | "not-found"
  /** Nobody could find out; a person answers for it. */
  | "person";

export function statusOf(entry: LedgerEntry, now: number): SubmissionStatus {
  if (entry.state === "pending") return isUnderWay(entry, now) ? "under-way" : "open";
  return entry.state === "unknown" ? (entry.resolution?.kind ?? "open") : entry.state;
}

/** Shapes differ as well as colours: not everybody sees these. Names of VS Code's product icons and colours. */
const looks: Readonly<Record<SubmissionStatus, readonly [icon: string, color?: string]>> = {
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

export function iconOf(standing: SubmissionStatus): vscode.ThemeIcon {
  const [icon, color] = looks[standing];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** For example "created, Ready". */
export function statusLabel(entry: LedgerEntry, standing: SubmissionStatus): string {
  const state = entry.state === "pending" ? undefined : entry.campaignState;
  const words = wordsOf(standing);
  return state === undefined ? words : `${words}, ${visibleLine(state, 40)}`;
}

function wordsOf(standing: SubmissionStatus): string {
  switch (standing) {
    case "accepted":
      return "created";
    case "found":
      return "found in the account";
    case "under-way":
      return "being sent";
    case "open":
      return "no answer, may have been created";
    case "person":
      return "no answer, looked up by hand";
    case "rejected":
      return "rejected";
    case "unauthorized":
      return "not authorized";
    case "redirected":
      return "pointed elsewhere, not followed";
    case "rate-limited":
      return "too many calls, not created";
    case "not-sent":
      return "not sent";
    case "not-found":
      return "no answer, not in the account";
    case "cancelled":
      return "cancelled, not sent";
  }
}
