import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Submissions } from "../submission/ledger";
import { toTreeItem } from "./item";
import { readHistory, type ReadHistory } from "./read-history";

const viewId = "campaignJson.history";
/** How often ages are updated while the view is visible, in milliseconds. */
const minute = 60_000;

/** Registers the view of submissions. The ledger's code is not loaded before the view is first visible. */
export function registerHistoryTree(submissions: Submissions): HistoryTree {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = (): void => changed.fire(undefined);
  const view = vscode.window.createTreeView<LedgerEntry>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (parent) => {
        if (parent !== undefined) return [];
        const history = await readHistory(submissions);
        // Assigned only when it changes, because each assignment redraws the view.
        const message = messageOf(history);
        if ((view.message ?? "") !== message) view.message = message;
        return "entries" in history ? [...history.entries] : [];
      },
      getTreeItem: (entry) => toTreeItem(entry, Date.now()),
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const onVisibility = (): void => {
    clearInterval(timer);
    if (!view.visible) return;
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
  return { refresh, dispose: () => void disposable.dispose() };
}

export interface HistoryTree {
  refresh(): void;
  dispose(): void;
}

/** A warning to show above the entries, or an empty string. */
function messageOf(history: ReadHistory): string {
  if ("unreadable" in history)
    return `The submission log can’t be read, so nothing can be submitted: ${plainLine(history.unreadable)}`;
  if (history.damage === undefined) return "";
  return `The submission log is damaged: ${history.damage.unreadable} of its lines can’t be read. Check the account before you submit a campaign again.`;
}
