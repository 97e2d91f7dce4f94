import path from "node:path";
import { isConfig, type FoundFiles } from "../files/campaign-files";
import type { ReadText } from "../files/text-file";

/** A file, or standard input. */
export interface Input {
  /** Absolute. A text without a name gets the path it would have in the working folder. */
  readonly file: string;
  /** For display. */
  readonly path: string;
  /** The file was named directly, so it is in the report whatever it contains. */
  readonly named: boolean;
  /** Set for standard input, which can be read only once. */
  readonly read?: ReadText;
}

export function inputsOf({ files, named }: Pick<FoundFiles, "files" | "named">, cwd: string): Input[] {
  return files.map((file) => ({ file, path: shownPath(file, cwd), named: named.has(file) }));
}

/** Relative to the working folder, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  // `relative` takes long for ten thousand files, and nearly all are in the working folder.
  const inside = file.startsWith(cwd) && file.charAt(cwd.length) === path.sep;
  const shown = inside ? file.slice(cwd.length + 1) : path.relative(cwd, file);
  return (path.sep === "/" ? shown : shown.replaceAll(path.sep, "/")) || ".";
}

/** Whether there is a campaign, or a configuration that was named directly. */
export function isWorkFor(inputs: readonly Input[]): boolean {
  return inputs.some(({ file, named }) => named || !isConfig(file));
}
