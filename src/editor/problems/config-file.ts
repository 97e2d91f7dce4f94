import * as vscode from "vscode";
import { configCandidates, newConfigPath } from "../../core/lint/configuration/lookup";
import { savedLocation } from "../ui/editable";
import { exists, isRepository } from "../workspace/files";

/** Where a new configuration for a file belongs. `location` is the address of a saved file. */
export async function newConfigUri(location: vscode.Uri): Promise<vscode.Uri> {
  const root = vscode.workspace.getWorkspaceFolder(location)?.uri.path;
  const path = await newConfigPath(location.path, root, (folder) => isRepository(location, folder));
  return location.with({ path });
}

/** A configuration that is open and has never been saved, at a place where it will apply to a file. */
export function unsavedConfigFor(location: vscode.Uri): vscode.TextDocument | undefined {
  const candidates = configCandidates(location.path);
  const root =
    vscode.workspace.getWorkspaceFolder(location)?.uri.path ?? vscode.Uri.joinPath(location, "..").path;
  return vscode.workspace.textDocuments.find(({ uri, isUntitled }) => {
    const place = savedLocation(uri);
    return (
      isUntitled &&
      place !== undefined &&
      candidates.includes(place.path) &&
      place.path.startsWith(withSlash(root))
    );
  });
}

function withSlash(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}

/** Creates a configuration and returns true, or returns false if a file is there. */
export async function createConfig(uri: vscode.Uri, text: string): Promise<boolean> {
  if (await exists(uri)) return false;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}

export async function showFile(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
