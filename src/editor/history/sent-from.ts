import * as vscode from "vscode";
import type { Attempt } from "../../core/ledger/entry";

/** The file as the ledger records it: the path that the editor shows and, for a local file, the absolute path. */
export function sentFrom(uri: vscode.Uri): Pick<Attempt, "file" | "path"> {
  const file = vscode.workspace.asRelativePath(uri);
  return uri.scheme === "file" ? { file, path: uri.fsPath } : { file };
}

/** Whether a submission was made from this file. An old entry contains only the path that the editor showed. */
export function isSentFrom(entry: Pick<Attempt, "file" | "path">, uri: vscode.Uri): boolean {
  if (entry.path === undefined) return entry.file === vscode.workspace.asRelativePath(uri);
  // `Uri` normalizes the drive letter, which a terminal may write in another case.
  return uri.scheme === "file" && vscode.Uri.file(entry.path).fsPath === uri.fsPath;
}
