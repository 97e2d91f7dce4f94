/**
 * Characters that programs for documents, chats and web pages put in the place of plain ones, or between them. Written
 * as parts of a character class.
 */

/** Take no space: zero-width spaces, direction marks, soft hyphens, byte order marks. */
export const INVISIBLE =
  "\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff";
export const SINGLE_QUOTES = "\\u2018-\\u201b\\u2032";
export const DOUBLE_QUOTES = "\\u201c-\\u201f\\u2033";
const DASHES = "\\u2010-\\u2015\\u2212";

const START_OF_OPTION = new RegExp(`^[-${DASHES}]+`);
const ONE_QUOTE = new RegExp(`[${SINGLE_QUOTES}${DOUBLE_QUOTES}]`);

/**
 * The name of an option that starts with another dash than a hyphen. One long dash may have been two hyphens, so both
 * readings are returned, the likelier one first. Undefined for any other word.
 */
export function plainOptions(word: string): readonly string[] | undefined {
  const dashes = START_OF_OPTION.exec(word)?.[0] ?? "";
  if (!/[^-]/.test(dashes) || dashes.length > 2) return undefined;
  const name = word.slice(dashes.length);
  return name === "" ? undefined : [`--${name}`, `-${name}`];
}

/** The first typographic quotation mark of a text as a person finds it: “’ (U+2019)”. */
export function firstQuote(text: string): string | undefined {
  const quote = ONE_QUOTE.exec(text)?.[0];
  return quote === undefined ? undefined : `${quote} (U+${quote.charCodeAt(0).toString(16).toUpperCase()})`;
}

export const TYPOGRAPHIC =
  "A program that formats text has replaced the plain quotation marks: replace them, or copy the command from its source.";

/** The text between two typographic double quotes, where a backslash escapes as in plain ones. */
export function unescapeDouble(text: string): string {
  return text.replace(ESCAPED, (_, character: string) => (ONE_QUOTE.test(character) ? '"' : character));
}

const ESCAPED = new RegExp(`\\\\(["\\\\$\`${DOUBLE_QUOTES}])`, "g");
