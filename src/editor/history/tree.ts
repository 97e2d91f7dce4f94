import * as vscode from "vscode";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Submissions } from "../submission/ledger";
import { createTreeView } from "../ui/tree-view";
import { toConnectionItem, toTreeItem } from "./item";
import { byConnection, matchesFilter, parentOf, type ConnectionNode } from "./nodes";
import { readHistory, type ReadHistory } from "./read-history";

const viewId = "campaignJson.history";
/** How often ages are updated while the view is visible, in milliseconds. */
const minute = 60_000;

/** Registers the view of submissions. The ledger's code is not loaded before the view is first visible. */
export function registerHistoryTree(submissions: Submissions): HistoryTree {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = (): void => changed.fire(undefined);
  let filter = "";
  const filtered = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] => {
    const now = Date.now();
    return entries.filter((entry) => matchesFilter(entry, filter, now));
  };
  const view = createTreeView<LedgerEntry | ConnectionNode>(viewId, {
    onDidChangeTreeData: changed.event,
    getChildren: async (parent) => {
      if (parent !== undefined) return "kind" in parent ? [...parent.entries] : [];
      const history = await readHistory(submissions);
      view.setMessage(messageOf(history, filter));
      return "entries" in history ? [...byConnection(filtered(history.entries))] : [];
    },
    // Without it, nothing can be revealed.
    getParent: (node) => ("kind" in node ? undefined : parentOf(node)),
    getTreeItem: (node) => ("kind" in node ? toConnectionItem(node) : toTreeItem(node, Date.now())),
  });
  let timer: NodeJS.Timeout | undefined;
  const onVisibility = (): void => {
    clearInterval(timer);
    if (!view.isVisible()) return;
    timer = setInterval(refresh, minute);
    refresh();
  };
  onVisibility();
  const disposable = vscode.Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(onVisibility),
    submissions.onDidChange(refresh),
    new vscode.Disposable(() => clearInterval(timer)),
  );
  const setFilter = (text: string): void => {
    filter = text.trim();
    void vscode.commands.executeCommand("setContext", "campaignJson.filtered", filter !== "");
    refresh();
  };
  return {
    refresh,
    filter: () => filter,
    setFilter,
    show: async (entryId) => {
      const history = await readHistory(submissions);
      const entries = "entries" in history ? history.entries : [];
      const wanted = entries.find(({ id }) => id === entryId);
      if (wanted !== undefined && filtered([wanted]).length === 0) setFilter("");
      const target = entryId === undefined ? filtered(entries)[0] : wanted;
      // VS Code's own command moves the keyboard before the view has rows, so it is only for a view without one to show.
      if (target === undefined) await vscode.commands.executeCommand(`${viewId}.focus`);
      else await view.focusOn(target);
    },
    dispose: () => void disposable.dispose(),
  };
}

export interface HistoryTree {
  refresh(): void;
  filter(): string;
  /** Shows only the submissions that contain each word; all for an empty text. */
  setFilter(text: string): void;
  /** Opens the view and selects a submission: the newest without an ID. */
  show(entryId?: string): Promise<void>;
  dispose(): void;
}

/** A warning to show above the entries, or an empty string. */
function messageOf(history: ReadHistory, filter: string): string {
  if ("unreadable" in history)
    return `The submission log can’t be read, so nothing can be submitted: ${history.unreadable}`;
  if (history.damage === undefined)
    return filter === "" ? "" : `Only submissions with “${filter}” are shown.`;
  return `The submission log is damaged: ${history.damage.unreadable} of its lines can’t be read. Check the account before you submit a campaign again.`;
}
