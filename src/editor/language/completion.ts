import * as vscode from "vscode";
import type { Caret } from "../../core/completion/caret";
import { isTimeZone, knownNames, namedPartAt, type NamesIn } from "../../core/completion/known-names";
import type { AccountSource } from "../account/suggest-names";
import { languageId } from "../ui/language-id";
import { toCompletionItem } from "./conversions";
import type { ReadCampaign } from "./open-campaigns";
import { zoneCompletion } from "./zone-completion";

/** Inside a string, VS Code requests completions only at trigger characters. These appear in keys and time zones. */
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-/_.'";
const triggers = ['"', ":", " ", ...letters.split(/(?:)/)];

/** The lists and queues that a person has used before. */
export interface NamesSource {
  namesFor(uri: vscode.Uri): Promise<readonly NamesIn[]>;
}

/** Completes properties, values, snippets, names and time zones, each only where it is valid. */
export function registerCompletion(
  read: ReadCampaign,
  source: NamesSource,
  account: Pick<AccountSource, "namesFor">,
): vscode.Disposable {
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
    const part = namedPartAt(caret);
    // Typing in a list of names that the person requested filters it. Names that have arrived meanwhile are added.
    const isFiltered = typed && part !== undefined && requested.byPerson(document, caret);
    if (triggerCharacter === " " && !isFiltered && !isAfterKey(document, position)) return undefined;
    // A letter must not open a list on top of a snippet's choice, which is a list already.
    if (letters.includes(triggerCharacter) && triggerCharacter !== "" && !requested.before(document, caret))
      return undefined;
    const offset = part === undefined ? undefined : document.offsetAt(position);
    requested.note(document, caret.token?.start ?? offset, !typed || isFiltered);
    if (part === undefined || (typed && !isFiltered)) {
      const items = await campaign.complete(position, typed);
      return token.isCancellationRequested
        ? undefined
        : items.map((item) => toCompletionItem(item, position));
    }
    const { sources, isPending } = await account.namesFor(part);
    const known = knownNames(part, [...sources, ...(await source.namesFor(document.uri))], caret);
    const items = await campaign.complete(position, false, known);
    if (token.isCancellationRequested) return undefined;
    // Incomplete while names are read, so that VS Code asks again at the next character.
    return new vscode.CompletionList(
      items.map((item) => toCompletionItem(item, position)),
      isPending,
    );
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
  return /"\s*:\s*$/.test(document.lineAt(position).text.slice(0, position.character));
}

/** Remembers the value for which a quote or the person requested completions. Keys are always allowed. */
function requestedValue() {
  let last: { readonly uri: string; readonly start: number; readonly byPerson: boolean } | undefined;
  const isLast = (document: vscode.TextDocument, { token }: Caret): boolean =>
    last !== undefined && last.uri === document.uri.toString() && last.start === token?.start;
  return {
    before: (document: vscode.TextDocument, caret: Caret): boolean =>
      caret.place === "key" || isLast(document, caret),
    byPerson: (document: vscode.TextDocument, caret: Caret): boolean =>
      isLast(document, caret) && last?.byPerson === true,
    /** @param start the start of the value, undefined if it has none yet */
    note: (document: vscode.TextDocument, start: number | undefined, byPerson: boolean): void => {
      last = start === undefined ? undefined : { uri: document.uri.toString(), start, byPerson };
    },
  };
}
