import * as vscode from "vscode";
import { parseJson } from "../../core/platform/envelope";
import { visibleLine } from "../../core/text/visible";
import { parseDocument } from "../../core/campaign/document";
import type { LedgerEntry } from "../../core/ledger/entry";
import { languageId } from "../problems/register";
import { isEditable } from "../ui/editable";
import { activeCampaign } from "../ui/active-campaign";
import { showMessage } from "../ui/message";
import { formatTime } from "./age";
import type { LoadSubmission } from "../submission/submission-module";
import type { SubmissionDocuments } from "./documents";
import { nameOf } from "./item";
import { sentFile } from "./sent-file";

/**
 * Opens what was sent beside the file as it is now, which can be edited there. Where the file was moved or renamed, an
 * open campaign that would be sent exactly so takes its place, and the one in front is offered.
 */
export async function compareWithSent(
  entry: LedgerEntry,
  documents: SubmissionDocuments,
  loadSubmitting: LoadSubmission,
): Promise<void> {
  const { isSameRequest } = await loadSubmitting();
  const sent = parseJson(entry.body ?? "")?.json;
  const isSame = (document: vscode.TextDocument): boolean =>
    isSameRequest(parseDocument(document.getText()).value, sent);
  const compare = async (file: vscode.Uri): Promise<void> => {
    const now = await vscode.workspace.openTextDocument(file);
    const title = `${visibleLine(vscode.workspace.asRelativePath(file), 100)}: sent ${formatTime(entry.at)} ↔ now`;
    await vscode.commands.executeCommand("vscode.diff", documents.sent(entry, file), file, title);
    if (isSame(now))
      showMessage(
        { level: "information", id: "compare.same" },
        `“${nameOf(entry)}” would be sent exactly as it was then.`,
      );
  };
  const open = vscode.workspace.textDocuments.filter(isCampaign);
  const file = (await sentFile(entry)) ?? open.find(isSame)?.uri;
  if (file !== undefined) {
    await compare(file);
    return;
  }
  const inFront = activeCampaign(undefined);
  const other = open.find(({ uri }) => uri.toString() === inFront?.toString())?.uri;
  showMessage({ level: "warning", id: "compare.no-file" }, missingInWords(entry), {
    ...(other === undefined ? {} : { "Compare with Open File": () => compare(other) }),
    "Show What Was Sent": () => openReadOnly(documents.sent(entry)),
  });
}

function isCampaign({ languageId: language, uri }: vscode.TextDocument): boolean {
  return language === languageId && isEditable(uri);
}

function missingInWords(entry: LedgerEntry): string {
  return entry.path === undefined
    ? `“${nameOf(entry)}” was sent from ${visibleLine(entry.file, 200)}, which is not in this workspace. It may have been moved, or been sent from another folder.`
    : `“${nameOf(entry)}” was sent from ${visibleLine(entry.path, 200)}, which is no longer there. It may have been moved or deleted.`;
}

export async function openReadOnly(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
