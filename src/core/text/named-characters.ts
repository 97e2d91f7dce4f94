/** A character that a reader does not see, or takes for another one. */
export interface NamedCharacter {
  /** Such as "no-break space". */
  readonly name: string;
  /** A plain space, nothing, or a straight quote. */
  readonly looksLike: " " | "" | '"';
}

/** White space that people type. It has a name, and looks like itself. */
const typed: Readonly<Record<number, string>> = {
  0x09: "tab",
  0x0a: "line break",
  0x0d: "line break",
};

const spaces: Readonly<Record<number, string>> = {
  0x0b: "vertical tab",
  0x0c: "form feed",
  0x85: "next-line character",
  0xa0: "no-break space",
  0x2002: "en space",
  0x2003: "em space",
  0x2007: "figure space",
  0x2009: "thin space",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202f: "narrow no-break space",
  0x3000: "ideographic space",
};

const invisible: Readonly<Record<number, string>> = {
  0x00: "NUL character",
  0x1a: "end-of-file character",
  0xad: "soft hyphen",
  0x200b: "zero-width space",
  0x200c: "zero-width non-joiner",
  0x200d: "zero-width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "end of a directional embedding",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x2060: "word joiner",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first-strong isolate",
  0x2069: "end of a directional isolate",
  0xfeff: "byte order mark",
};

const quotes: Readonly<Record<number, string>> = {
  0x201c: "curly quote",
  0x201d: "curly quote",
  0x201e: "low quote",
  0x201f: "curly quote",
  0x2033: "double prime",
  0xff02: "fullwidth quote",
};

/** The name of one UTF-16 unit; undefined for a character that looks like itself. */
export function namedCharacter(unit: number): NamedCharacter | undefined {
  const space = spaces[unit];
  if (space !== undefined) return { name: space, looksLike: " " };
  const quote = quotes[unit];
  if (quote !== undefined) return { name: quote, looksLike: '"' };
  const other = invisible[unit] ?? (isControl(unit) ? "control character" : undefined);
  if (other !== undefined) return { name: other, looksLike: "" };
  if (unit < 0x80) return undefined;
  const character = String.fromCharCode(unit);
  if (/\p{Zs}/u.test(character)) return { name: "unusual space", looksLike: " " };
  // Not those that change the form of a visible character, as in emoji.
  const isHidden = /[\u2062-\u206F\u2800\u3164]/.test(character);
  return isHidden ? { name: "invisible character", looksLike: "" } : undefined;
}

function isControl(unit: number): boolean {
  return typed[unit] === undefined && (unit < 32 || (unit >= 127 && unit < 160));
}

/** The code and the name of a character that is not visible: "U+200B (zero-width space)". */
export function codeAndName(codePoint: number): string {
  const name = typed[codePoint] ?? namedCharacter(codePoint)?.name ?? "invisible character";
  return `${codeOf(codePoint)} (${name})`;
}

/** The same in a sentence: "zero-width space (U+200B)". */
export function nameAndCode(codePoint: number): string {
  return `${namedCharacter(codePoint)?.name ?? "character"} (${codeOf(codePoint)})`;
}

function codeOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text with a plain space for each unusual one, and without invisible characters. Quotes remain. */
export function asItLooks(text: string): string {
  let looks = "";
  for (let at = 0; at < text.length; at++) {
    const named = namedCharacter(text.charCodeAt(at));
    looks += named === undefined || named.looksLike === '"' ? text.charAt(at) : named.looksLike;
  }
  return looks;
}

/** The first UTF-16 unit of a text that looks like a space or is invisible; undefined without one. */
export function firstUnseen(text: string): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const named = namedCharacter(unit);
    if (named !== undefined && named.looksLike !== '"') return unit;
  }
  return undefined;
}
