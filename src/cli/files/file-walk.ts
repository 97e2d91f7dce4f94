import { readdir, realpath, stat, type Dirent, type Stats } from "node:fs";
import path from "node:path";
import { glob, type FileSystemAdapter } from "tinyglobby";
import { foldersOfTools } from "../../core/lint/campaign-files";
import { reasonOf } from "./text-file";

export { isDynamicPattern } from "tinyglobby";

/** A folder that was not searched, with the reason. */
export interface Unsearched {
  /** Absolute. */
  readonly path: string;
  readonly reason: string;
}

export interface Walked {
  /** Absolute. Includes broken links, so that reading them reports the reason. */
  readonly files: readonly string[];
  readonly unsearched: readonly Unsearched[];
  /** The links in the folders that were read. Any other file has one name in its folder. */
  readonly links: ReadonlySet<string>;
}

interface WalkOptions {
  readonly patterns: string | readonly string[];
  readonly ignoreCase?: boolean;
  readonly signal: AbortSignal;
}

/** How often one folder is read through different links: links that point to each other multiply. */
const maxVisits = 8;

/**
 * The files below a folder that match a pattern. Skips the folders of tools, such as `node_modules`. Follows links to
 * folders, as editors do. Reports unreadable folders: a check must not pass if it did not look.
 */
export async function walkFiles(
  folder: string,
  { patterns, ignoreCase = false, signal }: WalkOptions,
): Promise<Walked> {
  const unsearched = new Map<string, Unsearched>();
  const links = new Set<string>();
  const found = await glob(patterns, {
    ...{ absolute: true, dot: true, cwd: folder, signal },
    caseSensitiveMatch: !ignoreCase,
    ignore: foldersOfTools.map((name) => `**/${name}/**`),
    fs: reportingFiles(path.resolve(folder), {
      onUnread: (at, reason) => unsearched.set(at, { path: at, reason }),
      onLink: (link) => links.add(link),
    }),
  });
  signal.throwIfAborted();
  return { files: found.map((file) => path.normalize(file)), unsearched: [...unsearched.values()], links };
}

type Then<Result> = (error: NodeJS.ErrnoException | null, result: Result) => void;

interface Noticed {
  readonly onUnread: (folder: string, reason: string) => void;
  readonly onLink: (link: string) => void;
}

/** The library drops the errors of its walk and the kinds of the files, so they are recorded where they occur. */
function reportingFiles(start: string, { onUnread, onLink }: Noticed): FileSystemAdapter {
  const visits = new Map<string, number>();
  const read = (given: string, options: { withFileTypes: true }, then: Then<Dirent[]>) => {
    const folder = path.resolve(given);
    const count = (visits.get(folder) ?? 0) + 1;
    visits.set(folder, count);
    const throughLink = isRoot(folder) && folder !== start;
    if (throughLink) onUnread(folder, wholeDisk);
    if (throughLink || count > maxVisits) {
      then(null, []);
      return;
    }
    readdir(given, options, (error, entries) => {
      if (error !== null) onUnread(folder, reasonOf(error, "read", "folder"));
      const found = error === null ? entries : [];
      for (const entry of found) if (entry.isSymbolicLink()) onLink(path.join(folder, entry.name));
      then(error, found);
    });
  };
  // A broken link counts as a file: if it matches, reading it reports the reason.
  const target = (link: string, then: Then<string>) =>
    realpath(link, (error, found) => then(null, error === null ? found : link));
  const look = (file: string, then: Then<Stats | typeof notAFolder>) =>
    stat(file, (error, stats) => then(null, error === null ? stats : notAFolder));
  // The library calls these three functions in one form each; their types require all forms.
  return { readdir: read, realpath: target, stat: look } as unknown as FileSystemAdapter;
}

const notAFolder = { isDirectory: () => false };

export const wholeDisk = "This would search the whole file system. Choose a folder in it.";

export function isRoot(folder: string): boolean {
  return path.parse(folder).root === folder;
}
