import { createScanner } from "jsonc-parser";

/** By the numbers of the library, whose enumeration has no values at run time. */
const kinds = [
  ...(["", "{", "}", "[", "]", ",", ":", "word", "word", "word", "text", "word"] as const),
  ...(["line-comment", "block-comment", "line-break", "space", "word", "end"] as const),
] as const;

/** `word` is a number, true, false, null and what is none of these. */
export type TokenKind = (typeof kinds)[number];

export interface RawToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Of a text, what it means. */
  readonly value: string;
}

/** The parts of a text from its beginning to its end, whatever it contains; without the last one, its end. */
export function* tokensOf(text: string): Generator<RawToken> {
  const scanner = createScanner(text);
  for (;;) {
    const kind = kinds[scanner.scan()];
    if (kind === "end") return;
    const start = scanner.getTokenOffset();
    yield { kind, start, end: start + scanner.getTokenLength(), value: scanner.getTokenValue() };
  }
}
