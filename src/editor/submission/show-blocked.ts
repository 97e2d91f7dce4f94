import type * as vscode from "vscode";
import type { Blocked } from "../../core/submission/run";
import { showMessage, type Answers } from "../ui/message";
import type { SubmissionModule } from "./submission-module";
import type { LookUp } from "./look-up";

export interface ShowBlockedDeps {
  readonly lookUp: LookUp;
  readonly submitting: Pick<SubmissionModule, "blockedInShort">;
  /** What was to be submitted. */
  readonly file: vscode.Uri;
}

/** Reports that nothing was sent, why, and what to do. */
export function showBlocked(by: Blocked, { lookUp, submitting, file }: ShowBlockedDeps): void {
  const answers: Answers =
    by.kind === "unresolved" ? { "Look Up Submission": () => void lookUp(by.entry, file) } : {};
  showMessage(SHOWN_AS[by.kind], submitting.blockedInShort(by, Date.now()), answers);
}

const SHOWN_AS = {
  "under-way": { level: "warning", id: "submit.under-way" },
  unresolved: { level: "warning", id: "submit.unresolved" },
  meanwhile: { level: "warning", id: "submit.meanwhile" },
  damaged: { level: "warning", id: "submit.ledger-damaged" },
  unreadable: { level: "error", id: "submit.ledger-unreadable" },
  full: { level: "error", id: "submit.ledger-full" },
  "not-noted": { level: "error", id: "submit.not-noted" },
} as const;
