import { lstat, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { campaignFileGlob } from "../../core/campaign/campaign-file";
import { configName } from "../../core/lint/configuration/lookup";
import { codeOf } from "../../node/ledger/file-errors";
import type { Unsearched, Walked } from "./file-walk";
import { splitGlob } from "./glob-start";

/** How many paths are examined at once. */
const together = 32;

export interface FoundFiles {
  /** Absolute paths, sorted. A file with several names appears once. */
  readonly files: readonly string[];
  /** Files that were named directly, not found in a folder. */
  readonly named: ReadonlySet<string>;
  /** Names and patterns that match no file, as given. */
  readonly missing: readonly { readonly name: string; readonly kind: "path" | "pattern" }[];
  readonly unsearched: readonly Unsearched[];
}

/** Resolves files, folders and globs. Without a name, searches the working folder. */
export async function findCampaignFiles(
  names: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const named = new Set<string>();
  const missing: { readonly name: string; readonly kind: "path" | "pattern" }[] = [];
  const unsearched: Unsearched[] = [];
  for (const name of names.length === 0 ? ["."] : names) {
    signal.throwIfAborted();
    const absolute = path.resolve(cwd, name);
    const kind = await kindOf(absolute);
    if (kind === "file") {
      files.add(absolute);
      named.add(absolute);
    } else if (kind === "folder") {
      const found = await inFolder(absolute, signal);
      for (const file of found.files) files.add(file);
      unsearched.push(...found.unsearched);
    } else if ((await loadWalk()).isDynamicPattern(withSlashes(name))) {
      const found = await ofPattern(withSlashes(name), cwd, signal);
      if (found.files.length === 0 && found.unsearched.length === 0) missing.push({ name, kind: "pattern" });
      for (const file of found.files) files.add(file);
      unsearched.push(...found.unsearched);
    } else missing.push({ name, kind: "path" });
  }
  return { files: await eachOnce([...files].sort()), named, missing, unsearched };
}

/** Most runs name files, and need neither the walk through folders nor its glob library. */
const loadWalk = () => import("./file-walk");

/** Campaigns and configurations below a folder. */
async function inFolder(folder: string, signal: AbortSignal): Promise<Walked> {
  const { isRoot, walkFiles, wholeDisk } = await loadWalk();
  if (isRoot(folder)) return { files: [], unsearched: [{ path: folder, reason: wholeDisk }] };
  return walkFiles(folder, { patterns: [campaignFileGlob, `**/${configName}`], signal });
}

async function ofPattern(pattern: string, cwd: string, signal: AbortSignal): Promise<Walked> {
  const { isRoot, walkFiles, wholeDisk } = await loadWalk();
  const { start, rest } = splitGlob(pattern);
  const folder = path.resolve(cwd, start);
  if (isRoot(folder) && rest.includes("**"))
    return { files: [], unsearched: [{ path: folder, reason: wholeDisk }] };
  if ((await kindOf(folder)) !== "folder") return { files: [], unsearched: [] };
  return walkFiles(folder, { patterns: rest, signal });
}

/** Only on Windows does a backslash separate folders; elsewhere it escapes the next character of a pattern. */
function withSlashes(name: string): string {
  return path.sep === "\\" ? name.replaceAll("\\", "/") : name;
}

/** A file that links give several names keeps its own name if that was found, else the first one. */
async function eachOnce(files: readonly string[]): Promise<readonly string[]> {
  const names = new Map<string, string>();
  for (let at = 0; at < files.length; at += together) {
    const some = files.slice(at, at + together);
    const targets = await Promise.all(some.map(targetOf));
    for (const [index, file] of some.entries()) {
      const target = targets[index] ?? file;
      if (target === file || !names.has(target)) names.set(target, file);
    }
  }
  return [...names.values()].sort();
}

/** The file itself; for a broken link, the link. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
}

/** An existing path that cannot be examined counts as a file: reading it reports the reason. */
async function kindOf(file: string): Promise<"file" | "folder" | undefined> {
  try {
    return (await stat(file)).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (!isAbsent(error)) return "file";
  }
  try {
    await lstat(file);
    return "file";
  } catch (error) {
    return isAbsent(error) ? undefined : "file";
  }
}

function isAbsent(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EINVAL", "ERR_INVALID_ARG_VALUE"].includes(codeOf(error));
}
