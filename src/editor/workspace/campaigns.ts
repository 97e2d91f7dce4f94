import * as vscode from "vscode";
import { parseDocument, type CampaignDocument } from "../../core/campaign/document";
import { accountNamesOf, type AccountNames, type NamesIn } from "../../core/completion/known-names";
import { ownCopy } from "../../core/text/own-copy";
import { visibleLine } from "../../core/text/visible";
import { toIndexedCampaign, type IndexedCampaign } from "../../core/lint/campaign-index";
import { affectedBy, relatedCampaigns } from "../../core/lint/related-campaigns";
import { savedLocation } from "../ui/editable";
import {
  campaignFiles,
  findCampaigns,
  forEachConcurrently,
  isWorkspaceCampaign,
  maxCampaigns,
  savedText,
  displayPath,
} from "./campaign-text";

/** How long file system events are collected before files are read, in milliseconds. */
const eventDelay = 50;

/** From this number of changed files, listing all is cheaper than looking up each. */
const listAllFrom = 8;

/** A change of names or contact lists in saved campaigns, or of the hours in which they are called. */
export interface CampaignsChange {
  /**
   * Whether a check of this campaign may have another result now.
   * @param campaign its text if it is open; else the saved one counts
   */
  readonly affects: (uri: vscode.Uri, campaign?: CampaignDocument) => boolean;
}

/** The saved campaigns in the workspace, at most `maxCampaigns`, updated when files change. */
export interface WorkspaceCampaigns {
  /** Other campaigns that are related to this one, whose text may be unsaved. */
  relatedTo(uri: vscode.Uri, campaign: CampaignDocument): readonly IndexedCampaign[];
  /** The lists and queues of the other campaigns, in the order of their paths. */
  namesBeside(uri: vscode.Uri): readonly NamesIn[];
  /** The saved files whose campaign has exactly this name. */
  named(name: string): readonly vscode.Uri[];
  readonly onDidChange: vscode.Event<CampaignsChange>;
  /** Reads all again. A file watcher may be late, and misses a folder that is created together with its parent. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** Reads the campaigns in the workspace, and those that are created, changed, renamed or deleted later. */
export function registerWorkspaceCampaigns(log: vscode.LogOutputChannel): WorkspaceCampaigns {
  const byAddress = new Map<string, ReadCampaign>();
  const changed = new vscode.EventEmitter<CampaignsChange>();
  let related: ReturnType<typeof relatedCampaigns> | undefined;
  let disposed = false;

  /** What rules compare of the campaigns that changed since the last event, before and after. */
  let changes: IndexedCampaign[] = [];
  const set = (key: string, next: ReadCampaign | undefined) => {
    const before = byAddress.get(key)?.campaign;
    const after = next?.campaign;
    if (next === undefined) byAddress.delete(key);
    else byAddress.set(key, next);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    for (const facts of [before, after]) if (facts !== undefined) changes.push(facts);
  };
  const notifyChange = () => {
    if (changes.length === 0 || disposed) return;
    related = undefined;
    const isAffected = affectedBy(changes);
    changes = [];
    changed.fire({
      affects: (uri, campaign) => {
        const own = campaign === undefined ? byAddress.get(uri.toString())?.campaign : ownOf(uri, campaign);
        return own === undefined || isAffected(own);
      },
    });
  };
  const put = async (uri: vscode.Uri) => {
    if (byAddress.size >= maxCampaigns && !byAddress.has(uri.toString())) return;
    const text = await savedText(uri);
    set(uri.toString(), text === undefined ? undefined : toRead(uri, parseDocument(text)));
  };
  const readAll = async () => {
    const files = await findCampaigns();
    const listed = new Set(files.map(String));
    for (const key of [...byAddress.keys()]) if (!listed.has(key)) set(key, undefined);
    await forEachConcurrently(files, put, () => disposed);
    log.debug(`Read ${byAddress.size} campaigns in the workspace.`);
    if (files.length >= maxCampaigns)
      log.warn(`Only ${maxCampaigns} campaigns in the workspace are compared with each other.`);
    notifyChange();
  };

  /** Runs reads one after another, so that an older one never overwrites a newer one. */
  let turn = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(work).catch((error: unknown) => log.error(String(error)));
    return turn;
  };
  const readAllInTurn = () => void inTurn(readAll);

