import * as vscode from "vscode";
import type * as Lsp from "vscode-json-languageservice";
import { languageId } from "../checking";
import { toCompletionItem } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";
import { zoneCompletion } from "./zone-completion";

/** Properties, values and time zones, with what they mean. */
export function registerCompletion(read: ReadCampaign): vscode.Disposable {
  const zones = zoneCompletion();
  const provideCompletionItems: vscode.CompletionItemProvider["provideCompletionItems"] = async (
    document,
    position,
    token,
    { triggerCharacter },
  ) => {
    // A blank asks for a value behind its key, not between the words of a text.
    if (triggerCharacter === " " && !/":\s*$/.test(before(document, position))) return undefined;
    const items = (await (await read(document, token))?.complete(position)) ?? [];
    if (token.isCancellationRequested) return undefined;
    const convert = (item: Lsp.CompletionItem) => toCompletionItem(item, position);
    if (!zones.offers(items)) return items.map(convert);
    const found = zones.refine(items, before(document, position, items));
    // What is typed next may mean another zone.
    return new vscode.CompletionList(found.map(convert), true);
  };
  return vscode.Disposable.from(
    zones,
    vscode.languages.registerCompletionItemProvider(
      { language: languageId },
      { provideCompletionItems },
      ...['"', ":", " "],
    ),
  );
}

/** What stands before the caret in its line, or of it only what the items would replace. */
function before(
  document: vscode.TextDocument,
  position: vscode.Position,
  [item]: readonly Lsp.CompletionItem[] = [],
): string {
  const edit = item?.textEdit;
  const start = edit !== undefined && "range" in edit ? edit.range.start.character : 0;
  return document.lineAt(position).text.slice(start, position.character);
}
