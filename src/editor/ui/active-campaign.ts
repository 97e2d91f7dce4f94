import * as vscode from "vscode";
import { languageId } from "./language-id";
import { showMessage } from "./message";

/** The file that a command applies to: the one it was called on, else the active one. */
export function activeCampaign(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  const editor = vscode.window.activeTextEditor?.document.uri;
  // The output panel counts as the active editor when it has the focus. The person means the file above it.
  return editor?.scheme === "output" ? fileOfActiveTab() : editor;
}

/** The same file as a document, saved or not. Shows `missingMessage` and returns undefined if it is not a campaign. */
export async function requireActiveCampaign(
  target: unknown,
  missingMessage: string,
): Promise<vscode.TextDocument | undefined> {
  const uri = activeCampaign(target);
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  if (document?.languageId === languageId) return document;
  showMessage({ level: "warning", id: "file.none" }, missingMessage);
  return undefined;
}

function fileOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
