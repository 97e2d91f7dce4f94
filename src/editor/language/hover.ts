import * as vscode from "vscode";
import type { AccountSource } from "../account/suggest-names";
import { languageId } from "../ui/language-id";
import { toHover } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";

/** Explains the property or value under the pointer, and what is known of a name in the account. */
export function registerHover(
  read: ReadCampaign,
  account: Pick<AccountSource, "hoverFor">,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: languageId },
    {
      provideHover: async (document, position, token) => {
        const campaign = await read(document, token);
        const found = await campaign?.hover(position);
        const hover = found && toHover(found);
        const named = campaign?.namedAt(position);
        const added = named === undefined ? [] : await account.hoverFor(named);
        return added.length === 0
          ? hover
          : new vscode.Hover([...(hover?.contents ?? []), ...added], hover?.range);
      },
    },
  );
}
