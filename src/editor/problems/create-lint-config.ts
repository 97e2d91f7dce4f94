import * as vscode from "vscode";
import { configName } from "../../core/lint/configuration/lookup";
import { emptyConfig } from "../../core/lint/configuration/set-severity";
import { savedLocation } from "../ui/editable";
import { showMessage } from "../ui/message";
import { createConfig, newConfigUri, showFile } from "./config-file";
import { languageId } from "../ui/language-id";

/** Creates an empty configuration for the active campaign or a workspace folder, and opens it. Never overwrites one. */
export async function createLintConfig(): Promise<void> {
  const uri = await placeFor();
  if (uri === undefined) return;
  if (await createConfig(uri, emptyConfig)) {
    await showFile(uri);
    return;
  }
  const text = `${vscode.workspace.asRelativePath(uri)} already exists, so it was not changed.`;
  showMessage({ level: "information", id: "config.exists" }, text, { ["Open File"]: () => showFile(uri) });
}

async function placeFor(): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const location = document?.languageId === languageId ? savedLocation(document.uri) : undefined;
  if (location !== undefined) return newConfigUri(location);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const text =
      "A configuration needs a folder. Open a folder or a saved campaign, then run the command again.";
    showMessage({ level: "warning", id: "config.no-folder" }, text);
    return undefined;
  }
  const folder =
    folders.length === 1
      ? folders[0]
      : await vscode.window.showWorkspaceFolderPick({
          placeHolder: "Select the folder of the configuration",
        });
  return folder && vscode.Uri.joinPath(folder.uri, configName);
}
