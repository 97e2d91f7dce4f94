/**
 * Characters that word processors, chats and web pages write instead of plain ones, or insert between them. All
 * patterns of this folder write them in the same way: `[\u2018-\u201b\u2032]` are single quotes,
 * `[\u201c-\u201f\u2033]` double quotes, `\p{Cf}` characters without width (zero-width spaces, direction marks, soft
 * hyphens, byte order marks).
 */

const DASHES = /^[-\u2010-\u2015\u2212]+/;
const ONE_QUOTE = /[\u2018-\u201b\u2032\u201c-\u201f\u2033]/;

/**
 * The name of an option that starts with another dash than a hyphen. One long dash may have been two hyphens, so both
 * readings are returned, the likelier one first. Undefined for any other word.
 */
export function plainOptions(word: string): readonly string[] | undefined {
  const dashes = DASHES.exec(word)?.[0] ?? "";
  if (!/[^-]/.test(dashes) || dashes.length > 2) return undefined;
  const name = word.slice(dashes.length);
  return name === "" ? undefined : [`--${name}`, `-${name}`];
}

/** The first typographic quotation mark of a text, for messages: “’ (U+2019)”. */
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

const ESCAPED = /\\(["\\$`\u201c-\u201f\u2033])/g;
