import * as vscode from "vscode";
import { isCampaignFile } from "../../core/campaign/campaign-file";
import type { LedgerEntry } from "../../core/ledger/entry";

/**
 * The file that a submission was made from: the one at its place on this computer and no other. Of an old entry, which
 * knows no place, it is found by the words that the person knows it by: relative to a folder of the workspace, after
 * the folder's name where there are several, or absolute. Undefined when it is not there.
 */
export async function sentFile({
  file,
  path,
}: Pick<LedgerEntry, "file" | "path">): Promise<vscode.Uri | undefined> {
  for (const uri of path === undefined ? candidates(file) : placeOf(path)) if (await isFile(uri)) return uri;
  return undefined;
}

function placeOf(file: string): vscode.Uri[] {
  return isCampaignFile(file) && isAbsolute(file) ? [vscode.Uri.file(file)] : [];
}

function isAbsolute(file: string): boolean {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(file);
}

function candidates(file: string): vscode.Uri[] {
  if (isAbsolute(file)) return placeOf(file);
  if (!isCampaignFile(file)) return [];
  const parts = file.split(/[\\/]/).filter((part) => part !== "." && part !== "");
  // It may have been written by a terminal in another folder: what is above the workspace is not looked for.
  if (parts.includes("..")) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first, ...rest] = parts;
  const named = folders.filter(({ name }) => folders.length > 1 && name === first);
  return [
    ...named.map(({ uri }) => vscode.Uri.joinPath(uri, ...rest)),
    ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, ...parts)),
  ];
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
