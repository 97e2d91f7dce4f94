import * as vscode from "vscode";
import { parseCampaignPath } from "./campaign-path";
import { askInput } from "../ui/input-box";
import { pickOne } from "../ui/quick-pick";

/**
 * Asks where a new campaign file will be. Only folders on this file system are offered: an untitled document can have
 * no other place. `nowhere` when there is none, undefined when the person left.
 */
export async function askForLocation(): Promise<vscode.Uri | "nowhere" | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  const [first] = folders;
  if (first === undefined) return "nowhere";
  const folder = folders.length === 1 ? first : await askForFolder(folders);
  if (folder === undefined) return undefined;
  const proposal = await proposedPath(folder);
  const typed = await askInput({
    title: "New Campaign File",
    prompt: `Path of the file in ${folder.name}. It is created when you save it.`,
    value: proposal,
    selection: [proposal.lastIndexOf("/") + 1, proposal.length - ".campaign.json".length],
    refusal: (text) => refusalOf(text, folder),
  });
  const parsed = typed === undefined ? undefined : parseCampaignPath(typed);
  return parsed?.valid === true ? vscode.Uri.joinPath(folder.uri, parsed.value) : undefined;
}

async function askForFolder(
  folders: readonly vscode.WorkspaceFolder[],
): Promise<vscode.WorkspaceFolder | undefined> {
  const items = folders.map((folder) => ({
    label: folder.name,
    description: folder.uri.fsPath,
    folder,
  }));
  return (await pickOne(items, "Select the folder for the new campaign file"))?.folder;
}

/** Beside the file that the person has open, when that is in the folder. */
async function proposedPath({ uri: folder }: vscode.WorkspaceFolder): Promise<string> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = `${folder.path.replace(/\/$/, "")}/`;
  const isInside = active?.scheme === "file" && active.path.startsWith(own);
  const beside = isInside ? active.path.slice(own.length, active.path.lastIndexOf("/") + 1) : "";
  for (let number = 1; ; number++) {
    const path = `${beside}${number === 1 ? "new" : `new-${number}`}.campaign.json`;
    if ((await occupant(vscode.Uri.joinPath(folder, path))) === undefined) return path;
  }
}

async function refusalOf(
  typed: string,
  { uri: folder }: vscode.WorkspaceFolder,
): Promise<string | { readonly note: string } | undefined> {
  const parsed = parseCampaignPath(typed);
  if (!parsed.valid) return parsed.reason;
  const refusal = await occupant(vscode.Uri.joinPath(folder, parsed.value));
  if (refusal !== undefined) return refusal;
  return parsed.value === typed.trim() ? undefined : { note: `The file will be ${parsed.value}.` };
}

/** Why a new file cannot be there; undefined when it can. */
async function occupant(file: vscode.Uri): Promise<string | undefined> {
  const untitled = file.with({ scheme: "untitled" }).toString();
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled))
    return "A new file with this name is already open.";
  return vscode.workspace.fs.stat(file).then(
    () => "A file with this name already exists.",
    () => undefined,
  );
}
