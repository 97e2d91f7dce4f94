import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { configName } from "../core/lint/config-lookup";
import { foldersOfTools } from "../core/lint/tree-files";

/** The files that hold campaigns, and what is settled for them, in a folder's tree. */
const inFolder = ["**/*.campaign.json", `**/${configName}`];

/** What tools keep for themselves is left out. Linked folders are gone into, as editors do, but not in circles. */
const options = {
  absolute: true,
  ignore: foldersOfTools.map((name) => `**/${name}/**`),
};

/** How many files are asked about at once. */
const together = 32;

export interface FoundFiles {
  /** Absolute paths, sorted; a file that has several names stands here once. */
  readonly files: readonly string[];
  /** What was named itself, not found in a folder. */
  readonly named: ReadonlySet<string>;
  /** What was named and is not there. */
  readonly missing: readonly string[];
}

/** Files, folders and globs as a person names them. Nothing named means the working folder. */
export async function findCampaignFiles(names: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const named = new Set<string>();
  const missing: string[] = [];
  for (const name of names.length === 0 ? ["."] : names) {
    const absolute = path.resolve(cwd, name);
    const kind = await kindOf(absolute);
    if (kind === "file") {
      files.add(absolute);
      named.add(absolute);
    } else if (kind === "folder") {
      const found = await glob(inFolder, { ...options, cwd: absolute, dot: true });
      for (const file of found) files.add(path.normalize(file));
    } else if (isDynamicPattern(name)) {
      const found = await glob(name.replaceAll("\\", "/"), { ...options, cwd });
      if (found.length === 0) missing.push(name);
      for (const file of found) files.add(path.normalize(file));
    } else missing.push(name);
  }
  return { files: await eachOnce([...files].sort()), named, missing };
}

/** A file that links give several names keeps its own, where that was found; else the first one. */
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

/** The file itself; of a link that leads nowhere, the link. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
}

async function kindOf(file: string): Promise<"file" | "folder" | undefined> {
  try {
    return (await stat(file)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}
