import * as vscode from "vscode";
import { isCreation, type LedgerEntry } from "../../core/ledger/entry";
import { visibleLine } from "../../core/text/visible";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { compareWithSent, openReadOnly } from "./compare";
import { registerSubmissionDocuments } from "./documents";
import { canBeLookedUp, hasBody, hasFile, hasId, hasResponse } from "./item";
import { campaignIdOf } from "./status";
import { pickEntry, type PickOptions } from "./pick";
import { refreshStatus } from "./refresh-status";
import { sentFile } from "./sent-file";
import { registerHistoryTree } from "./tree";
import { askInput } from "../ui/input-box";
import { showMessage } from "../ui/message";
import { showInStatusBar } from "../ui/status-item";
import type { LookUp } from "../submission/look-up";
import type { Submissions } from "../submission/ledger";
import type { LoadSubmission } from "../submission/submission-module";

export interface HistoryDeps {
  readonly submissions: Submissions;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly lookUp: LookUp;
  /** Whether a ledger exists on this computer. Reads no entry. */
  readonly hasLedger: () => Promise<boolean>;
  /** The output channel for campaign states. */
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Registers the view of the submissions from this computer and its commands, which also run from the palette, where
 * the person picks a submission. None of them submits a campaign or removes an entry from the ledger.
 */
export function registerHistory(deps: HistoryDeps): vscode.Disposable {
  const { submissions, connections, loadSubmitting, lookUp, hasLedger, log } = deps;
  const redact = (text: string): string => connections.redact(text);
  const guard = { log, redact };
  const palette = registerHistoryPalette(submissions, hasLedger);
  const documents = registerSubmissionDocuments({ submissions, loadSubmitting, redact });
  const tree = registerHistoryTree(submissions);
  setActive(true);

  const onEntry =
    (options: () => PickOptions, action: (entry: LedgerEntry) => unknown) =>
    async (target: unknown): Promise<void> => {
      const entry = await pickEntry(target, submissions, options());
      if (entry !== undefined) await action(entry);
    };

  return vscode.Disposable.from(
    documents,
    tree,
    palette,
    new vscode.Disposable(() => setActive(false)),
    registerCommand("campaignJson.refreshHistory", guard, () => tree.refresh()),
    registerCommand("campaignJson.showSubmissions", guard, (entryId) =>
      tree.show(typeof entryId === "string" ? entryId : undefined),
    ),
    registerCommand("campaignJson.filterHistory", guard, async () => {
      const typed = await askInput({
        title: "Filter Submissions",
        prompt: "Enter parts of an outcome, a campaign’s name, a file, an ID or a connection.",
        value: tree.filter(),
        validate: () => undefined,
      });
      if (typed !== undefined) tree.setFilter(typed);
    }),
    registerCommand("campaignJson.clearHistoryFilter", guard, () => tree.setFilter("")),
    registerCommand("campaignJson.openSubmittedFile", guard, onEntry(pickWithFile, openFile)),
    registerCommand(
      "campaignJson.submitAgain",
      guard,
      onEntry(pickToSubmit, async (entry) => {
        const file = await openFile(entry);
        if (file !== undefined) await vscode.commands.executeCommand("campaignJson.submit", file);
      }),
    ),
    registerCommand(
      "campaignJson.openResponse",
      guard,
      onEntry(pickWithResponse, (entry) => openReadOnly(documents.response(entry))),
    ),
    registerCommand(
      "campaignJson.compareWithSent",
      guard,
      onEntry(pickWithBody, (entry) => compareWithSent(entry, documents, loadSubmitting)),
    ),
    registerCommand("campaignJson.copyCampaignId", guard, onEntry(pickWithId, copyId)),
    registerCommand(
      "campaignJson.refreshStatus",
      guard,
      onEntry(pickWithState, (entry) => refreshStatus(entry, deps)),
    ),
    registerCommand(
      "campaignJson.lookUpSubmission",
      guard,
      onEntry(pickUnresolved, async (entry) => lookUp(entry, await sentFile(entry))),
    ),
  );
}

/** Hides the commands on submissions from the palette as long as nothing was submitted. */
function registerHistoryPalette(
  { onDidChange }: Submissions,
  hasLedger: () => Promise<boolean>,
): vscode.Disposable {
  const update = (): void => {
    void hasLedger().then((has) =>
      vscode.commands.executeCommand("setContext", "campaignJson.hasSubmissions", has),
    );
  };
  update();
  return onDidChange(update);
}

/** Shows the view while the extension is active. */
function setActive(active: boolean): void {
  void vscode.commands.executeCommand("setContext", "campaignJson.active", active);
}

async function copyId(entry: LedgerEntry): Promise<void> {
  const id = campaignIdOf(entry);
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  showInStatusBar("copy", "Campaign ID copied.");
}

/** Opens the file that a submission was made from, as it is now. Returns its address. */
async function openFile(entry: LedgerEntry): Promise<vscode.Uri | undefined> {
  const file = await sentFile(entry);
  if (file === undefined) {
    showMessage(
      { level: "warning", id: "history.no-file" },
      `${visibleLine(entry.file, 200)} was not found. It may have been moved, renamed or deleted.`,
    );
    return undefined;
  }
  await vscode.window.showTextDocument(file);
  return file;
}

const pickWithFile = (): PickOptions => ({
  filter: hasFile,
  placeHolder: "Select a submission to open its file",
  noneMessage: "No campaigns have been submitted from this computer yet.",
});

const pickToSubmit = (): PickOptions => ({
  ...pickWithFile(),
  filter: isCreation,
  placeHolder: "Select a submission whose file is submitted again",
});

const pickWithResponse = (): PickOptions => ({
  filter: hasResponse,
  placeHolder: "Select a submission to open its response",
  noneMessage: "No submission has a response.",
});

const pickWithBody = (): PickOptions => ({
  filter: hasBody,
  placeHolder: "Select a submission to compare with its file",
  noneMessage: "No submission has a stored request body.",
});

const pickWithId = (): PickOptions => ({
  filter: hasId,
  placeHolder: "Select a submission to copy its campaign ID",
  noneMessage: "No submission has a campaign ID.",
});

const pickWithState = (): PickOptions => ({
  filter: hasId,
  placeHolder: "Select a submission to refresh its campaign status",
  noneMessage: "No submission has a campaign ID, which is needed to read its status.",
});

const pickUnresolved = (): PickOptions => ({
  filter: (entry) => canBeLookedUp(entry, Date.now()),
  placeHolder: "Select a submission to check whether it was created",
  noneMessage: "No unresolved submissions.",
});
