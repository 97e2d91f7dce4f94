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
  /** The document and its version after the last of these changes. The kept edits fit no other text. */
  let latest: { readonly document: vscode.TextDocument; readonly version: number } | undefined;
  /** The text that the change in progress leads to. */
  let expected: string | undefined;
  /** How often everything was forgotten. */
  let forgotten = 0;

  const forget = (): void => {
    done.length = 0;
    undone.length = 0;
    latest = undefined;
    forgotten++;
  };
  const forgetUnlessLatest = (document: vscode.TextDocument): void => {
    if (latest?.document !== document || latest.version !== document.version) forget();
  };

  /** Changes the document. `opposite` takes the change back; it is absent if anything else changed or is shown now. */
  const apply = async (
    document: vscode.TextDocument,
    { offset, length, content }: Edit,
  ): Promise<{ readonly isApplied: boolean; readonly opposite?: Edit }> => {
    const text = document.getText();
    const result = applyEdits(text, [{ offset, length, content }]);
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, range, content);
    const before = forgotten;
    expected = result;
    try {
      if (!(await vscode.workspace.applyEdit(change))) return { isApplied: false };
    } finally {
      expected = undefined;
    }
    if (forgotten !== before) return { isApplied: true };
    if (document.getText() !== result) {
      forget();
      return { isApplied: true };
    }
    latest = { document, version: document.version };
    const opposite = { offset, length: content.length, content: text.slice(offset, offset + length) };
    return { isApplied: true, opposite };
  };
  const keep = (edits: Edit[], edit: Edit): void => {
    edits.push(edit);
    if (edits.length > maxKept) edits.shift();
  };
  const takeFrom =
    (edits: Edit[], opposites: Edit[]) =>
    async (document: vscode.TextDocument): Promise<boolean | undefined> => {
      forgetUnlessLatest(document);
      const edit = edits.at(-1);
      if (edit === undefined) return undefined;
      const { isApplied, opposite } = await apply(document, edit);
      // A refused change stays the next one.
      if (opposite !== undefined) {
        edits.pop();
        keep(opposites, opposite);
      }
      return isApplied;
    };
  return {
    make: async (document, edit) => {
      forgetUnlessLatest(document);
      const { isApplied, opposite } = await apply(document, edit);
      if (opposite !== undefined) {
        keep(done, opposite);
        undone.length = 0;
      }
      return isApplied;
    },
    undo: takeFrom(done, undone),
    redo: takeFrom(undone, done),
    isOwn: (document) => document.getText() === expected,
    forget,
  };
}
