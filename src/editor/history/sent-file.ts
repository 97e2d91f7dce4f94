import * as vscode from "vscode";
import { isCampaignFile } from "../../core/campaign/campaign-file";
import type { LedgerEntry } from "../../core/ledger/entry";

/**
 * Returns the file that a submission was made from. An entry with an absolute `path` matches only that file. For an
 * older entry, tries the shown path: absolute, or relative to a workspace folder, with the folder's name first if there
 * are several. Undefined if the file does not exist.
 */
export async function sentFile({
  file,
  path,
}: Pick<LedgerEntry, "file" | "path">): Promise<vscode.Uri | undefined> {
  for (const uri of path === undefined ? candidates(file) : fileAt(path)) if (await isFile(uri)) return uri;
  return undefined;
}

function fileAt(file: string): vscode.Uri[] {
  return isCampaignFile(file) && isAbsolute(file) ? [vscode.Uri.file(file)] : [];
}

function isAbsolute(file: string): boolean {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(file);
}

function candidates(file: string): vscode.Uri[] {
  if (isAbsolute(file)) return fileAt(file);
  if (!isCampaignFile(file)) return [];
  const parts = file.split(/[\\/]/).filter((part) => part !== "." && part !== "");
  // A terminal in another folder may have recorded the path. Do not search above the workspace.
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
