/** Milliseconds in which one round of a short work is repeated. */
const SHORTEST_ROUND = 0.5;

export interface Turns {
  /** Turns that are not measured. */
  readonly warmings: number;
  readonly rounds: number;
  /**
   * Which round counts. The fastest, where a round is so short that the machine does nothing else in some of them; the
   * median, for a whole process, which a busy machine always interrupts.
   */
  readonly counts: "fastest" | "median";
}

/**
 * Runs the works by turns, so that all of them meet the same load. Returns milliseconds for each. A work that takes less
 * than half a millisecond is repeated in a round, if there are warmings.
 */
export async function byTurns<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  { warmings, rounds, counts }: Turns,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const forEach = <T>(value: () => T) =>
    Object.fromEntries(names.map((name) => [name, value()])) as Record<Name, T>;
  for (let turn = 0; turn < warmings; turn++) for (const name of names) await timeOf(works[name], 1);
  const repeats = forEach(() => 1);
  if (warmings > 0)
    for (const name of names) {
      const once = Math.max(await timeOf(works[name], 1), 0.005);
      repeats[name] = Math.max(1, Math.round(SHORTEST_ROUND / once));
    }
  const times = forEach<number[]>(() => []);
  for (let turn = 0; turn < rounds; turn++)
    for (const name of names) times[name].push(await timeOf(works[name], repeats[name]));
  const result = forEach(() => NaN);
  for (const name of names)
    result[name] = counts === "fastest" ? Math.min(...times[name]) : medianOf(times[name]);
  return result;
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
