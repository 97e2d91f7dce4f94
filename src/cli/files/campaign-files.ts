import { lstatSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { campaignFileGlob } from "../../core/campaign/campaign-file";
import { configName } from "../../core/lint/configuration/lookup";
import { codeOf } from "../../node/ledger/file-errors";
import type { Unsearched, Walked } from "./file-walk";
import { splitGlob } from "./glob-start";

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
  const links = new Set<string>();
  const add = (walked: Walked) => {
    for (const file of walked.files) files.add(file);
    for (const link of walked.links) links.add(link);
    unsearched.push(...walked.unsearched);
  };
  for (const name of names.length === 0 ? ["."] : names) {
    signal.throwIfAborted();
    const absolute = path.resolve(cwd, name);
    const kind = kindOf(absolute);
    if (kind === "file") {
      files.add(absolute);
      named.add(absolute);
    } else if (kind === "folder") {
      add(await inFolder(absolute, signal));
    } else if ((await loadWalk()).isDynamicPattern(withSlashes(name))) {
      const found = await ofPattern(withSlashes(name), cwd, signal);
      if (found.files.length === 0 && found.unsearched.length === 0) missing.push({ name, kind: "pattern" });
      add(found);
    } else missing.push({ name, kind: "path" });
  }
  const sorted = [...files].sort();
  const targetOf = targets(named, links);
  // Each kind by itself: a campaign that links to the configuration's file is checked as a campaign too.
  const configs = eachOnce(sorted.filter(isConfig), targetOf);
  const campaigns = eachOnce(
    sorted.filter((file) => !isConfig(file)),
    targetOf,
  );
  return { files: [...campaigns, ...configs].sort(), named, missing, unsearched };
}

/** Whether a file is a lint configuration: its name decides. */
export function isConfig(file: string): boolean {
  return path.basename(file) === configName;
}

/** Most runs name files, and need neither the walk through folders nor its glob library. */
const loadWalk = () => import("./file-walk");

const nothing: Walked = { files: [], unsearched: [], links: new Set() };

/** Campaigns and configurations below a folder. */
async function inFolder(folder: string, signal: AbortSignal): Promise<Walked> {
  const { isRoot, walkFiles, wholeDisk } = await loadWalk();
  if (isRoot(folder)) return { ...nothing, unsearched: [{ path: folder, reason: wholeDisk }] };
  return walkFiles(folder, { patterns: [campaignFileGlob, `**/${configName}`], signal });
}

async function ofPattern(pattern: string, cwd: string, signal: AbortSignal): Promise<Walked> {
  const { isRoot, walkFiles, wholeDisk } = await loadWalk();
  const { start, rest } = splitGlob(pattern);
  const folder = path.resolve(cwd, start);
  if (isRoot(folder) && rest.includes("**"))
    return { ...nothing, unsearched: [{ path: folder, reason: wholeDisk }] };
  if (kindOf(folder) !== "folder") return nothing;
  return walkFiles(folder, { patterns: rest, signal });
}

/** Only on Windows does a backslash separate folders; elsewhere it escapes the next character of a pattern. */
function withSlashes(name: string): string {
  return path.sep === "\\" ? name.replaceAll("\\", "/") : name;
}

/** A file that links give several names keeps its own name if that was found, else the first one. */
function eachOnce(files: readonly string[], targetOf: (file: string) => string): string[] {
  const names = new Map<string, string>();
  for (const file of files) {
    const target = targetOf(file);
    if (target === file || !names.has(target)) names.set(target, file);
  }
  return [...names.values()];
}

/**
 * The path of a file without links. That of a file which a walk found is the one of its folder, and most files share
 * their folder with many others.
 * @param links the links that a walk found, each by the path under which the walk read its folder
 */
function targets(named: ReadonlySet<string>, links: ReadonlySet<string>): (file: string) => string {
  const folders = new Map<string, string>();
  return (file) => {
    if (named.has(file) || links.has(file)) return realPath(file);
    const folder = path.dirname(file);
    const real = folders.get(folder) ?? realPath(folder);
    folders.set(folder, real);
    const target = path.join(real, path.basename(file));
    return links.has(target) ? realPath(file) : target;
  };
}

/** For a broken link, the link. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}

/** An existing path that cannot be examined counts as a file: reading it reports the reason. */
function kindOf(file: string): "file" | "folder" | undefined {
  try {
    return statSync(file).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (!isAbsent(error)) return "file";
  }
  try {
    lstatSync(file);
    return "file";
  } catch (error) {
    return isAbsent(error) ? undefined : "file";
  }
}

function isAbsent(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EINVAL", "ERR_INVALID_ARG_VALUE"].includes(codeOf(error));
}
