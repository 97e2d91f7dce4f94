import { distance } from "fastest-levenshtein";

/** Longer words are never compared, because they cannot be typing errors of known names. */
const longest = 64;

/**
 * The candidate that was most likely intended: one that differs only in case, spaces, dashes and underscores, else the
 * one with the fewest changed letters, at most a third. Undefined if none is close.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > longest) return undefined;
  const plain = plainOf(word);
  let best: string | undefined;
  let fewest = Math.floor(plain.length / 3) + 1;
  for (const candidate of candidates) {
    const other = plainOf(candidate);
    if (other === plain) return candidate;
    if (Math.abs(other.length - plain.length) >= fewest) continue;
    const changed = distance(plain, other);
    if (changed < fewest) {
      fewest = changed;
      best = candidate;
    }
  }
  return best;
}

function plainOf(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, "");
}

/**
 * The only candidate that contains all words of a key, or whose words are all in it: "queue" matches queue_name,
 * "startTime" matches start. Undefined if there is none or more than one.
 */
export function sharingWords(key: string, candidates: readonly string[]): string | undefined {
  const words = wordsOf(key);
  if (words.length === 0 || key.length > longest) return undefined;
  const related = candidates.filter((candidate) => {
    const others = wordsOf(candidate);
    return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
  });
  return related.length === 1 ? related[0] : undefined;
}

/** The words of a key: "maxRingTime" and "max_ring_time" give max, ring and time. */
function wordsOf(key: string): string[] {
  return key
    .split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
