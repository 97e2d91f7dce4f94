/** The maximum length of a place name. */
export const maxNameLength = 100;

/**
 * Normalizes a name for comparison: removes accents, case and punctuation, writes `Saint` as `St`, and separates words
 * with one space. Empty for a text that is too long for a name.
 */
export function plainName(text: string): string {
  // `normalize` is slow with many combining marks, so the length is checked first.
  if (text.length > maxNameLength) return "";
  return text
    .normalize("NFD")
    .replace(/[\p{M}’'.]/gu, "")
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/g, (letter) => letters.get(letter) ?? letter)
    .replace(/[\s_/,&()-]+/g, " ")
    .trim()
    .replace(/\bsaint\b/g, "st");
}

/** Letters that Unicode does not decompose into a letter and an accent. */
const letters: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);
