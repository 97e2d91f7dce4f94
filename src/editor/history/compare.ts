import * as vscode from "vscode";
import { parseJson } from "../../core/platform/envelope";
import { visibleLine } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import { languageId } from "../ui/language-id";
import { isEditable } from "../ui/editable";
import { activeCampaign } from "../ui/active-campaign";
import { showMessage } from "../ui/message";
import { parsedCampaign } from "../ui/parsed-campaign";
import { formatTime } from "./age";
import type { LoadSubmission } from "../submission/submission-module";
import type { SubmissionDocuments } from "./documents";
import { nameOf } from "./item";
import { sentFile } from "./sent-file";

/**
 * Opens a diff editor with the submitted version and the current file, which can be edited. If the file was moved or
 * renamed, compares with an open campaign whose request is identical, or else offers the active one.
 */
export async function compareWithSent(
  entry: LedgerEntry,
  documents: SubmissionDocuments,
  loadSubmitting: LoadSubmission,
): Promise<void> {
  const { isSameRequest } = await loadSubmitting();
  const sent = parseJson(entry.body ?? "")?.json;
  const isSame = (document: vscode.TextDocument): boolean =>
    isSameRequest(parsedCampaign(document).value, sent);
  const compare = async (file: vscode.Uri): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(file);
    const title = `${visibleLine(vscode.workspace.asRelativePath(file), 100)}: submitted ${formatTime(entry.at)} ↔ current`;
    await vscode.commands.executeCommand("vscode.diff", documents.sent(entry, file), file, title);
    if (isSame(document))
      showMessage(
        { level: "information", id: "compare.same" },
        `No differences: “${nameOf(entry)}” would be submitted exactly as before.`,
      );
  };
  const open = vscode.workspace.textDocuments.filter(isCampaign);
  const file = (await sentFile(entry)) ?? open.find(isSame)?.uri;
  if (file !== undefined) {
    await compare(file);
    return;
  }
  const active = activeCampaign(undefined);
  const candidate = open.find(({ uri }) => uri.toString() === active?.toString())?.uri;
  showMessage({ level: "warning", id: "compare.no-file" }, missingFileText(entry), {
    ...(candidate === undefined ? {} : { "Compare with Open File": () => compare(candidate) }),
    "Show Submitted Version": () => openReadOnly(documents.sent(entry)),
  });
}

function isCampaign({ languageId: language, uri }: vscode.TextDocument): boolean {
  return language === languageId && isEditable(uri);
}

function missingFileText(entry: LedgerEntry): string {
  return entry.path === undefined
    ? `Can’t compare: “${nameOf(entry)}” was submitted from ${visibleLine(entry.file, 200)}, which isn’t in this workspace. Open that file, or the folder that contains it, and try again.`
    : `Can’t compare: “${nameOf(entry)}” was submitted from ${visibleLine(entry.path, 200)}, which no longer exists. If it was moved, open it and try again.`;
}

export async function openReadOnly(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
