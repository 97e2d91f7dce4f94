import { isObject } from "../text/json-guards";
import { maxDepth } from "./document";

/**
 * Whether two JSON values are equal, ignoring the order of keys. Does not recurse, because a value may be deeply
 * nested.
 */
export function isSame(one: unknown, other: unknown): boolean {
  const pairs: [unknown, unknown][] = [[one, other]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (Array.isArray(left) && Array.isArray(right)) {
      if (left.length !== right.length) return false;
      for (let at = 0; at < left.length; at++) pairs.push([left[at], right[at]]);
    } else if (isObject(left) && isObject(right)) {
      const keys = Object.keys(left);
      if (keys.length !== Object.keys(right).length) return false;
      for (const key of keys) {
        if (!Object.hasOwn(right, key)) return false;
        pairs.push([left[key], right[key]]);
      }
    } else return false;
  }
  return true;
}

/** Whether a JSON value is nested more deeply than a campaign may be. */
export function isTooDeep(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { depth } = next;
    if (typeof next.value !== "object" || next.value === null) continue;
    if (depth >= maxDepth) return true;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: depth + 1 });
  }
  return false;
}
