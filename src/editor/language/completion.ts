import * as vscode from "vscode";
import type { Caret } from "../../core/completion/caret";
import { knownNames, namedPartAt, type NamesIn } from "../../core/completion/known-names";
import { languageId } from "../ui/language-id";
import { toCompletionItem } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";
import { isTimeZone, zoneCompletion } from "./zone-completion";

/** Inside a string, VS Code requests completions only at trigger characters. These appear in keys and time zones. */
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-/_.'";
const triggers = ['"', ":", " ", ...letters.split(/(?:)/)];

/** The lists and queues that a person has used before. */
export interface NamesSource {
  namesFor(uri: vscode.Uri): Promise<readonly NamesIn[]>;
}

/** Completes properties, values, snippets, names and time zones, each only where it is valid. */
export function registerCompletion(read: ReadCampaign, source: NamesSource): vscode.Disposable {
  const zones = zoneCompletion();
  const requested = requestedValue();
  const provideCompletionItems: vscode.CompletionItemProvider["provideCompletionItems"] = async (
    document,
    position,
    token,
    { triggerKind, triggerCharacter = "" },
  ) => {
    // Read even if the request is canceled, because the next one depends on which value was requested.
    const campaign = await read(document);
    if (campaign === undefined) return undefined;
    const caret = campaign.caretAt(position);
    const typed = triggerKind !== vscode.CompletionTriggerKind.Invoke;
    if (isTimeZone(caret)) {
      const examples = () => campaign.complete(position);
      const found = await zones.complete(document, position, caret, typed, examples);
      // Incomplete (`true`), because the next character may match other zones.
      return token.isCancellationRequested ? undefined : new vscode.CompletionList(found, true);
    }
    if (triggerCharacter === " " && !isAfterKey(document, position)) return undefined;
    // A letter must not open a list on top of a snippet's choice, which is a list already.
    if (letters.includes(triggerCharacter) && triggerCharacter !== "" && !requested.before(document, caret))
      return undefined;
    requested.note(document, caret);
    const part = typed ? undefined : namedPartAt(caret);
    const known = part === undefined ? [] : knownNames(part, await source.namesFor(document.uri), caret);
    const items = await campaign.complete(position, typed, known);
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

/** Whether the cursor follows a key. Only there does a space request values, not between words. */
function isAfterKey(document: vscode.TextDocument, position: vscode.Position): boolean {
  return /":\s*$/.test(document.lineAt(position).text.slice(0, position.character));
}

/** Remembers the value for which a quote or the person requested completions. Keys are always allowed. */
function requestedValue() {
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
