/** A character that a reader cannot see, or takes for another one. */
export interface NamedCharacter {
  /** Such as "no-break space". */
  readonly name: string;
  /** What it looks like: a plain space, nothing at all, or a straight quote. */
  readonly looksLike: " " | "" | '"';
}

const spaces: Readonly<Record<number, string>> = {
  0x0b: "vertical tab",
  0x0c: "form feed",
  0x85: "next-line character",
  0xa0: "no-break space",
  0x1680: "ogham space",
  0x2000: "en quad",
  0x2001: "em quad",
  0x2002: "en space",
  0x2003: "em space",
  0x2004: "three-per-em space",
  0x2005: "four-per-em space",
  0x2006: "six-per-em space",
  0x2007: "figure space",
  0x2008: "punctuation space",
  0x2009: "thin space",
  0x200a: "hair space",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202f: "narrow no-break space",
  0x205f: "mathematical space",
  0x3000: "ideographic space",
};

const invisible: Readonly<Record<number, string>> = {
  0x00: "NUL character",
  0x1a: "end-of-file character",
  0xad: "soft hyphen",
  0x34f: "combining grapheme joiner",
  0x61c: "Arabic letter mark",
  0x180e: "Mongolian vowel separator",
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

/** The name of one UTF-16 unit; undefined for a character that reads as what it is. */
export function namedCharacter(unit: number): NamedCharacter | undefined {
  const space = spaces[unit];
  if (space !== undefined) return { name: space, looksLike: " " };
  const quote = quotes[unit];
  if (quote !== undefined) return { name: quote, looksLike: '"' };
  const other = invisible[unit] ?? (isControl(unit) ? "control character" : undefined);
  return other === undefined ? undefined : { name: other, looksLike: "" };
}

/** Tabs and line breaks are white space that everybody writes. */
function isControl(unit: number): boolean {
  if (unit === 9 || unit === 10 || unit === 13) return false;
  return unit < 32 || (unit >= 127 && unit < 160);
}

/** "no-break space (U+00A0)". */
export function nameInWords(unit: number): string {
  return `${namedCharacter(unit)?.name ?? "character"} (${codeOf(unit)})`;
}

function codeOf(unit: number): string {
  return `U+${unit.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text as it looks: a plain space for each unusual one, and without what nobody sees. Quotes stay. */
export function asItLooks(text: string): string {
  let looks = "";
  for (let at = 0; at < text.length; at++) {
    const named = namedCharacter(text.charCodeAt(at));
    looks += named === undefined || named.looksLike === '"' ? text.charAt(at) : named.looksLike;
  }
  return looks;
}

/** The first unit of a text that looks like a space or like nothing; undefined when there is none. */
export function firstUnseen(text: string): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const named = namedCharacter(unit);
    if (named !== undefined && named.looksLike !== '"') return unit;
  }
  return undefined;
}
