import * as vscode from "vscode";
import { parseDocument } from "../../core/campaign/document";
import { factsOf, type CampaignFacts } from "../../core/lint/facts";
import { othersOfRun } from "../../core/lint/others-of-run";
import { campaignFiles, forEach, isShown, savedText, shownPath } from "./campaign-text";

/** The campaigns of the workspace, kept in step with its files as they are saved. */
export interface WorkspaceCampaigns {
  /** What other campaigns have to do with one, whose text may not be saved yet. */
  beside(uri: vscode.Uri, text: string): readonly CampaignFacts[];
  readonly onDidChange: vscode.Event<void>;
  /** Fulfilled once every file has been read. */
  readonly ready: Promise<void>;
  dispose(): void;
}

/** Reads the campaigns of the workspace, and again what is created, changed, renamed or deleted. */
export function registerWorkspaceCampaigns(log: vscode.LogOutputChannel): WorkspaceCampaigns {
  const known = new Map<string, { readonly uri: vscode.Uri; readonly facts: CampaignFacts }>();
  const changed = new vscode.EventEmitter<void>();
  let others: ReturnType<typeof othersOfRun> | undefined;
  let disposed = false;
  /** While all is being read one event at the end says it for all. */
  let reading = true;

  const tell = () => {
    others = undefined;
    if (!reading && !disposed) changed.fire();
  };
  const put = async (uri: vscode.Uri) => {
    const text = await savedText(uri);
    const file = shownPath(uri);
    if (text === undefined) known.delete(file);
    else known.set(file, { uri, facts: factsOf(file, parseDocument(text).value) });
    tell();
  };
  const arrived = async (uri: vscode.Uri) => {
    if (await isShown(uri)) await put(uri);
  };
  const written = async (uri: vscode.Uri) => {
    if (known.has(shownPath(uri))) await put(uri);
  };
  /** A file, or a folder with all that was in it. */
  const gone = (uri: vscode.Uri) => {
    const before = known.size;
    for (const [file, { uri: own }] of known) {
      if (own.toString() === uri.toString() || own.path.startsWith(`${uri.path}/`)) known.delete(file);
    }
    if (known.size < before) tell();
  };
  const readAll = async () => {
    reading = true;
    const files = await vscode.workspace.findFiles(campaignFiles);
    const listed = new Set(files.map(shownPath));
    for (const file of [...known.keys()]) if (!listed.has(file)) known.delete(file);
    await forEach(files, put, () => disposed);
    reading = false;
    log.debug(`Read ${known.size} campaigns of the workspace.`);
    tell();
  };
  const complain = (error: unknown) => log.error(String(error));
  const again = () => void readAll().catch(complain);

  const files = vscode.workspace.createFileSystemWatcher(campaignFiles);
  const folders = vscode.workspace.createFileSystemWatcher("**", true, true, false);
  const registrations = vscode.Disposable.from(
    files,
    folders,
    changed,
    files.onDidCreate((uri) => void arrived(uri).catch(complain)),
    files.onDidChange((uri) => void written(uri).catch(complain)),
    folders.onDidDelete(gone),
    // A folder that comes with campaigns in it is one event, and which files it brings is not told.
    vscode.workspace.onDidRenameFiles(again),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("files.exclude")) again();
    }),
  );

  return {
    beside: (uri, text) => {
      others ??= othersOfRun([...known.values()].map(({ facts }) => facts));
      return others(factsOf(shownPath(uri), parseDocument(text).value));
    },
    onDidChange: changed.event,
    ready: readAll().catch(complain),
    dispose: () => {
      disposed = true;
      registrations.dispose();
    },
  };
}
