import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { languageId } from "../ui/language-id";
import { isEditable } from "../ui/editable";
import { campaignForCommand } from "../ui/active-campaign";
import { showMessage } from "../ui/message";
import { NOT_DONE, type SendingDeed } from "./show-errors";

/**
 * Returns the campaign file that the command applies to: the one it was called on, else the active one. Saves it first,
 * so that the file contains what is sent. Shows why and returns undefined if there is none or it is not saved.
 */
export async function savedCampaignFile(
  target: unknown,
  deed: SendingDeed = "submit",
): Promise<vscode.TextDocument | undefined> {
  const refuse = (why: string, text: string): void =>
    showMessage({ level: "warning", id: `${deed}.${why}` }, `${NOT_DONE[deed]}: ${text}`);
  const chosen = await campaignForCommand(target);
  if (chosen === "cancelled") return undefined;
  const { uri } = chosen;
  if (uri === undefined) {
    refuse("no-file", `no campaign file is open. Open one, then ${deed} again.`);
    return undefined;
  }
  if (!isEditable(uri)) {
    refuse("not-itself", `this is ${readOnlyText(uri)}. Open the file itself, then ${deed} it.`);
    return undefined;
  }
  const document = await save(await vscode.workspace.openTextDocument(uri));
  if (document === undefined) {
    refuse("not-saved", `the file wasn’t saved. Save it, then ${deed} again.`);
    return undefined;
  }
  if (document.languageId !== languageId) {
    refuse("not-campaign", "this isn’t a campaign file. Open a file whose name ends in .campaign.json.");
    return undefined;
  }
  return document;
}

/** What a past version or a read-only view is. Its text may differ from the file with its name. */
function readOnlyText(uri: vscode.Uri): string {
  const file = visibleLine(uri.path.slice(uri.path.lastIndexOf("/") + 1), 100);
  return uri.scheme === "git" ? `a past version of ${file}` : `a read-only view of ${file}`;
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
