import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { isUnderWay, type LedgerEntry } from "../../core/ledger/entry";

/** What is known now of a submission: its outcome, or what was found out later. */
export type Standing =
  | Exclude<LedgerEntry["state"], "pending" | "unknown">
  | "under-way"
  /** It may have been created. */
  | "open"
  | "found"
  | "not-found"
  /** Nobody could find out; a person answers for it. */
  | "person";

export function standingOf(entry: LedgerEntry, now: number): Standing {
  if (entry.state === "pending") return isUnderWay(entry, now) ? "under-way" : "open";
  return entry.state === "unknown" ? (entry.resolution?.kind ?? "open") : entry.state;
}

/** Shapes differ as well as colours: not everybody sees these. Names of VS Code's product icons and colours. */
const looks: Readonly<Record<Standing, readonly [icon: string, color?: string]>> = {
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

export function iconOf(standing: Standing): vscode.ThemeIcon {
  const [icon, color] = looks[standing];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** For example "created, Ready". */
export function standingInWords(entry: LedgerEntry, standing: Standing): string {
  const state = entry.state === "pending" ? undefined : entry.campaignState;
  const words = wordsOf(standing);
  return state === undefined ? words : `${words}, ${visibleLine(state, 40)}`;
}

function wordsOf(standing: Standing): string {
  switch (standing) {
    case "accepted":
      return vscode.l10n.t("created");
    case "found":
      return vscode.l10n.t("found in the account");
    case "under-way":
      return vscode.l10n.t("being sent");
    case "open":
      return vscode.l10n.t("no answer, may have been created");
    case "person":
      return vscode.l10n.t("no answer, looked up by hand");
    case "rejected":
      return vscode.l10n.t("rejected");
    case "unauthorized":
      return vscode.l10n.t("not authorized");
    case "redirected":
      return vscode.l10n.t("pointed elsewhere, not followed");
    case "rate-limited":
      return vscode.l10n.t("too many calls, not created");
    case "not-sent":
      return vscode.l10n.t("not sent");
    case "not-found":
      return vscode.l10n.t("no answer, not in the account");
    case "cancelled":
      return vscode.l10n.t("cancelled, not sent");
  }
}
