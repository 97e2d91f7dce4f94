import { firstUnits } from "./cut";

/**
 * Untrusted text (a server's response, a file from another person) for a place where people read and decide. Characters
 * that move, hide or reorder other text are written as their code point: control characters including the terminal's
 * escape, direction marks, invisible characters, halves of surrogate pairs.
 */

/** On one line, at most `maxLength` UTF-16 units of the original. */
export function visibleLine(text: string, maxLength = 300): string {
  const start = cut(text, maxLength);
  return PLAIN.test(start) ? start : start.replace(UNSEEN, written);
}

/** On several lines: line ends remain, a tab becomes two spaces. */
export function visibleText(text: string, maxLength = 20_000): string {
  const start = cut(text, maxLength);
  if (PLAIN_LINES.test(start)) return start;
  return start.replace(/\r\n?/g, "\n").replace(/\t/g, "  ").replace(UNSEEN_BUT_LINE_END, written);
}

/** Most texts are printable ASCII, which these patterns find out much faster than the next ones. */
const PLAIN = /^[ -~]*$/;
const PLAIN_LINES = /^[\n -~]*$/;

/**
 * Control, format and line separator characters and lone surrogates, without the two joiners: Indic and Persian names
 * are spelled with them, and they change only the letters next to them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const UNSEEN_BUT_LINE_END = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function written(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `<U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}>`;
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const start = firstUnits(text, maxLength);
  return `${start}… (${text.length - start.length} more characters)`;
}
