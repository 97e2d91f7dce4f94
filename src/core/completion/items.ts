import type { CompletionItem, Position, TextEdit } from "vscode-json-languageservice";
import { joinShortLinesOfSnippet } from "../campaign/layout";
import type { Caret, Token } from "./caret";
import type { PlacedSnippet } from "./snippets";

/** Kinds and formats of the protocol. Static snippets are hidden for campaigns, so these use a different kind. */
export const struct = 22;
const withTabStops = 2;

/** Converts an offset of the text to a position. */
export type ToPosition = (offset: number) => Position;

/** A character that no campaign contains. An item that is filtered by it disappears with the first key typed. */
export const nothingTyped = "\u{E000}";

/**
 * Adapts an item of the library to the caret. Inside quotes, a value replaces only the text between them, so that a tab
 * stop there remains active. The text after an unclosed text is kept.
 * @param closedValues whether the values at the caret are a short list; other values are not filtered by the typed text
 */
export function fitItem(
  item: CompletionItem,
  caret: Caret,
  closedValues: boolean,
  text: string,
  toPosition: ToPosition,
): CompletionItem {
  const edit = item.textEdit;
  if (edit === undefined || !("range" in edit)) return item;
  const { token, place } = caret;
  const newText = joinShortLinesOfSnippet(edit.newText);
  const fitted: CompletionItem = {
    ...item,
    textEdit: { ...edit, newText },
    ...commaBefore(caret, toPosition),
  };
  if (place !== "value") return fitted;
  if (token === undefined) return closedValues ? fitted : { ...fitted, filterText: nothingTyped };
  if (!token.quoted) {
    // The library replaces only the last word.
    const range = { start: toPosition(token.start), end: toPosition(token.end) };
    return { ...fitted, textEdit: { range, newText } };
  }
  if (!token.closed) {
    const end = endOfUnclosed(text, token);
    const range = { start: toPosition(token.start), end: toPosition(end) };
    const hasComma = /^\s*,/.test(text.slice(end, token.end));
    return { ...fitted, textEdit: { range, newText: hasComma ? newText.replace(/,$/, "") : newText } };
  }
  if (!/^"[^"\n]*"$/.test(newText)) return fitted;
  const range = { start: toPosition(token.start + 1), end: toPosition(token.end - 1) };
  const filterText = (item.filterText ?? item.label).replace(/^"|"$/g, "");
  return { ...fitted, filterText, textEdit: { range, newText: newText.slice(1, -1) } };
}

/** The text without the comma and brackets at its end, which do not belong to it. */
export function endOfUnclosed(text: string, { start, end }: Token): number {
  let at = end;
  while (at > start + 1 && /[\s,}\]"]/.test(text.charAt(at - 1))) at--;
  return at;
}

function commaBefore({ missingComma }: Caret, toPosition: ToPosition): { additionalTextEdits?: TextEdit[] } {
  if (missingComma === undefined) return {};
  const position = toPosition(missingComma);
  return { additionalTextEdits: [{ range: { start: position, end: position }, newText: "," }] };
}

/**
 * Whole campaigns come first; parts come after the properties.
 * @param order position among the snippets
 */
export function snippetItem(
  { name, prefix, description, text, start, end }: PlacedSnippet,
  caret: Caret,
  toPosition: ToPosition,
  order: number,
): CompletionItem {
  const [label = name] = prefix;
  const whole = caret.path.length === 0 && caret.place === "value";
  return {
    label,
    labelDetails: { description: name },
    kind: struct,
    detail: description,
    filterText: prefix.join(" "),
    sortText: (whole ? "0" : "~") + String(order),
    insertTextFormat: withTabStops,
    textEdit: { range: { start: toPosition(start), end: toPosition(end) }, newText: text },
    ...commaBefore(caret, toPosition),
  };
}
