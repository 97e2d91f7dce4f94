import * as vscode from "vscode";
import { fileNameFor } from "../../core/completion/new-campaign";
import { askChoice, askText, type Step } from "../ui/multi-step-input";
import { exists } from "../workspace/files";
import { parseCampaignPath } from "./campaign-path";

/** Where a new campaign file will be. No path: VS Code asks for one on save. */
export interface Location {
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** From the folder. Empty until the person has chosen one. */
  readonly path: string;
}

/** The folders in which a new file can be created: an untitled document can be saved only to the `file` scheme. */
export function foldersForNewFiles(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
}

/** The steps that ask for the location of a new campaign file; none without a folder. */
export function locationSteps<T extends Location & { readonly name: string }>(
  title: string,
): readonly Step<T>[] {
  const folders = foldersForNewFiles();
  if (folders.length === 0) return [];
  return folders.length === 1 ? [pathStep(title, folders[0])] : [folderStep(title, folders), pathStep(title)];
}

export function uriOf({ folder, path }: Location): vscode.Uri | undefined {
  return folder === undefined || path === "" ? undefined : vscode.Uri.joinPath(folder.uri, path);
}

function folderStep<T extends Location>(title: string, folders: readonly vscode.WorkspaceFolder[]): Step<T> {
  return async (draft, position) => {
    const answer = await askChoice({
      ...position,
      title,
      placeholder: "Select the folder for the new campaign file",
      items: folders.map((folder) => ({ label: folder.name, description: folder.uri.fsPath, value: folder })),
      ...(draft.folder && { value: draft.folder }),
    });
    if (typeof answer === "string") return answer;
    return { ...draft, folder: answer.value, path: answer.value === draft.folder ? draft.path : "" };
  };
}

function pathStep<T extends Location & { readonly name: string }>(
  title: string,
  only?: vscode.WorkspaceFolder,
): Step<T> {
  return async (draft, position) => {
    const folder = only ?? draft.folder;
    if (folder === undefined) return "back";
    const value = draft.path === "" ? await proposedPath(folder, fileNameFor(draft.name)) : draft.path;
    const answer = await askText({
      ...position,
      title,
      prompt: `Enter the path of the file in ${folder.name}. The file is created when you save it.`,
      value,
      selection: [value.lastIndexOf("/") + 1, value.length - ".campaign.json".length],
      check: parseCampaignPath,
      hint: (path, typed) => (path === typed.trim() ? undefined : `The file will be ${path}.`),
      conflict: (path) => conflictAt(vscode.Uri.joinPath(folder.uri, path)),
    });
    return typeof answer === "string" ? answer : { ...draft, folder, path: answer.value };
  };
}

/** Proposes a free name next to the active file if that is in the folder, else at the top of the folder. */
async function proposedPath({ uri: folder }: vscode.WorkspaceFolder, stem: string): Promise<string> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const prefix = `${folder.path.replace(/\/$/, "")}/`;
  const isInside = active?.scheme === "file" && active.path.startsWith(prefix);
  const parent = isInside ? active.path.slice(prefix.length, active.path.lastIndexOf("/") + 1) : "";
  for (let number = 1; ; number++) {
    const path = `${parent}${number === 1 ? stem : `${stem}-${number}`}.campaign.json`;
    if ((await conflictAt(vscode.Uri.joinPath(folder, path))) === undefined) return path;
  }
}

/** Why a new file can't be created at this address; undefined if it can. */
async function conflictAt(file: vscode.Uri): Promise<string | undefined> {
  const untitled = file.with({ scheme: "untitled" }).toString();
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled))
    return "A new file with this name is already open.";
  return (await exists(file)) ? "A file with this name already exists." : undefined;
}
