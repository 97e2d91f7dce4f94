import * as vscode from "vscode";
import { languageId } from "../ui/language-id";
import { toFoldingRange } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";

/** Folds objects, arrays, comments and `#region` blocks. */
export function registerFolding(read: ReadCampaign): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(
    { language: languageId },
    {
      provideFoldingRanges: async (document, _context, token) =>
        (await read(document, token))?.folds().map(toFoldingRange),
    },
  );
}
