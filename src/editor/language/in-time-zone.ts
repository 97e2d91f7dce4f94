import * as vscode from "vscode";
import { languageId } from "../checking";
import { campaignCaret } from "./campaign-caret";
import { isTimeZone } from "./zone-completion";

/** Keeps what `register` makes while the caret of the active editor is in the value of a time zone. */
export function whileInTimeZone(register: () => vscode.Disposable): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const look = (editor: vscode.TextEditor | undefined) => {
    const inside =
      editor?.document.languageId === languageId &&
      isTimeZone(campaignCaret(editor.document, editor.selection.active));
    if (inside === (registered !== undefined)) return;
    registered?.dispose();
    registered = inside ? register() : undefined;
  };
  look(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) look(textEditor);
    }),
    { dispose: () => void registered?.dispose() },
  );
}
