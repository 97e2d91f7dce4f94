import { createScanner, SyntaxKind } from "jsonc-parser";
import { CaretReader, type Caret } from "./caret-reader";

export type { Caret, Token } from "./caret-reader";

/** Reads the whole text once, from its beginning to its end, without recursion. Never throws. */
export function caretAt(text: string, offset: number): Caret {
  const readable = text.charCodeAt(0) === 0xfeff ? " " + text.slice(1) : text;
  const scanner = createScanner(readable);
  const reader = new CaretReader(offset);
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    // A line feed and spaces before a bare word end the word before it.
    if (kind === SyntaxKind.LineBreakTrivia) reader.endOfLine(start);
    else if (kind === SyntaxKind.LineCommentTrivia) reader.comment(start, end);
    else if (kind === SyntaxKind.BlockCommentTrivia) reader.comment(start, end - 1);
    else if (kind !== SyntaxKind.Trivia) {
      const closed = kind === SyntaxKind.StringLiteral && isClosed(readable, start, end);
      reader.token(kind, start, end, closed, scanner.getTokenValue());
    }
  }
  return reader.finish(readable.length);
}

/** The scanner reads an unclosed text up to the end of its line. */
function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text[end - 1] !== '"') return false;
  // Of a text that was never closed, the next one's first quote is the end.
  if (/\w/.test(text[end] ?? "")) return false;
  let slashes = 0;
  while (text[end - 2 - slashes] === "\\") slashes++;
  return slashes % 2 === 0;
}
