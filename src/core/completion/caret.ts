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

/**
 * As `caretAt`, but a caret that only spaces separate from the unquoted words of a name is still in them: `los angeles`
 * has a space before its second word is typed.
 * @param isName whether a value at a caret is a name, which may have several words
 */
export function caretInWords(text: string, offset: number, isName: (caret: Caret) => boolean): Caret {
  let end = offset;
  while (text[end - 1] === " ") end--;
  const caret = caretAt(text, offset);
  if (end === offset || caret.token !== undefined) return caret;
  const before = caretAt(text, end);
  const { token } = before;
  if (token?.quoted !== false || token.end !== end || !isName(before)) return caret;
  if (["true", "false", "null"].includes(text.slice(token.start, token.end))) return caret;
  return { ...before, token: { ...token, end: offset } };
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
