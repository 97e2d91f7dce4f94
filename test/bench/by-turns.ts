/** Milliseconds in which one round of a short work is repeated. */
const SHORTEST_ROUND = 0.5;

export interface Turns {
  /** Turns that are not measured. */
  readonly warmings: number;
  readonly rounds: number;
}

/**
 * Runs the works by turns, so that all of them meet the same load, and returns the fastest round of each in
 * milliseconds. A round is so short that the machine seldom does something else in one; a work that takes less than half
 * a millisecond is repeated in it.
 */
export async function byTurns<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  { warmings, rounds }: Turns,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  for (let turn = 0; turn < warmings; turn++) for (const name of names) await timeOf(works[name], 1);
  const fastest = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  const repeats = Object.fromEntries(names.map((name) => [name, 1])) as Record<Name, number>;
  if (warmings > 0)
    for (const name of names) {
      const once = Math.max(await timeOf(works[name], 1), 0.005);
      repeats[name] = Math.max(1, Math.round(SHORTEST_ROUND / once));
    }
  for (let turn = 0; turn < rounds; turn++)
    for (const name of names)
      fastest[name] = Math.min(fastest[name], await timeOf(works[name], repeats[name]));
  return fastest;
}

async function timeOf(work: () => unknown, repeats: number): Promise<number> {
  const start = performance.now();
  for (let turn = 0; turn < repeats; turn++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / repeats;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return middle.reduce<number>((sum, value) => sum + (value ?? NaN) / 2, 0);
}
