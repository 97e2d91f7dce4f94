import { firstUnits } from "./cut";

/**
 * Unicode's composed form (NFC), in linear time: the built-in function takes the square of a run of combining marks,
 * so it receives pieces. A piece ends before a character of ASCII, which is never composed with what precedes it; only
 * where none comes for long does one end elsewhere.
 */
export function normalized(text: string): string {
  let output = "";
  let from = 0;
  while (from < text.length) {
    const end = pieceEnd(text, from);
    output += text.slice(from, end).normalize();
    from = end;
  }
  return output;
}

/** UTF-16 units. No word has as many letters and marks without one of ASCII that a person would compare by sight. */
const LONGEST_PIECE = 512;
const ENOUGH = 256;

function pieceEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + LONGEST_PIECE);
  if (most === text.length) return most;
  for (let end = from + ENOUGH; end < most; end++) if (text.charCodeAt(end) < 0x80) return end;
  return from + firstUnits(text.slice(from, most + 1), LONGEST_PIECE).length;
}
