import * as vscode from "vscode";
import type { LedgerEntry } from "../../core/ledger/entry";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { compareWithSent, openReadOnly } from "./compare";
import { registerSubmissionDocuments } from "./documents";
import { campaignIdOf, canBeLookedUp, hasBody, hasId, hasResponse } from "./item";
import { pickEntry, type PickOptions } from "./pick";
import { refreshStatus } from "./refresh-status";
import { sentFile } from "./sent-file";
import { registerHistoryTree } from "./tree";
import { showInStatusBar } from "../ui/status-item";
import type { LookUp } from "../submission/look-up";
import type { Submissions } from "../submission/ledger";
import type { LoadSubmission } from "../submission/submission-module";

export interface HistoryDeps {
  readonly submissions: Submissions;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly lookUp: LookUp;
  /** Whether anything was ever submitted from this computer. Reads no entry. */
  readonly hasLedger: () => Promise<boolean>;
  /** Where states are noted for reading. */
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The view of what was submitted from this computer, and what can be done with a submission: from the view, or from
 * the palette, where it is picked. None of it sends anything, and nothing is ever taken out of the record.
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
    (toPick: () => PickOptions, action: (entry: LedgerEntry) => unknown) =>
    async (target: unknown): Promise<void> => {
      const entry = await pickEntry(target, submissions, toPick());
      if (entry !== undefined) await action(entry);
    };

  return vscode.Disposable.from(
    documents,
    tree,
    palette,
    new vscode.Disposable(() => setActive(false)),
    registerCommand("campaignJson.refreshHistory", guard, () => tree.refresh()),
    registerCommand(
      "campaignJson.openResponse",
      guard,
      onEntry(withResponse, (entry) => openReadOnly(documents.response(entry))),
    ),
    registerCommand(
      "campaignJson.compareWithSent",
      guard,
      onEntry(withBody, (entry) => compareWithSent(entry, documents, loadSubmitting)),
    ),
    registerCommand("campaignJson.copyCampaignId", guard, onEntry(withId, copyId)),
    registerCommand(
      "campaignJson.refreshStatus",
      guard,
      onEntry(withState, (entry) => refreshStatus(entry, deps)),
    ),
    registerCommand(
      "campaignJson.lookUpSubmission",
      guard,
      onEntry(withoutAnswer, async (entry) => lookUp(entry, await sentFile(entry))),
    ),
  );
}

/** Keeps the commands on submissions out of the palette where nothing was ever submitted. */
function registerHistoryPalette(
  { onDidChange }: Submissions,
  hasLedger: () => Promise<boolean>,
): vscode.Disposable {
  const look = (): void => {
    void hasLedger().then((has) =>
      vscode.commands.executeCommand("setContext", "campaignJson.hasSubmissions", has),
    );
  };
  look();
  return onDidChange(look);
}

/** The view is there as soon as the extension is. */
function setActive(active: boolean): void {
  void vscode.commands.executeCommand("setContext", "campaignJson.active", active);
}

async function copyId(entry: LedgerEntry): Promise<void> {
  const id = campaignIdOf(entry);
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  showInStatusBar("copy", "The id is on the clipboard.");
}

const withResponse = (): PickOptions => ({
  filter: hasResponse,
  placeHolder: "Whose response should be opened?",
  noneMessage: "There is no submission that the platform has answered.",
});

const withBody = (): PickOptions => ({
  filter: hasBody,
  placeHolder: "With which submission should the file be compared?",
  noneMessage: "There is no submission of which what was sent is kept.",
});

const withId = (): PickOptions => ({
  filter: hasId,
  placeHolder: "Whose id should be copied?",
  noneMessage: "There is no submission with an id.",
});

const withState = (): PickOptions => ({
  filter: hasId,
  placeHolder: "Which campaign’s state should be read?",
  noneMessage: "There is no submission with an id, by which its state could be read.",
});

const withoutAnswer = (): PickOptions => ({
  filter: (entry) => canBeLookedUp(entry, Date.now()),
  placeHolder: "Which submission should be looked up?",
  noneMessage: "What became of each submission is known.",
});
