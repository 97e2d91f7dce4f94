import assert from "node:assert/strict";

type Cost = (self: unknown, given: readonly unknown[], result: unknown) => number;

/**
 * Counts the work of a reader, not its time, so the count is the same on every computer: each call of a method below is
 * a step, and so is each character or item that it passes or copies. `test`, `match`, `replace` and `split` call `exec`
 * while it is counted. Not counted: methods that are not listed here, loops, characters read by index, as in `text[0]`,
 * and how often a pattern goes back inside one match. ESLint rejects the patterns that do so without a limit.
 */
export function stepsOf(run: () => unknown): number {
  let steps = 0;
  const restore: (() => void)[] = [];
  const count = (owner: object, names: readonly string[], cost: Cost) => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(owner, name)!;
      const original = own.value as (...given: unknown[]) => unknown;
      const value = function (this: unknown, ...given: unknown[]): unknown {
        const result = Reflect.apply(original, this, given);
        steps += 1 + cost(this, given, result);
        return result;
      };
      Object.defineProperty(owner, name, { ...own, value });
      restore.push(() => Object.defineProperty(owner, name, own));
    }
  };
  countPatterns((passed) => (steps += 1 + passed), restore);
  count(String.prototype, ["split", "replace", "replaceAll", "trim", "trimStart", "trimEnd"], (self) =>
    lengthOf(self),
  );
  count(String.prototype, ["toLowerCase", "toUpperCase", "normalize"], (self) => lengthOf(self));
  count(String.prototype, ["slice", "substring", "repeat"], (_self, _given, result) => lengthOf(result));
  count(String.prototype, ["charCodeAt", "charAt", "codePointAt"], () => 0);
  count(String.prototype, ["startsWith", "endsWith"], (_self, [start]) => lengthOf(start));
  count(
    String.prototype,
    ["indexOf"],
    (self, [, from = 0], at) => (at === -1 ? lengthOf(self) : Number(at)) - Number(from),
  );
  count(String.prototype, ["includes"], (self) => lengthOf(self));
  count(Array.prototype, ["indexOf"], (self, _given, at) => (at === -1 ? lengthOf(self) : Number(at)));
  count(
    Array.prototype,
    ["find", "findIndex", "findLast", "some", "every", "filter", "map", "includes"],
    lengthOf,
  );
  count(Array.prototype, ["flatMap", "reduce", "forEach", "join", "sort", "toSorted", "unshift"], lengthOf);
  count(Array.prototype, ["slice", "toSpliced"], (_self, _given, result) => lengthOf(result));
  count(JSON, ["parse"], (_self, [text]) => lengthOf(text));
  try {
    run();
  } finally {
    for (const undo of restore.reverse()) undo();
  }
  return steps;
}

/**
 * Asserts that four times the size takes less than `most` times the steps, and returns the steps for the size.
 * @param prepare makes a text of a size; what it returns is counted
 */
export function assertLinear(size: number, prepare: (size: number) => () => unknown, most = 5): number {
  const few = stepsOf(prepare(size));
  const many = stepsOf(prepare(4 * size));
  assert.ok(many < most * few, `${few} steps become ${many}`);
  return few;
}

/** A pattern passes the text from where it starts to the end of its match, or to the end of the text. */
function countPatterns(add: (passed: number) => void, restore: (() => void)[]): void {
  const own = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec")!;
  const original = own.value as RegExp["exec"];
  const value = function (this: RegExp, text: string): RegExpExecArray | null {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const match = original.call(this, text);
    const end = match === null ? (this.sticky ? start : text.length) : match.index + match[0].length;
    add(Math.max(0, end - start));
    return match;
  };
  Object.defineProperty(RegExp.prototype, "exec", { ...own, value });
  restore.push(() => Object.defineProperty(RegExp.prototype, "exec", own));
}

function lengthOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 0;
}
