import { documentOf } from "./documents";
import { targets } from "./targets";

export interface Failure {
  readonly seed: number;
  readonly target: string;
  readonly error: unknown;
}

/** Gives one document to every target. The seed is its number. */
export function fuzzOne(seed: number): readonly Failure[] {
  const text = documentOf(seed);
  return targets.flatMap(({ name: target, run }): Failure[] => {
    try {
      run(text, seed);
      return [];
    } catch (error) {
      return [{ seed, target, error }];
    }
  });
}
