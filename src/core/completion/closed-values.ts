import type { Segment } from "../campaign/pointer";

/** The parts of the hint schema that are read here. */
interface Hints {
  readonly [key: string]: unknown;
}

/** Whether the values at a path are a short documented list, such as that of `priority`. */
export function hasClosedValues(root: unknown, path: readonly Segment[]): boolean {
  let at = resolved(root, root);
  for (const segment of path) {
    const { properties, items } = at;
    at = resolved(root, typeof segment === "number" ? items : toHints(properties)[segment]);
  }
  const { anyOf } = at;
  const { 0: first } = toHints(anyOf);
  const { enum: values, type } = toHints(first);
  return values !== undefined || type === "boolean";
}

function resolved(root: unknown, schema: unknown): Hints {
  const { $ref } = toHints(schema);
  const name = typeof $ref === "string" ? $ref.slice($ref.lastIndexOf("/") + 1) : undefined;
  return name === undefined ? toHints(schema) : toHints(toHints(toHints(root)["definitions"])[name]);
}

function toHints(value: unknown): Hints {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
