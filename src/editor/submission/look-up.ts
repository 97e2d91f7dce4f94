import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import type { CannotTell } from "../../core/platform/find-campaign";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Ledger } from "../../core/ledger/ledger";
import { toResult } from "../../core/ledger/to-result";
import type { LookUpEnd } from "../../core/submission/look-up";
import type { Finding } from "../../core/submission/settle";
import { visibleLine } from "../../core/text/visible";
import { guarded } from "../ui/command";
import type { Connections } from "../connections/register";
import { showMessage, type Answers } from "../ui/message";
import { askModally } from "../ui/dialog";
import type { Submissions } from "./ledger";
import type { LoadSubmission, SubmissionModule } from "./submission-module";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";

/** Looks a submission without a response up in the account and records the result. `file` is what was submitted. */
export type LookUp = (entry: LedgerEntry, file?: vscode.Uri) => Promise<void>;

export interface LookUpDeps {
  readonly connections: Connections;
  readonly submissions: Submissions;
  readonly loadSubmitting: LoadSubmission;
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

export function createLookUp(deps: LookUpDeps): LookUp {
  const { connections, submissions, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);

  const lookUp: LookUp = async (entry, file) => {
    const connection = await connections.forAccount(entry);
    const submitting = await loadSubmitting();
    const ledger = await submissions.ledger();
    if (connection === undefined) {
      await askPerson(entry, ledger, submitting);
      return;
    }
    const end = await lookUpIn(entry, connection, ledger, submitting);
    submissions.changed();
    switch (end.kind) {
      case "stopped":
        return;
      case "unreadable":
        showMessage(
          { level: "error", id: "lookup.unreadable" },
          `“${nameOf(entry)}” was not looked up. ${end.detail}`,
        );
        return;
      case "open":
        showInconclusive(entry, end.doubt, submitting, ledger);
        return;
      case "not-noted":
        showMessage(
          { level: "error", id: "lookup.not-recorded" },
          submitting.notSavedText(entry, end.finding, end.detail),
        );
        return;
      case "settled":
        if (end.recorded) showFinding(entry, end.finding, file, submitting);
        else showResolvedBefore(entry);
    }
  };

  const showInconclusive = (
    entry: LedgerEntry,
    doubt: CannotTell,
    submitting: SubmissionModule,
    ledger: Ledger,
  ): void => {
    showMessage({ level: "warning", id: "lookup.cannot-tell" }, submitting.doubtInShort(entry, doubt), {
      "Look Again": () => void safely(entry),
      "Resolve Manually…": () => void askSafely(entry, ledger, submitting),
    });
  };

  const askPerson = async (
    entry: LedgerEntry,
    ledger: Ledger,
    submitting: SubmissionModule,
  ): Promise<void> => {
    const answer = await askModally(
      {
        id: "lookup.ask-person",
        level: "warning",
        text: `Is “${nameOf(entry)}” in the account ${visibleLine(entry.accountId, 60)}?`,
        detail: [
          `It was not possible to read this from ${entry.host}. Look in the account for a campaign with this name, created at about the time of the submission.`,
          "Marked as created, it counts as a duplicate when you submit the same campaign again. Marked as not created, it can be submitted again.",
        ].join("\n\n"),
      },
      MARK_CREATED,
      MARK_NOT_CREATED,
    );
    if (answer === undefined) return;
    const created = answer === MARK_CREATED;
    const finding = { kind: "person", created } as const;
    const recorded = await toResult(ledger.resolve(entry.id, finding));
    submissions.changed();
    if (!recorded.ok)
      showMessage(
        { level: "error", id: "lookup.not-recorded" },
        submitting.notSavedText(entry, finding, recorded.detail),
      );
    else if (!recorded.value) showResolvedBefore(entry);
    else
      showMessage(
        { level: "information", id: "lookup.noted" },
        submitting.settledText(entry, finding, "editor"),
      );
  };

  const safely = guarded("lookUp", { log, redact }, (entry, file) =>
    lookUp(entry as LedgerEntry, file as vscode.Uri | undefined),
  );
  const askSafely = guarded("lookUp", { log, redact }, (entry, ledger, submitting) =>
    askPerson(entry as LedgerEntry, ledger as Ledger, submitting as SubmissionModule),
  );
  return async (entry, file) => {
    await safely(entry, file);
  };
}

const MARK_CREATED = "Mark as Created";
const MARK_NOT_CREATED = "Mark as Not Created";

/** Waits while the platform may still be creating it. */
function lookUpIn(
  entry: LedgerEntry,
  connection: Connection,
  ledger: Ledger,
  { findCampaign, lookUpEntry, wait }: SubmissionModule,
): Promise<LookUpEnd> {
  return withCancellableProgress(
    { id: "lookup.looking", title: `Looking for “${nameOf(entry)}” in the account…` },
    (signal) =>
      lookUpEntry({
        ...{ ledger, entry, signal },
        find: (lookUp) => findCampaign({ ...lookUp, connection, signal, timeoutMs: timeoutMs() }),
        wait: (until) => wait(Math.max(1_000, until - Date.now()), signal),
      }),
  );
}

function showFinding(
  entry: LedgerEntry,
  finding: Finding,
  file: vscode.Uri | undefined,
  { settledText }: SubmissionModule,
): void {
  const text = settledText(entry, finding, "editor");
  if (finding.kind === "found") {
    const [{ id }, ...others] = finding.campaigns;
    showMessage({ level: others.length > 0 ? "warning" : "information", id: "lookup.found" }, text, {
      "Copy ID": () => vscode.env.clipboard.writeText(id),
    });
    return;
  }
  const answers: Answers =
    file === undefined
      ? {}
      : { "Submit Again…": () => vscode.commands.executeCommand("campaignJson.submit", file) };
  showMessage({ level: "information", id: "lookup.not-found" }, text, answers);
}

function showResolvedBefore(entry: LedgerEntry): void {
  showMessage({ level: "information", id: "lookup.known" }, `“${nameOf(entry)}” has already been resolved.`);
}

function nameOf({ campaign }: LedgerEntry): string {
  return visibleLine(campaign, 100);
}
