/** Texts longer than this name no place. */
export const longestName = 100;

/**
 * A name as it is compared: without accents, case, punctuation and the difference between `Saint` and `St`, its words
 * apart by one space. Nothing for a text that is too long to be a name.
 */
export function plainName(text: string): string {
  // `normalize` takes long for a row of combining marks, so the length comes first.
  if (text.length > longestName) return "";
  return text
    .normalize("NFD")
    .replace(/[\p{M}’'.]/gu, "")
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/g, (letter) => letters.get(letter) ?? letter)
    .replace(/[\s_/,&()-]+/g, " ")
    .trim()
    .replace(/\bsaint\b/g, "st");
}

/** Letters that are no letter with an accent to Unicode. */
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
