import type * as vscode from "vscode";
import type * as Lsp from "vscode-json-languageservice";
import type { Caret } from "../../core/completion/caret";
import { endOfUnclosed, nothingTyped } from "../../core/completion/items";
import type { FindZones } from "../../core/zones/find";
import { zoneSearch } from "../../core/zones/search";
import { toCompletionItem } from "./conversions";
import { zoneDetails } from "./zone-details";

export interface ZoneCompletion {
  /**
   * The time zones that match the typed text, best match first, each with its details.
   * @param typed whether typing triggered it. Then returns nothing if the text is the full name of a zone in quotes.
   * @param examples the schema's examples, listed first while nothing is typed
   */
  complete(
    document: vscode.TextDocument,
    position: vscode.Position,
    caret: Caret,
    typed: boolean,
    examples: () => Promise<readonly Lsp.CompletionItem[]>,
  ): Promise<vscode.CompletionItem[]>;
  dispose(): void;
}

/** Finds time zones by city, country, abbreviation or offset. VS Code itself matches only their names. */
export function zoneCompletion(): ZoneCompletion {
  const details = zoneDetails();
  let find: FindZones | undefined;
  return {
    complete: async (document, position, caret, typed, examples) => {
      const { token } = caret;
      const text = document.getText();
      const offset = document.offsetAt(position);
      const start = token === undefined ? offset : token.quoted ? token.start + 1 : token.start;
      const query = text.slice(start, offset);
      find ??= zoneSearch().zoneFinder(details.countryNames);
      const found = find(query);
      if (typed && token?.quoted !== false && found.includes(query)) return [];
      const names = query.trim() === "" ? examplesFirst(await examples(), found) : found;
      const descriptions = details.of(names);
      const opening = token?.quoted === true && !token.closed ? '"' : "";
      return names.map((name, index) => {
        const detail = descriptions[index] ?? "";
        const edit = editFor(name, text, offset, caret);
        const item: Lsp.CompletionItem = {
          label: JSON.stringify(name),
          kind: valueKind,
          detail,
          labelDetails: { description: detail },
          sortText: String(index).padStart(4, "0"),
          // VS Code filters again, by name only. So the filter text is the query: the item matches it exactly and is
          // dropped at the next key.
          filterText: query === "" ? nothingTyped : opening + query,
          textEdit: {
            range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
            newText: edit.text,
          },
        };
        return toCompletionItem(item, position);
      });
    },
    dispose: () => details.dispose(),
  };
}

/** `CompletionItemKind.Value` of the protocol. */
const valueKind = 12;

/** Replaces only the text between the quotes if there are two, so that a tab stop there stays active. */
function editFor(
  name: string,
  text: string,
  offset: number,
  { token, needsComma }: Caret,
): { text: string; start: number; end: number } {
  const quoted = JSON.stringify(name);
  const value = needsComma ? `${quoted},` : quoted;
  if (token === undefined) return { text: value, start: offset, end: offset };
  const { start, end } = token;
  if (!token.quoted) return { text: value, start, end };
  if (token.closed) return { text: name, start: start + 1, end: end - 1 };
  return { text: quoted, start, end: Math.max(offset, endOfUnclosed(text, token)) };
}

function examplesFirst(items: readonly Lsp.CompletionItem[], names: readonly string[]): readonly string[] {
  const valid = new Set(names);
  const examples = items.map(({ label }) => label.replace(/^"|"$/g, "")).filter((name) => valid.has(name));
  return [...new Set([...examples, ...names])];
}
