import * as vscode from "vscode";
import { askForLocation } from "./ask-for-location";
import { languageId } from "../problems/register";
import { registerCommand, type CommandDeps } from "../ui/command";

export function registerNewCampaign(deps: CommandDeps): vscode.Disposable {
  return registerCommand("campaignJson.new", deps, openNewCampaign);
}

/**
 * Opens an unsaved campaign and inserts the Preview snippet with active tab stops. VS Code saves an untitled document
 * that has a path without asking, so the document gets the path that the person chose, or no path: VS Code then asks
 * for one on save.
 */
async function openNewCampaign(): Promise<void> {
  const location = await askForLocation();
  if (location === undefined) return;
  const document =
    location === "no-folder"
      ? await vscode.workspace.openTextDocument({ language: languageId, content: "" })
      : await vscode.workspace.openTextDocument(location.with({ scheme: "untitled" }));
  await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, languageId));
  // The name is the one under `contributes.snippets` in the manifest.
  const snippet = { langId: languageId, name: "Preview campaign" };
  await vscode.commands.executeCommand("editor.action.insertSnippet", snippet);
}

/** Opens an unsaved campaign with this text and no path, so that VS Code asks for one on save. */
export async function openUnsavedCampaign(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
}
