import { oneOf } from "./patterns";

/**
 * Characters that a person does not see, or takes for a plain space, and that make a name another name. Letters that
 * change only how their neighbor looks (variation selectors, the flag of England) are not among them.
 */
export interface Invisible {
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly character: string;
  /** What a person reads: `U+200B (zero-width space)`. */
  readonly name: string;
  readonly kind: "hidden" | "space" | "line break";
}

/** Where the text has such characters, in order. A joiner inside a word is part of its spelling. */
export function invisibleIn(text: string): Invisible[] {
  if (!CANDIDATE.test(text)) return [];
  const found: Invisible[] = [];
  for (const match of text.matchAll(FLAG_OR_INVISIBLE)) {
    const [character] = match;
    const offset = match.index;
    if (character.startsWith(BLACK_FLAG)) continue;
    if (isJoiner(character) && isInsideWord(text, offset)) continue;
    found.push({ offset, character, name: nameOf(character), kind: kindOf(character) });
  }
  return found;
}

/** The text with plain spaces for spaces and line breaks of other kinds, and without what is not seen at all. */
export function withoutInvisible(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { offset, character, kind } of invisibleIn(text)) {
    // A Windows line end is one space.
    const isSecondHalf = character === "\n" && text[offset - 1] === "\r";
    parts.push(text.slice(end, offset), kind === "hidden" || isSecondHalf ? "" : " ");
    end = offset + character.length;
  }
  parts.push(text.slice(end));
  return parts.join("");
}

/** Whether a person sees nothing at all: an empty text, white space, invisible characters alone. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

const BLACK_FLAG = "\u{1F3F4}";

/** Ignorable by Unicode's own list, without what selects a form of the character before it; unusual spaces. */
const CANDIDATE =
  /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u180B-\u180D\u180F])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\u2800\uFFF9-\uFFFB]|(?! )\p{Zs}/u;
/** The tags that spell the flag of England are read as one with the flag. */
const FLAG_OR_INVISIBLE = oneOf("gu", [/\u{1F3F4}[\u{E0020}-\u{E007F}]+/gu, CANDIDATE]);
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}\u2800\uFFF9-\uFFFB]/u;

function isJoiner(character: string): boolean {
  return character === "\u200C" || character === "\u200D";
}

function isInsideWord(text: string, offset: number): boolean {
  // Half of a pair is enough to know that a character is there and is seen.
  const [before = " ", after = " "] = [text[offset - 1], text[offset + 1]];
  return isSeen(before) && isSeen(after);
}

function isSeen(unit: string): boolean {
  return /[\uD800-\uDFFF\uFE00-\uFE0F]/.test(unit) || !isBlank(unit);
}

function kindOf(character: string): Invisible["kind"] {
  if (/[\n\r\u2028\u2029\u0085\v\f]/.test(character)) return "line break";
  return character === "\t" || /\p{Zs}/u.test(character) ? "space" : "hidden";
}

function nameOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  return `${code} (${NAMES.get(character) ?? groupOf(character)})`;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\t", "tab"],
  ["\n", "line break"],
  ["\r", "line break"],
  ["\u00A0", "no-break space"],
  ["\u00AD", "soft hyphen"],
  ["\u200B", "zero-width space"],
  ["\u200C", "zero-width non-joiner"],
  ["\u200D", "zero-width joiner"],
  ["\u200E", "left-to-right mark"],
  ["\u200F", "right-to-left mark"],
  ["\u202D", "left-to-right override"],
  ["\u202E", "right-to-left override"],
  ["\u202F", "narrow no-break space"],
  ["\u2060", "word joiner"],
  ["\uFEFF", "zero-width no-break space"],
]);

function groupOf(character: string): string {
  if (/[\u061C\u202A-\u202E\u2066-\u2069]/.test(character)) return "direction mark";
  if (/\p{Zs}/u.test(character)) return "unusual space";
  if (kindOf(character) === "line break") return "line break";
  return /\p{Cc}/u.test(character) ? "control character" : "invisible character";
}
