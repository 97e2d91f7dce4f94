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
  /** The text that the change in progress leads to. */
  let expected: string | undefined;

  const apply = async (document: vscode.TextDocument, edit: Edit, opposites: Edit[]): Promise<boolean> => {
    const text = document.getText();
    const { offset, length, content } = edit;
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, range, content);
    expected = applyEdits(text, [edit]);
    const isApplied = await vscode.workspace.applyEdit(change);
    if (isApplied && document.getText() === expected) {
      opposites.push({ offset, length: content.length, content: text.slice(offset, offset + length) });
      if (opposites.length > maxKept) opposites.shift();
    }
    expected = undefined;
    return isApplied;
  };
  const forget = (): void => {
    done.length = 0;
    undone.length = 0;
  };
  const takeFrom =
    (edits: Edit[], opposites: Edit[]) =>
    async (document: vscode.TextDocument): Promise<boolean | undefined> => {
      const edit = edits.pop();
      return edit === undefined ? undefined : apply(document, edit, opposites);
    };
  return {
    make: async (document, edit) => {
      undone.length = 0;
      return apply(document, edit, done);
    },
    undo: takeFrom(done, undone),
    redo: takeFrom(undone, done),
    isOwn: (document) => document.getText() === expected,
    forget,
  };
}
