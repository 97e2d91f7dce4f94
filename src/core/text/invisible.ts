import { codeAndName } from "./named-characters";
import { oneOf } from "./patterns";

/**
 * A character that is not visible, or looks like a plain space. A name that contains it is a different name. Characters
 * that change only the form of the one before them (variation selectors, the tags in the flag of England) do not count.
 */
export interface Invisible {
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly character: string;
  /** For messages: `U+200B (zero-width space)`. */
  readonly name: string;
  readonly kind: "hidden" | "space" | "line break";
}

/** The invisible characters of a text, in order. A joiner inside a word is part of its spelling and does not count. */
export function invisibleIn(text: string): Invisible[] {
  // Most texts are printable ASCII, which the first pattern finds out much faster than the second.
  if (!/[^ -~]/.test(text) || !CANDIDATE.test(text)) return [];
  const found: Invisible[] = [];
  for (const match of text.matchAll(FLAG_OR_INVISIBLE)) {
    const [character] = match;
    const offset = match.index;
    if (character.startsWith(BLACK_FLAG)) continue;
    if (isJoiner(character) && isInsideWord(text, offset)) continue;
    found.push({
      offset,
      character,
      name: codeAndName(character.codePointAt(0) ?? 0),
      kind: kindOf(character),
    });
  }
  return found;
}

/** The text with a plain space for each unusual space and line break, and without its other invisible characters. */
export function withoutInvisible(text: string): string {
  const invisible = invisibleIn(text);
  if (invisible.length === 0) return text;
  const parts: string[] = [];
  let end = 0;
  for (const { offset, character, kind } of invisible) {
    // A Windows line end is one space.
    const isSecondHalf = character === "\n" && text[offset - 1] === "\r";
    parts.push(text.slice(end, offset), kind === "hidden" || isSecondHalf ? "" : " ");
    end = offset + character.length;
  }
  parts.push(text.slice(end));
  return parts.join("");
}

/** Whether a text is empty or contains only white space and invisible characters. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

const BLACK_FLAG = "\u{1F3F4}";

/** Unicode's ignorable characters, without those that select a form of the character before them; unusual spaces. */
const CANDIDATE =
  /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u180B-\u180D\u180F])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\u2800\uFFF9-\uFFFB]|(?! )\p{Zs}/u;
/** Matches the flag of England together with the tags that spell it. */
const FLAG_OR_INVISIBLE = oneOf("gu", [/\u{1F3F4}[\u{E0020}-\u{E007F}]+/gu, CANDIDATE]);
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}\u2800\uFFF9-\uFFFB]/u;

function isJoiner(character: string): boolean {
  return character === "\u200C" || character === "\u200D";
}

function isInsideWord(text: string, offset: number): boolean {
  // Half of a surrogate pair is enough to find a visible character.
  const [before = " ", after = " "] = [text[offset - 1], text[offset + 1]];
  return isVisible(before) && isVisible(after);
}

function isVisible(unit: string): boolean {
  return /[\uD800-\uDFFF\uFE00-\uFE0F]/.test(unit) || !isBlank(unit);
}

function kindOf(character: string): Invisible["kind"] {
  if (/[\n\r\u2028\u2029\u0085\v\f]/.test(character)) return "line break";
  return character === "\t" || /\p{Zs}/u.test(character) ? "space" : "hidden";
}
