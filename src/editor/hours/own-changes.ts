import * as vscode from "vscode";
import { applyEdits, type Edit } from "../../core/campaign/problem";

/** The changes that a panel makes in its document. Takes them back in reverse order, until anything else changes it. */
export interface OwnChanges {
  /** Makes a change. False if the editor refuses it. */
  readonly make: (document: vscode.TextDocument, edit: Edit) => Promise<boolean>;
  /** Takes the last change back. Undefined if there is none. */
  readonly undo: (document: vscode.TextDocument) => Promise<boolean | undefined>;
  /** Makes the change again that was taken back last. Undefined if there is none. */
  readonly redo: (document: vscode.TextDocument) => Promise<boolean | undefined>;
  /** Whether the change that the document has just had is one of these. */
  readonly isOwn: (document: vscode.TextDocument) => boolean;
  readonly forget: () => void;
}

const maxKept = 200;

export function ownChanges(): OwnChanges {
  /** Edits that take back what was made, and that make again what was taken back. The last one is next. */
  const done: Edit[] = [];
  const undone: Edit[] = [];
  /** Each edit fits one text: the one that the last of these changes left. */
  let left: { readonly document: vscode.TextDocument; readonly version: number } | undefined;
  /** The text that the change in progress leads to. */
  let expected: string | undefined;
  let forgotten = 0;

  const forget = (): void => {
    done.length = 0;
    undone.length = 0;
    left = undefined;
    forgotten++;
  };
  const fits = (document: vscode.TextDocument): boolean =>
    left?.document === document && left.version === document.version;

  /** Changes the document, and keeps the edit that takes this back unless something else happened meanwhile. */
  const apply = async (document: vscode.TextDocument, edit: Edit, opposites: Edit[]): Promise<boolean> => {
    const text = document.getText();
    const result = applyEdits(text, [edit]);
    const { offset, length, content } = edit;
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, range, content);
    const before = forgotten;
    expected = result;
    try {
      if (!(await vscode.workspace.applyEdit(change))) return false;
    } finally {
      expected = undefined;
    }
    if (forgotten !== before) return true;
    if (document.getText() !== result) {
      forget();
      return true;
    }
    left = { document, version: document.version };
    opposites.push({ offset, length: content.length, content: text.slice(offset, offset + length) });
    if (opposites.length > maxKept) opposites.shift();
    return true;
  };
  const takeFrom =
    (edits: Edit[], opposites: Edit[]) =>
    async (document: vscode.TextDocument): Promise<boolean | undefined> => {
      if (!fits(document)) forget();
      const edit = edits.at(-1);
      if (edit === undefined) return undefined;
      const before = forgotten;
      const isApplied = await apply(document, edit, opposites);
      // A refused change is still the next one.
      if (isApplied && forgotten === before) edits.pop();
      return isApplied;
    };
  return {
    make: async (document, edit) => {
      if (!fits(document)) forget();
      const isApplied = await apply(document, edit, done);
      if (isApplied) undone.length = 0;
      return isApplied;
    },
    undo: takeFrom(done, undone),
    redo: takeFrom(undone, done),
    isOwn: (document) => document.getText() === expected,
    forget,
  };
}
