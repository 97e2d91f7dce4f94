import * as vscode from "vscode";
import { toCompletionItem } from "./conversions";
import { languageId } from "../checking";
import { campaignCaret } from "./campaign-caret";
import { whileInTimeZone } from "./in-time-zone";
import type { ReadCampaign } from "./open-campaigns";
import { isTimeZone, zoneCompletion } from "./zone-completion";

/** What a time zone may be called, by its name or in the words of people: `UTC+5:30`, `St. John's`. */
const zoneCharacters = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-/_.'");

/** Properties, values, snippets and time zones, each where it fits. */
export function registerCompletion(read: ReadCampaign): vscode.Disposable {
  const zones = zoneCompletion();
  const complete: vscode.CompletionItemProvider["provideCompletionItems"] = async (
    document,
    position,
    token,
    { triggerKind, triggerCharacter },
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
    // A space asks for a value behind its key, not between the words of a text.
    if (triggerCharacter === " " && !/":\s*$/.test(before(document, position))) return undefined;
    const items = (await (await campaign())?.complete(position, typed)) ?? [];
    return token.isCancellationRequested ? undefined : items.map((item) => toCompletionItem(item, position));
  };
  // What a person asks for, the other one answers.
  const completeByLetter: vscode.CompletionItemProvider["provideCompletionItems"] = (
    document,
    position,
    token,
    context,
  ) =>
    context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter
      ? complete(document, position, token, context)
      : undefined;
  const register = (answer: typeof complete, characters: readonly string[]) =>
    vscode.languages.registerCompletionItemProvider(
      { language: languageId },
      { provideCompletionItems: answer },
      ...characters,
    );
  return vscode.Disposable.from(
    zones,
    register(complete, ask),
    // In a text in quotes a letter opens a list only when it is a trigger. Elsewhere it would take back the list
    // that a quote has asked for and that is still on its way.
    whileInTimeZone(() => register(completeByLetter, zoneCharacters)),
  );
}

const ask = ['"', ":", " "];

/** What is before the caret in its line. */
function before(document: vscode.TextDocument, position: vscode.Position): string {
  return document.lineAt(position).text.slice(0, position.character);
}
