import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { languageId } from "../ui/language-id";
import { isEditable } from "../ui/editable";
import { campaignForCommand } from "../ui/active-campaign";
import { showMessage } from "../ui/message";

/**
 * Returns the campaign file that the command applies to: the one it was called on, else the active one. Saves it first,
 * so that the file contains what is submitted. Shows why and returns undefined if there is none or it is not saved.
 */
export async function savedCampaignFile(target: unknown): Promise<vscode.TextDocument | undefined> {
  const chosen = await campaignForCommand(target);
  if (chosen === "cancelled") return undefined;
  const { uri } = chosen;
  if (uri === undefined) {
    showMessage(
      { level: "warning", id: "submit.no-file" },
      "Not submitted: no campaign file is open. Open one, then submit again.",
    );
    return undefined;
  }
  if (!isEditable(uri)) {
    showMessage({ level: "warning", id: "submit.not-itself" }, readOnlyText(uri));
    return undefined;
  }
  const document = await save(await vscode.workspace.openTextDocument(uri));
  if (document === undefined) {
    showMessage(
      { level: "warning", id: "submit.not-saved" },
      "Not submitted: the file wasn’t saved. Save it, then submit again.",
    );
    return undefined;
  }
  if (document.languageId !== languageId) {
    showMessage(
      { level: "warning", id: "submit.not-campaign" },
      "Not submitted: this isn’t a campaign file. Open a file whose name ends in .campaign.json.",
    );
    return undefined;
  }
  return document;
}

/** Why a past version or a read-only view is not submitted. Its text may differ from the file with its name. */
function readOnlyText(uri: vscode.Uri): string {
  const file = visibleLine(uri.path.slice(uri.path.lastIndexOf("/") + 1), 100);
  return uri.scheme === "git"
    ? `Not submitted: this is a past version of ${file}. Open the file itself, then submit it.`
    : `Not submitted: this is a read-only view of ${file}. Open the file itself, then submit it.`;
}

/** Saves a document. VS Code asks where to save an untitled one. Undefined if it was not saved. */
async function save(document: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
  if (document.isUntitled) {
    const uri = await vscode.workspace.save(document.uri);
    return uri === undefined || uri.scheme === "untitled"
      ? undefined
      : vscode.workspace.openTextDocument(uri);
  }
  if (document.isDirty && !(await document.save())) return undefined;
  return document.isDirty ? undefined : document;
}
