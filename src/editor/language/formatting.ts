import * as vscode from "vscode";
import { languageId } from "../ui/language-id";
import { toTextEdit } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";

/** Formats a campaign or a part of it. Keeps comments and line endings. */
export function registerFormatting(read: ReadCampaign): vscode.Disposable {
  const format = async (
    document: vscode.TextDocument,
    options: vscode.FormattingOptions,
    token: vscode.CancellationToken,
    range?: vscode.Range,
  ) => {
    const { tabSize, insertSpaces } = options;
    const insertFinalNewline = vscode.workspace
      .getConfiguration("files", document)
      .get("insertFinalNewline", false);
    const campaign = await read(document, token);
    return campaign?.format({ tabSize, insertSpaces, insertFinalNewline }, range).map(toTextEdit);
  };
  const provider: vscode.DocumentFormattingEditProvider & vscode.DocumentRangeFormattingEditProvider = {
    provideDocumentFormattingEdits: (document, options, token) => format(document, options, token),
    provideDocumentRangeFormattingEdits: (document, range, options, token) =>
      format(document, options, token, range),
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider({ language: languageId }, provider),
    vscode.languages.registerDocumentRangeFormattingEditProvider({ language: languageId }, provider),
  );
}
