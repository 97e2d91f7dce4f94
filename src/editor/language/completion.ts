import * as vscode from "vscode";
import type { Caret } from "../../core/completion/caret";
import { languageId } from "../problems/register";
import { campaignCaret } from "./campaign-caret";
import { toCompletionItem } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";
import { isTimeZone, zoneCompletion } from "./zone-completion";

/** In a text in quotes VS Code asks for a list only at a trigger. These are what keys and time zones are typed with. */
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-/_.'";
const triggers = ['"', ":", " ", ...letters.split(/(?:)/)];

/** Properties, values, snippets and time zones, each where it fits. */
export function registerCompletion(read: ReadCampaign): vscode.Disposable {
  const zones = zoneCompletion();
  const asked = valueAskedFor();
  const provideCompletionItems: vscode.CompletionItemProvider["provideCompletionItems"] = async (
    document,
    position,
    token,
    { triggerKind, triggerCharacter = "" },
  ) => {
    const caret = campaignCaret(document, position);
    const typed = triggerKind !== vscode.CompletionTriggerKind.Invoke;
    const campaign = () => read(document, token);
    if (isTimeZone(caret)) {
      const examples = async () => (await (await campaign())?.complete(position)) ?? [];
      const found = await zones.complete(document, position, caret, typed, examples);
      // What is typed next may mean another zone.
      return token.isCancellationRequested ? undefined : new vscode.CompletionList(found, true);
    }
    if (triggerCharacter === " " && !isBehindKey(document, position)) return undefined;
    // A letter must not open a list over the choice of a tab stop, which is a list already.
    if (letters.includes(triggerCharacter) && triggerCharacter !== "" && !asked.before(document, caret))
      return undefined;
    asked.note(document, caret);
    const items = (await (await campaign())?.complete(position, typed)) ?? [];
    return token.isCancellationRequested ? undefined : items.map((item) => toCompletionItem(item, position));
  };
  return vscode.Disposable.from(
    zones,
    vscode.languages.registerCompletionItemProvider(
      { language: languageId },
      { provideCompletionItems },
      ...triggers,
    ),
  );
}

/** A space asks for a value behind its key, not between the words of a text. */
function isBehindKey(document: vscode.TextDocument, position: vscode.Position): boolean {
  return /":\s*$/.test(document.lineAt(position).text.slice(0, position.character));
}

/** Remembers the value that a quote or a person has asked for. Keys may be asked for at any time. */
function valueAskedFor() {
  let last: { readonly uri: string; readonly start: number } | undefined;
  return {
    before: (document: vscode.TextDocument, { place, token }: Caret): boolean =>
      place === "key" ||
      (last !== undefined && last.uri === document.uri.toString() && last.start === token?.start),
    note: (document: vscode.TextDocument, { token }: Caret): void => {
      last = token && { uri: document.uri.toString(), start: token.start };
    },
  };
}
