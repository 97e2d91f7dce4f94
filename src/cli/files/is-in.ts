import path from "node:path";

/** Whether a file is in a folder or below it. Both are absolute. */
export function isIn(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
