import * as vscode from "vscode";
import { languageId } from "./checking";

export function registerNewCampaign(): vscode.Disposable {
  return vscode.commands.registerCommand("campaignJson.new", openNewCampaign);
}

/** An unsaved campaign with the Preview snippet in it, whose tab stops are live. */
async function openNewCampaign(): Promise<void> {
  await openEmptyCampaign();
  // By its name in the manifest's snippets, which VS Code has read already.
  const snippet = { langId: languageId, name: "Preview campaign" };
  await vscode.commands.executeCommand("editor.action.insertSnippet", snippet);
}

/** An unsaved campaign file without a text, in the active editor. */
export async function openEmptyCampaign(): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(await freeName());
  const campaign = await vscode.languages.setTextDocumentLanguage(document, languageId);
  return vscode.window.showTextDocument(campaign);
}

/**
 * A name that nobody uses, ending in `.campaign.json`, so that it is a campaign once it is saved. In a workspace it is
 * in the first folder, so that saving suggests that place.
 */
async function freeName(): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri;
  for (let number = 1; ; number++) {
    const name = number === 1 ? "new.campaign.json" : `new-${number}.campaign.json`;
    const file = folder && vscode.Uri.joinPath(folder, name);
    const untitled = vscode.Uri.from({ scheme: "untitled", path: file?.path ?? name });
    const open = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    if (!open && (file === undefined || !(await exists(file)))) return untitled;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
