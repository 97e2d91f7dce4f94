/** The file name of a team's lint configuration. */
export const configName = ".campaignlint.json";

/**
 * The file system access of the lookup. Paths are absolute, with forward slashes: `/a/b`, `C:/a/b`, or the path of a
 * URI.
 */
export interface ConfigTree<Content> {
  /** Reads a configuration; undefined if there is no such file. An unreadable file counts as content. */
  readonly read: (path: string) => Promise<Content | undefined>;
  /** Whether a folder is the root of a repository: it contains `.git`. */
  readonly isRepository: (folder: string) => Promise<boolean>;
}

export interface FoundConfig<Content> {
  readonly path: string;
  readonly content: Content;
}

/** The configuration that applies to a campaign file, or undefined. */
export type ConfigLookup<Content> = (file: string) => Promise<FoundConfig<Content> | undefined>;

/**
 * Finds the nearest configuration, from a file's own folder up to the root of its repository. Without a repository, the
 * search ends at `root` (a workspace folder or the working folder), and for a file outside `root` it covers only the
 * file's own folder. Only the nearest file applies; nothing is merged. The lookup caches all answers of the file
 * system.
 */
export function configLookup<Content>(tree: ConfigTree<Content>, root: string): ConfigLookup<Content> {
  const read = once(tree.read);
  const isRepository = once(tree.isRepository);
  const inFolder = once(async (folder): Promise<FoundConfig<Content> | undefined> => {
    const limit = holds(root, folder) ? root : folder;
    let found: FoundConfig<Content> | undefined;
    for (const place of upFrom(folder)) {
      if (found === undefined) {
        const path = join(place, configName);
        const content = await read(path);
        if (content !== undefined) found = { path, content };
      }
      // Above `root`, a configuration applies only if it is inside the file's repository.
      if (found !== undefined && holds(limit, place)) return found;
      if (await isRepository(place)) return found;
    }
    return undefined;
  });
  return (file) => inFolder(parentOf(file) ?? file);
}

/**
 * The place of a new configuration that applies to a file: the root of its repository or of its workspace folder,
 * whichever is nearer. A file outside `root` gets its own folder.
 */
export async function newConfigPath(
  file: string,
  root: string | undefined,
  isRepository: ConfigTree<unknown>["isRepository"],
): Promise<string> {
  const own = parentOf(file) ?? file;
  for (const folder of root !== undefined && holds(root, own) ? upFrom(own) : []) {
    if (withoutEndSlashes(folder) === withoutEndSlashes(root ?? "") || (await isRepository(folder)))
      return join(folder, configName);
  }
  return join(own, configName);
}

/** The folders that can contain a configuration, nearest first, up to the root of the file system. */
export function configCandidates(file: string): string[] {
  return upFrom(parentOf(file) ?? file).map((folder) => join(folder, configName));
}

function upFrom(folder: string): string[] {
  const folders: string[] = [];
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) folders.push(at);
  return folders;
}

/** The parent folder of a path; undefined for `/` and `C:/`. */
function parentOf(path: string): string | undefined {
  const trimmed = withoutEndSlashes(path);
  const slash = trimmed.lastIndexOf("/");
  if (slash < 0) return undefined;
  const parent = trimmed.slice(0, slash);
  return parent === "" || parent.endsWith(":") ? `${parent}/` : parent;
}

function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === "/") end--;
  return path.slice(0, end);
}

function join(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

/** Whether a folder is another one or inside it. */
function holds(outer: string, folder: string): boolean {
  const plain = withoutEndSlashes(outer);
  return folder === outer || folder === plain || folder.startsWith(`${plain}/`);
}

function once<Value>(ask: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}
