import * as vscode from "vscode";
import { languageId } from "../ui/language-id";
import { toDocumentSymbol } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";

/** Provides the outline, the breadcrumbs and Go to Symbol. */
export function registerSymbols(read: ReadCampaign): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    { language: languageId },
    {
      provideDocumentSymbols: async (document, token) =>
        (await read(document, token))?.symbols().map(toDocumentSymbol),
    },
  );
}
