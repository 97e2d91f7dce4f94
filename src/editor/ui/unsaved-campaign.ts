import * as vscode from "vscode";
import { languageId } from "./language-id";

/** Opens an unsaved campaign with this text and no path, so that VS Code asks for one on save. */
export async function openUnsavedCampaign(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}
