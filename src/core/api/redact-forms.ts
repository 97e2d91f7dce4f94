/** The forms in which a secret can appear in a text, as patterns. Used by the redactor alone. */

/**
 * The secret as it is, JSON-escaped, percent-encoded in either case or only in part, or with `+` for a space; also
 * where a mail, a terminal or a header has broken it into lines.
 */
export function textPattern(secret: string): RegExp {
  const characters = Array.from(secret);
  const parts = characters.map((character, index) => {
    const next = characters[index + 1];
    const mayBreak = next !== undefined && !/[\s%\\]/.test(character + next);
    return characterPattern(character) + (mayBreak ? LINE_BREAK : "");
  });
  return new RegExp(parts.join(""), "g");
}

/**
 * What may stand between two characters of a broken text: white space, also as JSON or a percent code has it. Never
 * beside a character that it matches itself: two patterns for the same run of blanks would take the square of its length.
 */
const LINE_BREAK = "(?:\\s|\\\\[rnt]|%0[AaDd])*";

/**
 * The secret inside Base64 of some longer text. Base64 turns 3 bytes into 4 characters, so the same bytes look
 * different at each of three alignments; only the characters that no neighbouring byte touches are matched.
 */
export function base64Pattern(secret: string): RegExp[] {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].map((before) => {
    const padded = new Uint8Array(before + bytes.length);
    padded.set(bytes, before);
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor((padded.length * 8) / 6);
    const needle = btoa(Array.from(padded, (byte) => String.fromCharCode(byte)).join("")).slice(first, end);
    return new RegExp(Array.from(needle, base64CharacterPattern).join(LINE_BREAK), "g");
  });
}

function characterPattern(character: string): string {
  const forms = [escapeRegExp(character), percentPattern(character), unicodeEscapePattern(character)];
  const json = JSON.stringify(character).slice(1, -1);
  if (json !== character) forms.push(escapeRegExp(json));
  if (character === "/") forms.push("\\\\/");
  if (character === " ") forms.push("\\+");
  return `(?:${forms.join("|")})`;
}

function percentPattern(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return Array.from(bytes, (byte) => `%${hexPattern(byte, 2)}`).join("");
}

/** JSON writes any UTF-16 unit as \uXXXX. */
function unicodeEscapePattern(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\\\u${hexPattern(character.charCodeAt(index), 4)}`,
  ).join("");
}

function hexPattern(value: number, digits: number): string {
  return Array.from(value.toString(16).padStart(digits, "0"), (digit) =>
    /[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit,
  ).join("");
}

/** Both alphabets, and what percent-encoding makes of the characters that need it. */
function base64CharacterPattern(character: string): string {
  if (character === "+") return "(?:[+-]|%2[Bb])";
  if (character === "/") return "(?:[/_]|\\\\/|%2[Ff])";
  return character;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
