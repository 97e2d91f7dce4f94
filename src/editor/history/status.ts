import * as vscode from "vscode";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { SubmissionStatus } from "../../core/ledger/submission-status";

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
