import type { Edit } from "./problem";

/** The one edit that turns a text into another, without what both begin and end with; undefined for the same text. */
export function changeBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Between the two characters of a line end no edit can begin or end.
  if (before[start - 1] === "\r") start--;
  if (before[before.length - end] === "\n" && before[before.length - end - 1] === "\r") end--;
  return {
    offset: start,
    length: before.length - end - start,
    content: after.slice(start, after.length - end),
  };
}
