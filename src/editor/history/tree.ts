import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Submissions } from "../submission/ledger";
import { toTreeItem } from "./item";
import { readHistory, type ReadHistory } from "./read-history";

const viewId = "campaignJson.history";
/** How often ages are told anew while the view is open, in milliseconds. */
const minute = 60_000;

/** The view of submissions. What works on the ledger is read from disk when the view is first open, not before. */
export function registerHistoryTree(submissions: Submissions): HistoryTree {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = (): void => changed.fire(undefined);
  const view = vscode.window.createTreeView<LedgerEntry>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (parent) => {
        if (parent !== undefined) return [];
        const history = await readHistory(submissions);
        // Assigned only where it changes: each assignment draws the view anew.
        const words = messageOf(history);
        if ((view.message ?? "") !== words) view.message = words;
        return "entries" in history ? [...history.entries] : [];
      },
      getTreeItem: (entry) => toTreeItem(entry, Date.now()),
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const shown = (): void => {
    clearInterval(timer);
    if (!view.visible) return;
    timer = setInterval(refresh, minute);
    refresh();
  };
  shown();
  const disposable = vscode.Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(shown),
    submissions.onDidChange(refresh),
    new vscode.Disposable(() => clearInterval(timer)),
  );
  return { refresh, dispose: () => void disposable.dispose() };
}

export interface HistoryTree {
  refresh(): void;
  dispose(): void;
}

/** Empty when there is nothing to say. */
function messageOf(history: ReadHistory): string {
  if ("unreadable" in history)
    return `What was submitted cannot be read, so nothing can be sent either: ${plainLine(history.unreadable)}`;
  if (history.damage === undefined) return "";
  return `The record of submissions is damaged: ${history.damage.unreadable} of its lines cannot be read. Look in the account before you send something again.`;
}