  /** Files that changed and folders that were deleted since the last read. */
  let changedFiles = new Map<string, vscode.Uri>();
  let deletedFolders = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const readChanges = async () => {
    const files = changedFiles;
    const folders = deletedFolders;
    changedFiles = new Map();
    deletedFolders = new Set();
    // A deleted folder may exist again by now, so look each of its files up.
    if (folders.size > 0)
      for (const { uri } of byAddress.values()) if (isBelow(uri, folders)) files.set(uri.toString(), uri);
    if (files.size === 0) return;
    const isCampaign = await campaignFilter(files.size, byAddress);
    const update = async (uri: vscode.Uri) => {
      if (await isCampaign(uri)) await put(uri);
      else set(uri.toString(), undefined);
    };
    await forEachConcurrently([...files.values()], update, () => disposed);
    notifyChange();
  };
  /** Checking out another branch causes thousands of events at once, and one read. */
  const scheduleRead = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void inTurn(readChanges);
    }, eventDelay);
  };
  const onChange = (uri: vscode.Uri) => {
    changedFiles.set(uri.toString(), uri);
    scheduleRead();
  };
  const onDelete = (uri: vscode.Uri) => {
    deletedFolders.add(uri.toString());
    scheduleRead();
  };

  const files = vscode.workspace.createFileSystemWatcher(campaignFiles);
  const folders = vscode.workspace.createFileSystemWatcher("**", true, true, false);
  const registrations = vscode.Disposable.from(
    files,
    folders,
    changed,
    files.onDidCreate(onChange),
    files.onDidChange(onChange),
    folders.onDidDelete(onDelete),
    // A renamed or added folder is one event, which does not list its campaigns.
    vscode.workspace.onDidRenameFiles(readAllInTurn),
    vscode.workspace.onDidChangeWorkspaceFolders(readAllInTurn),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("files.exclude")) readAllInTurn();
    }),
  );
  readAllInTurn();

  return {
    relatedTo: (uri, own) => {
      related ??= relatedCampaigns([...byAddress.values()].map(({ campaign }) => campaign));
      return related(ownOf(uri, own));
    },
    namesBeside: (uri) => {
      const own = (savedLocation(uri) ?? uri).toString();
      return [...byAddress]
        .filter(([address]) => address !== own)
        .map(([, { campaign, names }]) => ({ origin: visibleLine(campaign.file, 100), names }))
        .sort((a, b) => a.origin.localeCompare(b.origin));
    },
    named: (name) =>
      [...byAddress.values()].filter(({ campaign }) => campaign.name === name).map(({ uri }) => uri),
    onDidChange: changed.event,
    refresh: () => inTurn(readAll),
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      registrations.dispose();
    },
  };
}

interface ReadCampaign {
  readonly uri: vscode.Uri;
  readonly campaign: IndexedCampaign;
  readonly names: AccountNames;
}

function toRead(uri: vscode.Uri, campaign: CampaignDocument): ReadCampaign {
  return { uri, campaign: toIndexed(uri, campaign), names: ownCopy(accountNamesOf(campaign.value)) };
}

/** The compared parts of a campaign whose text may be unsaved. */
function ownOf(uri: vscode.Uri, campaign: CampaignDocument): IndexedCampaign {
  return toIndexed(savedLocation(uri) ?? uri, campaign);
}

/** Adds the address, because two workspace folders may have the same name and a display path is then ambiguous. */
function toIndexed(uri: vscode.Uri, { value }: CampaignDocument): IndexedCampaign {
  return { ...toIndexedCampaign(displayPath(uri), value), address: uri.toString() };
}

async function campaignFilter(
  count: number,
  known: ReadonlyMap<string, unknown>,
): Promise<(uri: vscode.Uri) => boolean | Promise<boolean>> {
  if (count < listAllFrom) return isWorkspaceCampaign;
  const listed = new Set((await findCampaigns()).map(String));
  if (listed.size < maxCampaigns) return (uri) => listed.has(uri.toString());
  // The list is not complete, so a known file stays until it cannot be read.
  return (uri) => listed.has(uri.toString()) || known.has(uri.toString());
}

/** Whether the addresses contain the file or one of its parent folders. */
function isBelow(uri: vscode.Uri, addresses: ReadonlySet<string>): boolean {
  const address = uri.toString();
  for (let end = address.length; end > 0; end = address.lastIndexOf("/", end - 1))
    if (addresses.has(address.slice(0, end))) return true;
  return false;
}
