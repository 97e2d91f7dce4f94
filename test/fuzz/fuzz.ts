import { documentOf } from "./documents";
import { assertCheap, targets } from "./targets";

export interface Failure {
  readonly seed: number;
  readonly target: string;
  readonly error: unknown;
}

/** Counting steps makes a check about 50 times slower, so only one document in this many is counted. */
const countedEach = 40;

/** Gives one document to every target. The seed is its number. */
export function fuzzOne(seed: number): readonly Failure[] {
  const text = documentOf(seed);
  const all =
    seed % countedEach === 0 ? [...targets, { name: "a check is cheap", run: assertCheap }] : targets;
  return all.flatMap(({ name: target, run }): Failure[] => {
    try {
      run(text);
      return [];
    } catch (error) {
      return [{ seed, target, error }];
    }
  });
}
