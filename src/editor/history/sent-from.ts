import * as vscode from "vscode";
import type { Attempt } from "../../core/ledger/entry";

/** Where a file stands, as the ledger notes it: in the person's words and, for one on this computer, for certain. */
export function sentFrom(uri: vscode.Uri): Pick<Attempt, "file" | "path"> {
  const file = vscode.workspace.asRelativePath(uri);
  return uri.scheme === "file" ? { file, path: uri.fsPath } : { file };
}

/** Whether a submission was made from this file. Of an old entry only the words are known. */
export function isSentFrom(entry: Pick<Attempt, "file" | "path">, uri: vscode.Uri): boolean {
  if (entry.path === undefined) return entry.file === vscode.workspace.asRelativePath(uri);
  // By way of `Uri`, because a terminal may spell the letter of a drive otherwise.
  return uri.scheme === "file" && vscode.Uri.file(entry.path).fsPath === uri.fsPath;
}
