/**
 * Counts the work of a text reader, not its time: a step for each call of a regular expression and each
 * character that is read, and one for each character of a text that is split, searched or replaced completely.
 */
export function stepsOf(run: () => unknown): number {
  let steps = 0;
  const restore: (() => void)[] = [];
  type Cost = (self: string, from: unknown, result: unknown) => number;
  const count = (owner: object, name: string, cost: Cost) => {
    const own = Object.getOwnPropertyDescriptor(owner, name)!;
    const original = own.value as (...given: unknown[]) => unknown;
    Object.defineProperty(owner, name, {
      ...own,
      value(this: unknown, ...given: unknown[]) {
        const result = original.apply(this, given);
        steps += cost(this as string, given[1], result);
        return result;
      },
    });
    restore.push(() => Object.defineProperty(owner, name, own));
  };
  for (const name of ["exec", "test"]) count(RegExp.prototype, name, () => 1);
  for (const name of ["split", "includes", "replace", "replaceAll", "trim"])
    count(String.prototype, name, ({ length }) => length);
  count(
    String.prototype,
    "indexOf",
    ({ length }, from, found) => (found === -1 ? length : Number(found)) - Number(from ?? 0),
  );
  count(String.prototype, "charCodeAt", () => 1);
  try {
    run();
  } finally {
    for (const each of restore) each();
  }
  return steps;
}
