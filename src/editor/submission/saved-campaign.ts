import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { languageId } from "../problems/register";
import { isEditable } from "../ui/editable";
import { activeCampaign } from "../ui/active-campaign";
import { showMessage } from "../ui/message";

/**
 * The campaign file that a command is about: the one it was called on, else the one in the active editor. Saved, so
 * that what is submitted is what stays. Undefined when there is none or it is not saved; the person has been told.
 */
export async function savedCampaignFile(target: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = activeCampaign(target);
  if (uri === undefined) {
    showMessage(
      { level: "warning", id: "submit.no-file" },
      "Open the campaign file that you want to submit, then submit again.",
    );
    return undefined;
  }
  if (!isEditable(uri)) {
    showMessage({ level: "warning", id: "submit.not-itself" }, notItself(uri));
    return undefined;
  }
  const document = await saved(await vscode.workspace.openTextDocument(uri));
  if (document === undefined) {
    showMessage(
      { level: "warning", id: "submit.not-saved" },
      "The file was not saved, so nothing was submitted.",
    );
    return undefined;
  }
  if (document.languageId !== languageId) {
    showMessage(
      { level: "warning", id: "submit.not-campaign" },
      "Only a campaign file, whose name ends in .campaign.json, can be submitted.",
    );
    return undefined;
  }
  return document;
}

/** Of what is open in a view: its text may be another one than that of the file it is named for. */
function notItself(uri: vscode.Uri): string {
  const file = visibleLine(uri.path.slice(uri.path.lastIndexOf("/") + 1), 100);
  return uri.scheme === "git"
    ? `Not submitted: this is a past version of ${file}. Open the file itself, then submit it.`
    : `Not submitted: this is a read-only view of ${file}. Open the file itself, then submit it.`;
}

/** An untitled document without a place is saved where the person chooses. */
async function saved(document: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
  if (document.isUntitled) {
    const uri = await vscode.workspace.save(document.uri);
    return uri === undefined || uri.scheme === "untitled"
      ? undefined
      : vscode.workspace.openTextDocument(uri);
  }
  if (document.isDirty && !(await document.save())) return undefined;
  return document.isDirty ? undefined : document;
}
