import * as vscode from "vscode";
import { languageId } from "../ui/language-id";
import { toHover } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";

/** Explains the property or value under the pointer. */
export function registerHover(read: ReadCampaign): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: languageId },
    {
      provideHover: async (document, position, token) => {
        const hover = await (await read(document, token))?.hover(position);
        return hover && toHover(hover);
      },
    },
  );
}
