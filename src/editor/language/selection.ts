import * as vscode from "vscode";
import { languageId } from "../ui/language-id";
import { toSelectionRange } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";

/** Expands and shrinks the selection by JSON values. */
export function registerSelection(read: ReadCampaign): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(
    { language: languageId },
    {
      provideSelectionRanges: async (document, positions, token) =>
        (await read(document, token))?.selections(positions).map(toSelectionRange),
    },
  );
}
