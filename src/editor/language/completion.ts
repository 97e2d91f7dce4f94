import * as vscode from "vscode";
import type { Caret } from "../../core/completion/caret";
import { knownNames, namedPartAt, type NamesIn } from "../../core/completion/known-names";
import type { AccountSource } from "../account/suggest-names";
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
    const isAwaited = part !== undefined && requested.isAwaited(document, caret);
    if (triggerCharacter === " " && !isAwaited && !isAfterKey(document, position)) return undefined;
    // A letter must not open a list on top of a snippet's choice, which is a list already.
    if (letters.includes(triggerCharacter) && triggerCharacter !== "" && !requested.before(document, caret))
      return undefined;
    requested.note(document, caret);
    if (part === undefined || (typed && !isAwaited)) {
      const items = await campaign.complete(position, typed);
      return token.isCancellationRequested
        ? undefined
        : items.map((item) => toCompletionItem(item, position));
    }
    const { sources, isPending } = await account.namesFor(part);
    if (isPending) requested.await(document, caret);
    const known = knownNames(part, [...sources, ...(await source.namesFor(document.uri))], caret);
    const items = await campaign.complete(position, false, known);
    if (token.isCancellationRequested) return undefined;
    // While names are pending, incomplete, so that the next character includes those that have arrived.
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
  return /":\s*$/.test(document.lineAt(position).text.slice(0, position.character));
}

/**
 * Remembers the value for which a quote or the person requested completions, and whether names for it are awaited. Keys
 * are always allowed.
 */
function requestedValue() {
  let last: { readonly uri: string; readonly start: number; isAwaited: boolean } | undefined;
  const isLast = (document: vscode.TextDocument, { token }: Caret): boolean =>
    last !== undefined && last.uri === document.uri.toString() && last.start === token?.start;
  return {
    before: (document: vscode.TextDocument, caret: Caret): boolean =>
      caret.place === "key" || isLast(document, caret),
    isAwaited: (document: vscode.TextDocument, caret: Caret): boolean =>
      isLast(document, caret) && last?.isAwaited === true,
    note: (document: vscode.TextDocument, { token }: Caret): void => {
      last = token && { uri: document.uri.toString(), start: token.start, isAwaited: false };
    },
    await: (document: vscode.TextDocument, caret: Caret): void => {
      if (last !== undefined && isLast(document, caret)) last.isAwaited = true;
    },
  };
}
