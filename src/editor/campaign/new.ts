import * as vscode from "vscode";
import { askForLocation } from "./ask-for-location";
import { languageId } from "../problems/register";
import { registerCommand, type CommandDeps } from "../ui/command";

export function registerNewCampaign(deps: CommandDeps): vscode.Disposable {
  return registerCommand("campaignJson.new", deps, openNewCampaign);
}

/**
 * An unsaved campaign with the Preview snippet in it, whose tab stops are live. VS Code saves an untitled document that
 * has a path without asking, so it gets the one that the person chose, or none: then saving asks.
 */
async function openNewCampaign(): Promise<void> {
  const place = await askForLocation();
  if (place === undefined) return;
  const document =
    place === "nowhere"
      ? await vscode.workspace.openTextDocument({ language: languageId, content: "" })
      : await vscode.workspace.openTextDocument(place.with({ scheme: "untitled" }));
  await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, languageId));
  // By its name in the manifest's snippets, which VS Code has read already.
  const snippet = { langId: languageId, name: "Preview campaign" };
  await vscode.commands.executeCommand("editor.action.insertSnippet", snippet);
}

/** An unsaved campaign with this text and without a place: saving it asks for one. */
export async function openUnsavedCampaign(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
}
