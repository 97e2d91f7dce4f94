import { firstUnits } from "./cut";

/**
 * Unicode's composed form (NFC), in linear time: the built-in function takes the square of a run of combining marks,
 * so it receives pieces. A piece ends before an ASCII character, which never combines with the characters before it. A
 * piece without one ends at `maxPiece`.
 */
export function normalized(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  let output = "";
  let from = 0;
  while (from < text.length) {
    const end = pieceEnd(text, from);
    output += text.slice(from, end).normalize();
    from = end;
  }
  return output;
}

/** In UTF-16 units. A longer run of letters and marks without an ASCII character is not a word that people compare. */
const maxPiece = 512;
const minPiece = 256;

function pieceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + maxPiece);
  if (limit === text.length) return limit;
  for (let end = from + minPiece; end < limit; end++) if (text.charCodeAt(end) < 0x80) return end;
  return from + firstUnits(text.slice(from, limit + 1), maxPiece).length;
}
