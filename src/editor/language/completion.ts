import * as vscode from "vscode";
import { maxCampaignLength } from "../../core/campaign/document";
import { caretAt } from "../../core/completion/caret";
import { languageId } from "../checking";
import { toCompletionItem } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";
import { isTimeZone, zoneCompletion } from "./zone-completion";

/** What a name of a time zone may be typed with, in the words of people too: `UTC+5:30`, `São Paulo`. */
const zoneCharacters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-/_.':\" "];

/** Properties, values, snippets and time zones, each where it fits. */
export function registerCompletion(read: ReadCampaign): vscode.Disposable {
  const zones = zoneCompletion();
  const values: vscode.CompletionItemProvider = {
    provideCompletionItems: async (document, position, token, { triggerKind, triggerCharacter }) => {
      // A space asks for a value behind its key, not between the words of a text.
      if (triggerCharacter === " " && !/":\s*$/.test(before(document, position))) return undefined;
      if (isTimeZone(caretIn(document, position))) return undefined;
      const typed = triggerKind !== vscode.CompletionTriggerKind.Invoke;
      const items = (await (await read(document, token))?.complete(position, typed)) ?? [];
      return token.isCancellationRequested
        ? undefined
        : items.map((item) => toCompletionItem(item, position));
    },
  };
  const timeZones: vscode.CompletionItemProvider = {
    provideCompletionItems: async (document, position, token, { triggerKind }) => {
      const caret = caretIn(document, position);
      if (!isTimeZone(caret)) return undefined;
      const typed = triggerKind !== vscode.CompletionTriggerKind.Invoke;
      const examples = async () => (await (await read(document, token))?.complete(position)) ?? [];
      const items = await zones.complete(
        document.getText(),
        document.offsetAt(position),
        caret,
        typed,
        examples,
      );
      if (token.isCancellationRequested || items.length === 0) return undefined;
      const made = items.map(({ start, end, ...item }) => {
        const range = { start: document.positionAt(start), end: document.positionAt(end) };
        return toCompletionItem({ ...item, textEdit: { range, newText: item.text } }, position);
      });
      // What is typed next may mean another zone.
      return new vscode.CompletionList(made, true);
    },
  };
  const selector = { language: languageId };
  return vscode.Disposable.from(
    zones,
    vscode.languages.registerCompletionItemProvider(selector, values, '"', ":", " "),
    // A provider of its own: the keys that are typed in other values ask only this one, and it has no answer there.
    vscode.languages.registerCompletionItemProvider(selector, timeZones, ...zoneCharacters),
  );
}

function caretIn(document: vscode.TextDocument, position: vscode.Position): ReturnType<typeof caretAt> {
  const text = document.getText();
  return caretAt(text.length > maxCampaignLength ? "" : text, document.offsetAt(position));
}

/** What is before the caret in its line. */
function before(document: vscode.TextDocument, position: vscode.Position): string {
  return document.lineAt(position).text.slice(0, position.character);
}
