import * as vscode from "vscode";

/**
 * Whether a person can edit this document, unlike a past version or a read-only view. Only editable files are checked,
 * use the team's configuration and can be submitted.
 */
export function isEditable({ scheme }: vscode.Uri): boolean {
  if (scheme === "file" || scheme === "untitled") return true;
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/**
 * The address of a file on its file system, without query and fragment, so that addresses of nearby files can be
 * derived from it. For an untitled document, the path where it will be saved; undefined if it has none yet.
 */
export function savedLocation(uri: vscode.Uri): vscode.Uri | undefined {
  if (!isEditable(uri)) return undefined;
  const plain = uri.with({ query: "", fragment: "" });
  if (uri.scheme !== "untitled") return plain;
  return uri.path.startsWith("/") ? plain.with({ scheme: "file" }) : undefined;
}

/** Whether the file system forbids changes of a file. False for a file that does not exist yet. */
export async function isWriteProtected(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === "untitled") return false;
  try {
    return ((await vscode.workspace.fs.stat(uri)).permissions ?? 0) !== 0;
  } catch {
    return false;
  }
}
