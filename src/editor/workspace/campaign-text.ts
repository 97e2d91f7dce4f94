import * as vscode from "vscode";
import { campaignFileGlob } from "../../core/campaign/campaign-file";
import { maxCampaignLength } from "../../core/campaign/document";
import { foldersOfTools } from "../../core/lint/campaign-files";

/** Every campaign in a workspace. */
export const campaignFiles = campaignFileGlob;

/** What a workspace holds and nobody means by its campaigns; what `files.exclude` hides goes without saying. */
const leftOut = `**/{${foldersOfTools.join(",")}}/**`;

/** The campaigns that the workspace shows. */
export async function findCampaigns(stop?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  return vscode.workspace.findFiles(campaignFiles, leftOut, undefined, stop);
}

/** As a person knows a file: its path in the workspace, with the folder's name where there are several. */
export function displayPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** Stands for a text that is larger than any that is looked at. */
const tooLarge = " ".repeat(maxCampaignLength + 1);

export type SavedFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The text of a file as it is saved, or why there is none. A huge file is not read whole. */
export async function savedFile(uri: vscode.Uri): Promise<SavedFile> {
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    // UTF-8 takes up to three bytes for a unit of text, and for a byte order mark.
    if (size > maxCampaignLength * 3 + 3) return { kind: "text", text: tooLarge };
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === "FileNotFound"
      ? { kind: "absent" }
      : { kind: "unreadable", reason: "This file cannot be read." };
  }
  try {
    // A text with replacement characters would not be what the file contains.
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "unreadable", reason: "This file is not UTF-8 text. Save it as UTF-8." };
  }
}

/** The text of a file as it is saved; undefined when it is gone or cannot be read. */
export async function savedText(uri: vscode.Uri): Promise<string | undefined> {
  const file = await savedFile(uri);
  return file.kind === "text" ? file.text : undefined;
}

/** Whether the file is one of the campaigns that the workspace shows. */
export async function isShown(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  const inFolder = uri.path.slice(folder.uri.path.replace(/\/$/, "").length + 1);
  // A name may hold what a pattern reads as a sign; in a class of its own a sign is itself.
  const pattern = new vscode.RelativePattern(folder, inFolder.replace(/[*?[\]{}]/g, "[$&]"));
  return (await vscode.workspace.findFiles(pattern, leftOut, 1)).length > 0;
}

/** Does `work` for each item, some at a time, until all is done or it is cancelled. */
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
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Files read at once: enough to keep a disk busy, few enough for other work to get in between. */
const atOnce = 16;
