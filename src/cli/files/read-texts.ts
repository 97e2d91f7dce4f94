import { readTextLater, readTextNow, type ReadText } from "./text-file";

/** How many files are read before the times that they took are looked at. */
export const together = 32;

/** In milliseconds for one file. A local disk takes less than a tenth; a network seldom takes less. */
const slow = 1;

export interface Readable {
  /** Absolute. */
  readonly file: string;
  /** The text, if it was read before. */
  readonly read?: ReadText;
}

/** Reads at most `together` files. Returns each with its text, in the same order. */
export type ReadTexts = <File extends Readable>(
  files: readonly File[],
) => Promise<readonly (readonly [File, ReadText])[]>;

/**
 * Reads many files: one after the other, which takes a fifth of the processor time, as long as the disk is fast, and
 * several at once if it is slow (a network). On a busy computer some reads take long, so the fastest one counts.
 * @param now in milliseconds
 */
export function textReader(now: () => number): ReadTexts {
  let isSlow = false;
  return async <File extends Readable>(files: readonly File[]) => {
    const later = async (one: File) => [one, one.read ?? (await readTextLater(one.file))] as const;
    if (isSlow) return Promise.all(files.map(later));
    let fastest = Infinity;
    const texts: (readonly [File, ReadText])[] = [];
    for (const one of files) {
      const start = now();
      const read = one.read ?? readTextNow(one.file);
      fastest = Math.min(fastest, now() - start);
      texts.push(read === undefined ? await later(one) : [one, read]);
    }
    isSlow = files.length === together && fastest >= slow;
    return texts;
  };
}
