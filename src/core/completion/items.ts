import type { CompletionItem, Position, TextEdit } from "vscode-json-languageservice";
import { joinShortLinesOfSnippet } from "../campaign/layout";
import type { Caret, Token } from "./caret";
import type { PlacedSnippet } from "./snippets";

/** Kinds and formats of the protocol. A static snippet's kind is hidden for campaigns, so these have another. */
export const struct = 22;
const withTabStops = 2;

/** Converts an offset of the text that is completed. */
export type ToPosition = (offset: number) => Position;

/** A character that no campaign contains: an item that is found by it goes as soon as anything is typed. */
export const nothingTyped = "\u{E000}";

/**
 * Fits an item of the library to the caret. Inside quotes a value replaces what is between them, so that a tab stop
 * there stays alive. What follows a text that was never closed is kept.
 * @param closedValues whether the values at the caret are a short list; others are not looked for by what is typed
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
  if (!token.quoted) return fitted;
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

/** Up to the comma and the brackets at the end, which were not meant to be part of it. */
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
 * Whole campaigns come first, parts come after the properties.
 * @param order among the snippets
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
