import * as vscode from "vscode";
import { parseCampaignPath } from "./campaign-path";
import { askInput } from "../ui/input-box";
import { pickOne } from "../ui/quick-pick";

/**
 * Asks for the location of a new campaign file. Offers only folders with the `file` scheme, because an untitled
 * document cannot be saved to another one. Returns `no-folder` if none is open, undefined if the person cancels.
 */
export async function askForLocation(): Promise<vscode.Uri | "no-folder" | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  const [first] = folders;
  if (first === undefined) return "no-folder";
  const folder = folders.length === 1 ? first : await askForFolder(folders);
  if (folder === undefined) return undefined;
  const proposal = await proposedPath(folder);
  const typed = await askInput({
    title: "New Campaign File",
    prompt: `Enter the path of the file in ${folder.name}. The file is created when you save it.`,
    value: proposal,
    selection: [proposal.lastIndexOf("/") + 1, proposal.length - ".campaign.json".length],
    validate: (text) => validatePath(text, folder),
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

/** Proposes a free name next to the active file if that is in the folder, else at the top of the folder. */
async function proposedPath({ uri: folder }: vscode.WorkspaceFolder): Promise<string> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const prefix = `${folder.path.replace(/\/$/, "")}/`;
  const isInside = active?.scheme === "file" && active.path.startsWith(prefix);
  const parent = isInside ? active.path.slice(prefix.length, active.path.lastIndexOf("/") + 1) : "";
  for (let number = 1; ; number++) {
    const path = `${parent}${number === 1 ? "new" : `new-${number}`}.campaign.json`;
    if ((await conflictAt(vscode.Uri.joinPath(folder, path))) === undefined) return path;
  }
}

async function validatePath(
  typed: string,
  { uri: folder }: vscode.WorkspaceFolder,
): Promise<string | { readonly note: string } | undefined> {
  const parsed = parseCampaignPath(typed);
  if (!parsed.valid) return parsed.reason;
  const conflict = await conflictAt(vscode.Uri.joinPath(folder, parsed.value));
  if (conflict !== undefined) return conflict;
  return parsed.value === typed.trim() ? undefined : { note: `The file will be ${parsed.value}.` };
}

/** Why a new file can't be created at this address; undefined if it can. */
async function conflictAt(file: vscode.Uri): Promise<string | undefined> {
  const untitled = file.with({ scheme: "untitled" }).toString();
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled))
    return "A new file with this name is already open.";
  return vscode.workspace.fs.stat(file).then(
    () => "A file with this name already exists.",
    () => undefined,
  );
}
