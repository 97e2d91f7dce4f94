import type * as vscode from "vscode";
import type * as Lsp from "vscode-json-languageservice";
import type { Caret, Token } from "../../core/completion/caret";
import { endOfUnclosed, nothingTyped } from "../../core/completion/items";
import { zoneFinder, type FindZones } from "../../core/zones/find";
import { toCompletionItem } from "./conversions";
import { zoneDetails } from "./zone-details";

export interface ZoneCompletion {
  /**
   * The zones that what is typed may mean, the likeliest first, and with what each is.
   * @param typed whether a key asks for them, and not a person: nothing once the name of a zone is complete
   * @param examples the values that the schema names, which come first before anything is typed
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

/** Whether the caret is in the value of a time zone. */
export function isTimeZone({ place, path }: Caret): boolean {
  return place === "value" && path.length === 3 && path[1] === "callingHours" && path[2] === "timezone";
}

/** Finds time zones by what people call them. The editor alone would go by their names. */
export function zoneCompletion(): ZoneCompletion {
  const details = zoneDetails();
  const find: FindZones = zoneFinder(details.countryNames);
  return {
    complete: async (document, position, { token }, typed, examples) => {
      const text = document.getText();
      const offset = document.offsetAt(position);
      const start = token === undefined ? offset : token.quoted ? token.start + 1 : token.start;
      const sought = text.slice(start, offset);
      const found = find(sought);
      if (typed && found.includes(sought)) return [];
      const names = sought.trim() === "" ? examplesFirst(await examples(), found) : found;
      const said = details.of(names);
      const opening = token?.quoted === true && !token.closed ? '"' : "";
      return names.map((name, index) => {
        const detail = said[index] ?? "";
        const place = placeOf(name, text, offset, token);
        const item: Lsp.CompletionItem = {
          label: JSON.stringify(name),
          kind: value,
          detail,
          labelDetails: { description: detail },
          sortText: String(index).padStart(4, "0"),
          // It has been looked for here, by more than its name; the editor would look again, by its name alone.
          // So it matches nothing but what it was found by, and goes with the next key.
          filterText: sought === "" ? nothingTyped : opening + sought,
          textEdit: {
            range: { start: document.positionAt(place.start), end: document.positionAt(place.end) },
            newText: place.text,
          },
        };
        return toCompletionItem(item, position);
      });
    },
    dispose: () => details.dispose(),
  };
}

/** A kind of the protocol. */
const value = 12;

/** Between quotes only what is between them is replaced, so that a tab stop there stays alive. */
function placeOf(
  name: string,
  text: string,
  offset: number,
  token: Token | undefined,
): { text: string; start: number; end: number } {
  const quoted = JSON.stringify(name);
  if (token === undefined) return { text: quoted, start: offset, end: offset };
  const { start, end } = token;
  if (!token.quoted) return { text: quoted, start, end };
  if (token.closed) return { text: name, start: start + 1, end: end - 1 };
  return { text: quoted, start, end: Math.max(offset, endOfUnclosed(text, token)) };
}

function examplesFirst(items: readonly Lsp.CompletionItem[], names: readonly string[]): readonly string[] {
  const known = new Set(names);
  const examples = items.map(({ label }) => label.replace(/^"|"$/g, "")).filter((name) => known.has(name));
  return [...new Set([...examples, ...names])];
}
