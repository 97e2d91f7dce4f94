import * as vscode from "vscode";
import { campaignFileGlob } from "../../core/campaign/campaign-file";
import { maxCampaignLength } from "../../core/campaign/document";
import { foldersOfTools } from "../../core/lint/campaign-files";
import { readerFor } from "./files";

/** Every campaign in a workspace. */
export const campaignFiles = campaignFileGlob;

/** Folders of tools, such as `node_modules`. `findFiles` also excludes what `files.exclude` hides. */
const excluded = `**/{${foldersOfTools.join(",")}}/**`;

/**
 * The most campaigns of a workspace that a window reads and checks, so that a folder with any number of files neither
 * fills its memory nor keeps it busy. `campaign-json lint` checks all.
 */
export const maxCampaigns = 20_000;

/** The campaigns in the workspace, without excluded ones: all, or any `maxCampaigns` of them if there are more. */
export async function findCampaigns(stop?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  return vscode.workspace.findFiles(campaignFiles, excluded, maxCampaigns, stop);
}

/** The path of a file in the workspace, after the folder's name if there are several folders. */
export function displayPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** Replaces the text of a file that is too large to be read. */
const tooLarge = " ".repeat(maxCampaignLength + 1);

export type SavedFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The saved text of a file, or why there is none. A file that is too large is not read. */
export async function savedFile(uri: vscode.Uri): Promise<SavedFile> {
  let bytes: Uint8Array | undefined;
  try {
    // UTF-8 needs up to three bytes per UTF-16 unit, and three for a byte order mark.
    bytes = await readerFor(uri).readAtMost(uri, maxCampaignLength * 3 + 3);
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === "FileNotFound"
      ? { kind: "absent" }
      : { kind: "unreadable", reason: "This file can’t be read." };
  }
  if (bytes === undefined) return { kind: "text", text: tooLarge };
  try {
    // `fatal`, because replacement characters would hide what the file contains.
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "unreadable", reason: "This file is not UTF-8 text. Save it as UTF-8." };
  }
}

/** The saved text of a file; undefined if it does not exist or cannot be read. */
export async function savedText(uri: vscode.Uri): Promise<string | undefined> {
  const file = await savedFile(uri);
  return file.kind === "text" ? file.text : undefined;
}

/** Whether `findCampaigns` would return this file. */
export async function isWorkspaceCampaign(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  const inFolder = uri.path.slice(folder.uri.path.replace(/\/$/, "").length + 1);
  // Escapes pattern characters in the name: a character class with one character matches only that character.
  const pattern = new vscode.RelativePattern(folder, inFolder.replace(/[*?[\]{}]/g, "[$&]"));
  return (await vscode.workspace.findFiles(pattern, excluded, 1)).length > 0;
}

/** Runs `work` for each item, several at a time, until all are done or `cancelled` returns true. */
export async function forEachConcurrently<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  cancelled: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length && !cancelled()) {
      const item = items[next++];
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** Files read at the same time: enough to keep a disk busy, few enough to leave time for other work. */
const concurrency = 16;
