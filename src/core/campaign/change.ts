import type { Edit } from "./problem";

/** The smallest single edit that turns one text into another; undefined if they are equal. */
export function changeBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // An edit must not start or end between \r and \n.
  if (before[start - 1] === "\r") start--;
  if (before[before.length - end] === "\n" && before[before.length - end - 1] === "\r") end--;
  return {
    offset: start,
    length: before.length - end - start,
    content: after.slice(start, after.length - end),
  };
}
