import * as vscode from "vscode";
import { languageId } from "../problems/register";
import { showMessage } from "./message";

/** The file that a command is about: the one it was called on, else the one that the person has before them. */
export function activeCampaign(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  const editor = vscode.window.activeTextEditor?.document.uri;
  // Who reads an answer in the panel is in an editor too, and means the file above it.
  return editor?.scheme === "output" ? fileInFront() : editor;
}

/** An open campaign, saved or not. Undefined when there is none; the person has been told in these words. */
export async function requireActiveCampaign(
  target: unknown,
  otherwise: string,
): Promise<vscode.TextDocument | undefined> {
  const uri = activeCampaign(target);
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  if (document?.languageId === languageId) return document;
  showMessage({ level: "warning", id: "file.none" }, otherwise);
  return undefined;
}

function fileInFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
