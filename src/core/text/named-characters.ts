/** The names of the most frequent of these characters. */
const names: Readonly<Record<number, string>> = {
  0x00: "NUL character",
  0x09: "tab",
  0x0a: "line break",
  0x0b: "vertical tab",
  0x0c: "form feed",
  0x0d: "line break",
  0x1a: "end-of-file character",
  0x27: "single quote",
  0x60: "backtick",
  0x85: "next-line character",
  0xa0: "no-break space",
  0xad: "soft hyphen",
  0x2003: "em space",
  0x200b: "zero-width space",
  0x200c: "zero-width non-joiner",
  0x200d: "zero-width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x201a: "low quote",
  0x201e: "low quote",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202e: "right-to-left override",
  0x202f: "narrow no-break space",
  0x2033: "double prime",
  0x2060: "word joiner",
  0x3000: "ideographic space",
  0xfeff: "byte order mark",
};

/** Whether a text is empty or contains only white space and invisible characters. */
export function isBlank(text: string): boolean {
  return !/[^\p{DI}\p{Cc}\p{Z}\u2800\uFFF9-\uFFFB]/u.test(text);
}

/** Text whose characters all look like themselves. */
const PLAIN = /^[\t\n\r -&(-_a-~]*$/;

/**
 * What a reader takes a character for: a plain space, nothing, a straight double quote, or the plain form of a fullwidth
 * digit or punctuation mark. Undefined for a character that looks like itself.
 */
export function looksLike(character: string): string | undefined {
  if (PLAIN.test(character)) return undefined;
  if (/[\p{QMark}`\u2033]/u.test(character)) return '"';
  if (/[\uFF0C-\uFF1A\uFF3B\uFF3D\uFF5B\uFF5D]/.test(character)) return character.normalize("NFKC");
  if (!isBlank(character)) return undefined;
  return /[\p{Z}\v\f\x85\u2800\u3164\uFFA0]/u.test(character) ? " " : "";
}

function nameOf(character: string): string {
  const name = names[character.codePointAt(0) ?? 0];
  if (name !== undefined) return name;
  const looks = looksLike(character);
  if (looks === '"') return /[\u2018-\u201F]/.test(character) ? "curly quote" : "quotation mark";
  if (looks === " ") return "unusual space";
  if (looks !== "") return "fullwidth character";
  if (/\p{Cc}/u.test(character)) return "control character";
  return /\p{Bidi_C}/u.test(character) ? "text direction character" : "invisible character";
}

/** The code and the name of a character that is not visible: "U+200B (zero-width space)". */
export function codeAndName(character: string): string {
  return `${codeOf(character)} (${nameOf(character)})`;
}

/** The same in a sentence: "zero-width space (U+200B)". */
export function nameAndCode(character: string): string {
  return `${nameOf(character)} (${codeOf(character)})`;
}

/** Such as `U+200B`. */
export function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text with what each unusual character looks like, and without invisible characters. Quotes remain. */
export function asItLooks(text: string): string {
  return Array.from(text, (character) => unusual(character) ?? character).join("");
}

/** The first character of a text that is invisible or looks like another one. Quotes do not count. */
export function firstUnusual(text: string): string | undefined {
  return Array.from(text).find((character) => unusual(character) !== undefined);
}

function unusual(character: string): string | undefined {
  const looks = looksLike(character);
  return looks === '"' ? undefined : looks;
}
