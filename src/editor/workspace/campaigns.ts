import * as vscode from "vscode";
import { parseDocument } from "../../core/campaign/document";
import { toIndexedCampaign, type IndexedCampaign } from "../../core/lint/campaign-index";
import { relatedCampaigns } from "../../core/lint/related-campaigns";
import { savedLocation } from "../ui/editable";
import {
  campaignFiles,
  findCampaigns,
  forEachConcurrently,
  isShown,
  savedText,
  displayPath,
} from "./campaign-text";

/** How long events of the file system are gathered, in milliseconds. */
const pause = 50;

/** With so many files it is less work to have all listed than to ask for each. */
const many = 8;

/** The campaigns of the workspace, kept in step with its files as they are saved. */
export interface WorkspaceCampaigns {
  /** What other campaigns have to do with one, whose text may not be saved yet. */
  relatedTo(uri: vscode.Uri, text: string): readonly IndexedCampaign[];
  readonly onDidChange: vscode.Event<void>;
  /** Reads all anew: a file watcher may be late, and does not see a folder in a folder that came at the same moment. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** Reads the campaigns of the workspace, and again what is created, changed, renamed or deleted. */
export function registerWorkspaceCampaigns(log: vscode.LogOutputChannel): WorkspaceCampaigns {
  const known = new Map<string, { readonly uri: vscode.Uri; readonly facts: IndexedCampaign }>();
  const changed = new vscode.EventEmitter<void>();
  let others: ReturnType<typeof relatedCampaigns> | undefined;
  let disposed = false;

  const tell = () => {
    others = undefined;
    if (!disposed) changed.fire();
  };
  const put = async (uri: vscode.Uri) => {
    const text = await savedText(uri);
    const key = uri.toString();
    if (text === undefined) known.delete(key);
    else known.set(key, { uri, facts: factsIn(uri, text) });
  };
  const readAll = async () => {
    const files = await findCampaigns();
    const listed = new Set(files.map(String));
    for (const key of [...known.keys()]) if (!listed.has(key)) known.delete(key);
    await forEachConcurrently(files, put, () => disposed);
    log.debug(`Read ${known.size} campaigns of the workspace.`);
    tell();
  };

  /** One reading after the other, or the older one might have the last word. */
  let turn = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(work).catch((error: unknown) => log.error(String(error)));
    return turn;
  };
  const again = () => void inTurn(readAll);

  /** What events of the file system have named since the last reading: files, and folders that went. */
  let touched = new Map<string, vscode.Uri>();
  let gone = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  const readTouched = async () => {
    const files = touched;
    const folders = gone;
    touched = new Map();
    gone = new Set();
    // An event says that something happened, not how things stand now: a folder that went may be back.
    if (folders.size > 0)
      for (const { uri } of known.values()) if (isBelow(uri, folders)) files.set(uri.toString(), uri);
    if (files.size === 0) return;
    const isThere = await whichAreShown(files.size);
    const look = async (uri: vscode.Uri) => {
      if (await isThere(uri)) await put(uri);
      else known.delete(uri.toString());
    };
    await forEachConcurrently([...files.values()], look, () => disposed);
    tell();
  };
  /** A checkout of another branch is thousands of events within a moment, and one reading. */
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void inTurn(readTouched);
    }, pause);
  };
  const touch = (uri: vscode.Uri) => {
    touched.set(uri.toString(), uri);
    soon();
  };
  const went = (uri: vscode.Uri) => {
    gone.add(uri.toString());
    soon();
  };

  const files = vscode.workspace.createFileSystemWatcher(campaignFiles);
  const folders = vscode.workspace.createFileSystemWatcher("**", true, true, false);
  const registrations = vscode.Disposable.from(
    files,
    folders,
    changed,
    files.onDidCreate(touch),
    files.onDidChange(touch),
    folders.onDidDelete(went),
    // A folder that comes with campaigns in it is one event, and which files it brings is not told.
    vscode.workspace.onDidRenameFiles(again),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("files.exclude")) again();
    }),
  );
  again();

  return {
    relatedTo: (uri, text) => {
      others ??= relatedCampaigns([...known.values()].map(({ facts }) => facts));
      return others(factsIn(savedLocation(uri) ?? uri, text));
    },
    onDidChange: changed.event,
    refresh: () => inTurn(readAll),
    dispose: () => {
      disposed = true;
      clearTimeout(waiting);
      registrations.dispose();
    },
  };
}

/** Two folders of a workspace may have the same name, so what a person reads of a file does not identify it. */
function factsIn(uri: vscode.Uri, text: string): IndexedCampaign {
  return { ...toIndexedCampaign(displayPath(uri), parseDocument(text).value), address: uri.toString() };
}

async function whichAreShown(count: number): Promise<(uri: vscode.Uri) => boolean | Promise<boolean>> {
  if (count < many) return isShown;
  const listed = new Set((await findCampaigns()).map(String));
  return (uri) => listed.has(uri.toString());
}

/** Whether one of the addresses is that of the file, or of a folder that it is in. */
function isBelow(uri: vscode.Uri, addresses: ReadonlySet<string>): boolean {
  const own = uri.toString();
  for (let end = own.length; end > 0; end = own.lastIndexOf("/", end - 1))
    if (addresses.has(own.slice(0, end))) return true;
  return false;
}
