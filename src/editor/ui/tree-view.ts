import * as vscode from "vscode";
import { plainLabel, plainLine } from "../../core/text/plain";

/** A view in the side bar. Its title and its message may contain untrusted text. */
export interface TreeView<T> {
  isVisible(): boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  setTitle(title: string): void;
  /** Shown above the entries; none if it is empty. */
  setMessage(message: string): void;
  /** Opens the view, selects the node and moves the keyboard to it. Needs `getParent`. */
  focusOn(node: T): Promise<void>;
  dispose(): void;
}

export function createTreeView<T>(id: string, treeDataProvider: vscode.TreeDataProvider<T>): TreeView<T> {
  const view = vscode.window.createTreeView<T>(id, { treeDataProvider });
  return {
    isVisible: () => view.visible,
    onDidChangeVisibility: view.onDidChangeVisibility,
    setTitle: (title) => void (view.title = plainLabel(title, 80)),
    setMessage: (message) => {
      // Assigned only when it changes, because each assignment redraws the view.
      const plain = plainLine(message, 500);
      if ((view.message ?? "") !== plain) view.message = plain;
    },
    focusOn: async (node) => view.reveal(node, { select: true, focus: true }),
    dispose: () => void view.dispose(),
  };
}
