import * as vscode from "vscode";

/**
 * Whether a person can change what is at this address: not a version of the past, nor what a view made up. Only such a
 * file is checked, goes by the team's configuration and is submitted.
 */
export function isEditable({ scheme }: vscode.Uri): boolean {
  if (scheme === "file" || scheme === "untitled") return true;
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/**
 * Where a file is on its file system. An untitled document that has a path will be saved there; without one it is
 * nowhere yet. Query and fragment belong to what is opened, never to the files beside it.
 */
export function savedLocation(uri: vscode.Uri): vscode.Uri | undefined {
  if (!isEditable(uri)) return undefined;
  const plain = uri.with({ query: "", fragment: "" });
  if (uri.scheme !== "untitled") return plain;
  return uri.path.startsWith("/") ? plain.with({ scheme: "file" }) : undefined;
}
