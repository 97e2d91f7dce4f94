import { hexAt, hexDigit } from "./hex-digits";
import { entityAt } from "./html-entities";
import type { Written } from "./written";

/** A decoded text. Unit `i` is written in the original from `starts[i]` to `starts[i + 1]`. */
export interface TextLayer {
  readonly units: Uint16Array;
  readonly length: number;
  /** Has one element more than the text has units; absent if each unit is at its own index. */
  readonly starts?: Int32Array;
}

export interface DecodedLayer extends TextLayer {
  /** False if nothing was encoded, so that decoding again is useless. */
  readonly changed: boolean;
  /** Whether the text contains an `\n`, `\r` or `\t`, which is a line break in JSON and two characters elsewhere. */
  readonly hasEscapedBreaks: boolean;
}

export function toLayer(text: string): TextLayer {
  const { length } = text;
  const units = new Uint16Array(length);
  for (let index = 0; index < length; index++) units[index] = text.charCodeAt(index);
  return { units, length };
}

/** Encodings, as bits to add. */
export const encodings = {
  percent: 1,
  /** The escapes of JSON and of scripts; `\n`, `\r` and `\t` are letters. */
  escapes: 2,
  /** With `escapes`: `\n`, `\r` and `\t` are line breaks. */
  breaks: 4,
  entities: 8,
} as const;

/** The encoding that may start with the unit; 0 for none, for example if "&" is a word of a sentence. */
export function encodingAt(unit: number, next: number): number {
  if (unit === BACKSLASH) return encodings.escapes;
  if (unit === PERCENT) return hexDigit(next) >= 0 ? encodings.percent : 0;
  return unit === AMPERSAND && next > SPACE ? encodings.entities : 0;
}

/** Decodes one layer of the chosen encodings, whichever is used at each place. One pass; the result is never longer. */
export function decodeLayer({ units, length, starts }: TextLayer, chosen: number): DecodedLayer {
  const decoded = new Uint16Array(length);
  const from = new Int32Array(length + 1);
  let size = 0;
  let changed = false;
  let hasEscapedBreaks = false;
  let index = 0;
  while (index < length) {
    const unit = units[index] ?? 0;
    from[size] = starts === undefined ? index : (starts[index] ?? 0);
    const isSpecial = unit === PERCENT || unit === BACKSLASH || unit === AMPERSAND;
    const found =
      isSpecial && (encodingAt(unit, units[index + 1] ?? 0) & chosen) !== 0
        ? writtenAt(units, index, length)
        : undefined;
    if (found === undefined) {
      decoded[size++] = unit;
      index++;
      continue;
    }
    changed = true;
    hasEscapedBreaks ||= found.isBreak === true;
    const { codePoint } = found;
    if (found.isBreak && (chosen & encodings.breaks) !== 0) decoded[size++] = LINE_FEED;
    else if (codePoint <= 0xffff) decoded[size++] = codePoint;
    else {
      from[size + 1] = from[size] ?? 0;
      decoded[size++] = 0xd800 + ((codePoint - 0x10000) >> 10);
      decoded[size++] = 0xdc00 + ((codePoint - 0x10000) & 0x3ff);
    }
    index += found.length;
  }
  from[size] = starts === undefined ? length : (starts[length] ?? 0);
  return { units: decoded, length: size, starts: from, changed, hasEscapedBreaks };
}

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const LINE_FEED = 10;
const SPACE = 32;

function writtenAt(units: Uint16Array, index: number, length: number): Written | undefined {
  const unit = units[index];
  if (unit === PERCENT) return percentAt(units, index, length);
  return unit === BACKSLASH ? escapeAt(units, index, length) : entityAt(units, index, length);
}

/** Reads `%41`, or as many as one UTF-8 character takes. Bytes that are not UTF-8 are read as Latin-1. */
function percentAt(units: Uint16Array, index: number, length: number): Written | undefined {
  const first = percentByteAt(units, index, length);
  if (first < 0) return undefined;
  const more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
  let codePoint = more === 0 || first >= 0xf8 ? first : first & (0x3f >> more);
  for (let next = 1; next <= more && first < 0xf8; next++) {
    const byte = percentByteAt(units, index + next * 3, length);
    if (byte < 0 || byte >> 6 !== 2) return { codePoint: first, length: 3 };
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (codePoint > 0x10ffff || first >= 0xf8) return { codePoint: first, length: 3 };
  return { codePoint, length: 3 * (more + 1) };
}

function percentByteAt(units: Uint16Array, index: number, length: number): number {
  return index + 3 <= length && units[index] === PERCENT ? hexAt(units, index + 1, 2) : -1;
}

/** In any other escape, only the backslash is removed. */
function escapeAt(units: Uint16Array, index: number, length: number): Written | undefined {
  if (index + 1 >= length) return undefined;
  const kind = units[index + 1] ?? 0;
  const digits = kind === 0x75 ? 4 : kind === 0x78 ? 2 : 0;
  const code = digits > 0 && index + 2 + digits <= length ? hexAt(units, index + 2, digits) : -1;
  if (code >= 0) return { codePoint: code, length: 2 + digits };
  const isBreak = kind === 0x6e || kind === 0x72 || kind === 0x74;
  return isBreak ? { codePoint: kind, length: 2, isBreak } : { codePoint: kind, length: 2 };
}
