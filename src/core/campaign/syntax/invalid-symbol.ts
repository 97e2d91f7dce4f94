import { createScanner, type SyntaxKind } from "jsonc-parser";
import { nameAndCode, namedCharacter } from "../../text/named-characters";
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
 * Explains words that are not JSON. If one contains an invisible character or a typographic quote, the message names it
 * and a fix replaces it, because outside of texts these characters have no other meaning.
 */
export function invalidSymbols(text: string): (span: Span) => InvalidSymbol {
  let unseen: readonly Edit[] | undefined;
  return ({ offset, length }) => {
    const at = firstNamed(text, offset, length);
    if (at === undefined) return { message: plainWords, offset, length, fixes: [] };
    const unit = text.charCodeAt(at);
    const looksLike = namedCharacter(unit)?.looksLike ?? "";
    const found = { offset: at, length: 1 };
    if (looksLike === '"') return { ...found, ...curlyQuote(text, at) };
    if (unit === 0 && isUtf16(text)) return { ...found, ...utf16(text) };
    unseen ??= unseenOutsideTexts(text);
    const name = nameAndCode(unit);
    const todo = looksLike === "" ? "Remove it." : "Replace it with a plain space.";
    const title =
      unseen.length > 1
        ? `Replace ${unseen.length} such characters outside of texts`
        : looksLike === ""
          ? `Remove the ${name}`
          : `Replace the ${name} with a space`;
    return {
      ...found,
      message: `This is not JSON because of the ${name} here, which ${looksLike === "" ? "cannot be seen" : "looks like a space"}. ${todo}`,
      fixes: [choice(title, unseen)],
    };
  };
}

function choice(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: true, safe: false };
}

function firstNamed(text: string, offset: number, length: number): number | undefined {
  for (let at = offset; at < offset + length; at++) {
    if (namedCharacter(text.charCodeAt(at)) !== undefined) return at;
  }
  return undefined;
}

/** A typographic quote. The fix also replaces its partner on the same line. */
function curlyQuote(text: string, at: number): Pick<InvalidSymbol, "message" | "fixes"> {
  const edits: Edit[] = [{ offset: at, length: 1, content: '"' }];
  for (let next = at + 1; next < text.length; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 34 || unit === 10 || unit === 13) break;
    if (namedCharacter(unit)?.looksLike !== '"') continue;
    edits.push({ offset: next, length: 1, content: '"' });
    break;
  }
  const message = `This is not JSON: ${text.charAt(at)} is a ${nameAndCode(text.charCodeAt(at))}. JSON needs straight quotes ("). Replace it.`;
  return { message, fixes: [choice("Use straight quotes", edits)] };
}

/** ASCII text in UTF-16 that is read as UTF-8 has a NUL next to each character. */
function isUtf16(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 0) count++;
  return count * 3 > text.length;
}

function utf16(text: string): Pick<InvalidSymbol, "message" | "fixes"> {
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

/** Replaces invisible characters in words that are not JSON. Texts and comments keep theirs. */
function unseenOutsideTexts(text: string): Edit[] {
  const scanner = createScanner(text, true);
  const edits: Edit[] = [];
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    if (kind !== unknownToken) continue;
    const end = scanner.getTokenOffset() + scanner.getTokenLength();
    for (let at = scanner.getTokenOffset(); at < end; at++) {
      const looksLike = namedCharacter(text.charCodeAt(at))?.looksLike;
      if (looksLike === undefined || looksLike === '"') continue;
      if (edits.push({ offset: at, length: 1, content: looksLike }) >= maxReplaced) return edits;
    }
  }
  return edits;
}
