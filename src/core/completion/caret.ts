import { tokensOf } from "../campaign/syntax/tokens";
import { CaretReader, type Caret } from "./caret-reader";

export type { Caret, Token } from "./caret-reader";

/** Reads the whole text once, without recursion. Never throws. */
export function caretAt(text: string, offset: number): Caret {
  const readable = text.charCodeAt(0) === 0xfeff ? " " + text.slice(1) : text;
  const reader = new CaretReader(offset);
  for (const { kind, start, end, value } of tokensOf(readable)) {
    if (kind === "line-break") reader.endOfLine(start);
    else if (kind === "line-comment") reader.comment(start, end);
    else if (kind === "block-comment") reader.comment(start, end - 1);
    else if (kind !== "space")
      reader.token(kind, start, end, kind === "text" && isClosed(readable, start, end), value);
  }
  return reader.finish();
}

/** The scanner reads an unclosed text to the end of its line. */
function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text[end - 1] !== '"') return false;
  // An unclosed text ends at the first quote of the next one.
  if (/\w/.test(text[end] ?? "")) return false;
  let slashes = 0;
  while (text[end - 2 - slashes] === "\\") slashes++;
  return slashes % 2 === 0;
}
