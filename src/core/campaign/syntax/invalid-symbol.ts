import { createScanner, type SyntaxKind } from "jsonc-parser";
import { looksLike, nameAndCode } from "../../text/named-characters";
import type { Edit, Fix, Span } from "../problem";

/** The message and fixes for a word that is not JSON. */
export interface InvalidSymbol extends Span {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

const plainWords =
  "This is not JSON. Put text in double quotes; only numbers, true, false and null have none.";

/** Limit on characters that one fix replaces. A file with more is not a campaign. */
const maxReplaced = 1000;

/**
 * Explains words that are not JSON. If one contains an invisible or fullwidth character or starts with a quote that is
 * not JSON's, the message names it and a fix replaces it, because outside of texts it has no other meaning.
 */
export function invalidSymbols(text: string): (span: Span) => InvalidSymbol {
  let unseen: readonly Edit[] | undefined;
  return ({ offset, length }) => {
    const first = firstNamed(text, { offset, length });
    if (first === undefined) return { message: plainWords, offset, length, fixes: [] };
    const { place, character, looks } = first;
    if (looks === '"') return { ...place, ...otherQuote(text, first) };
    if (character === "\0" && isUtf16(text)) return { ...place, ...utf16(text) };
    unseen ??= unseenOutsideTexts(text);
    const name = nameAndCode(character);
    const look = looks === " " ? "space" : `"${looks}"`;
    const [todo, why] =
      looks === ""
        ? ["Remove", "cannot be seen. Remove it."]
        : ["Replace", `looks like a ${look}. Replace it with a plain ${look}.`];
    const title =
      unseen.length > 1 ? `Replace ${unseen.length} such characters outside of texts` : `${todo} the ${name}`;
    return {
      ...place,
      message: `This is not JSON because of the ${name} here, which ${why}`,
      fixes: [choice(title, unseen)],
    };
  };
}

type Explanation = Pick<InvalidSymbol, "message" | "fixes">;

function choice(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: true, safe: false };
}

/** A character that is not what it looks like. */
interface Named {
  readonly place: Span;
  readonly character: string;
  readonly looks: string;
}

function* namedIn(text: string, { offset, length }: Span): Generator<Named> {
  let at = offset;
  for (const character of text.slice(offset, offset + length)) {
    const looks = looksLike(character);
    if (looks !== undefined) yield { place: { offset: at, length: character.length }, character, looks };
    at += character.length;
  }
}

/** A quote counts only at the start of a word: later it may be an apostrophe. Three backticks are a code fence. */
function firstNamed(text: string, word: Span): Named | undefined {
  for (const named of namedIn(text, word)) {
    const isOpening = named.place.offset === word.offset && !text.startsWith("```", word.offset);
    if (named.looks !== '"' || isOpening) return named;
  }
  return undefined;
}

/** A quote other than JSON's. The fix also replaces its partner on the same line. */
function otherQuote(text: string, quote: Named): Explanation {
  const { character } = quote;
  const end = closingQuote(text, quote);
  const quotes = end === undefined ? [quote] : [quote, end];
  return {
    message: `This is not JSON: ${character} is a ${nameAndCode(character)}. JSON needs straight double quotes ("). Replace it.`,
    fixes: [
      choice(
        "Use straight double quotes",
        quotes.map(({ place }) => ({ ...place, content: '"' })),
      ),
    ],
  };
}

/**
 * The first quote of the same kind on the rest of a line with the end of a value or a name after it. A JSON quote ends
 * the search.
 */
function closingQuote(text: string, { place, character }: Named): Named | undefined {
  const kind = kindOf(character);
  for (let at = place.offset + 1; at < text.length && !/["\r\n]/.test(text.charAt(at)); at++) {
    const [named] = namedIn(text, { offset: at, length: 1 });
    if (
      named?.looks === '"' &&
      kindOf(named.character) === kind &&
      endsValue.test(text.slice(at + 1, at + 100))
    )
      return named;
  }
  return undefined;
}

/** Double or single: a text in double quotes may contain single ones, and apostrophes. */
function kindOf(quote: string): boolean {
  return "‘’‚‛'`".includes(quote);
}

const endsValue = /^[ \t]*(?:[,:\]}/\r\n，：］｝]|$)/;

/** ASCII text in UTF-16 that is read as UTF-8 has a NUL next to each character. */
function isUtf16(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 0) count++;
  return count * 3 > text.length;
}

function utf16(text: string): Explanation {
  const content = text.replaceAll("\0", "");
  return {
    message:
      "This file seems to be UTF-16: every other character is a NUL (U+0000), so it cannot be read. Save it as UTF-8.",
    fixes: [choice("Remove the NUL characters", [{ offset: 0, length: text.length, content }])],
  };
}

/** Numbers of the scanner, whose enum does not exist at run time. */
const unknownToken = 16 satisfies SyntaxKind.Unknown;
const endOfFile = 17 satisfies SyntaxKind.EOF;

/** Replaces invisible and fullwidth characters in words that are not JSON. Texts and comments keep theirs. */
function unseenOutsideTexts(text: string): Edit[] {
  const scanner = createScanner(text, true);
  const edits: Edit[] = [];
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    if (kind !== unknownToken) continue;
    const word = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
    for (const { place, looks } of namedIn(text, word)) {
      if (looks === '"') continue;
      if (edits.push({ ...place, content: looks }) >= maxReplaced) return edits;
    }
  }
  return edits;
}
