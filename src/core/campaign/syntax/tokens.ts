import { createScanner } from "jsonc-parser";

/** Indexed by the numbers of the scanner, whose enum does not exist at run time. */
const kinds = [
  ...(["", "{", "}", "[", "]", ",", ":", "word", "word", "word", "text", "word"] as const),
  ...(["line-comment", "block-comment", "line-break", "space", "word", "end"] as const),
] as const;

/** `word` is a number, true, false, null or any other unquoted text. */
export type TokenKind = (typeof kinds)[number];

export interface RawToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The decoded value of a text. */
  readonly value: string;
}

/** The tokens of any text, valid or not, without the final end token. */
export function* tokensOf(text: string): Generator<RawToken> {
  const scanner = createScanner(text);
  for (;;) {
    const kind = kinds[scanner.scan()];
    if (kind === "end") return;
    const start = scanner.getTokenOffset();
    yield { kind, start, end: start + scanner.getTokenLength(), value: scanner.getTokenValue() };
  }
}
