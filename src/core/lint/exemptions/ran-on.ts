import type { Segment } from "../../campaign/pointer";
import type { Reads } from "../rule";

type Path = readonly Segment[];

/**
 * Whether a rule that ran on the file also ran on the part at `path`. It skips a part with a syntax or schema problem.
 * @param broken the paths of these problems
 */
export function ranOn(reads: Reads, path: Path, broken: readonly Path[]): boolean {
  if (broken.length === 0) return true;
  return pathsOf(reads).every((pattern) => {
    if (!areRelated(pattern, path)) return true;
    const part = path.slice(0, pattern.length);
    return !broken.some((one) => areRelated(pattern, one) && areRelated(part, one));
  });
}

/** The paths of the parts that a rule reads only when they are valid. */
function pathsOf(reads: Reads): Path[] {
  if (typeof reads === "string") return reads === "#" ? [] : [reads.split("/")];
  if ("all" in reads) return [reads.all.split("/")];
  if ("each" in reads) return reads.each.flatMap(pathsOf);
  return reads.flatMap(pathsOf);
}

/** Whether one path leads to the other, or both are equal. `*` is any item. */
function areRelated(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [one[index], other[index]];
    if (a !== "*" && b !== "*" && String(a) !== String(b)) return false;
  }
  return true;
}
