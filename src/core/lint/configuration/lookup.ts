/** The name of a team's configuration of the checks. */
export const configName = ".campaignlint.json";

/**
 * What the lookup asks of a file system. Paths are absolute and their separators forward slashes: `/a/b`, `C:/a/b`, or
 * the path of a URI.
 */
export interface ConfigTree<Content> {
  /** What a configuration holds; undefined when there is no such file. A file that cannot be read is content too. */
  readonly read: (path: string) => Promise<Content | undefined>;
  /** Whether a folder is the root of a repository, which is to say that it holds `.git`. */
  readonly isRepository: (folder: string) => Promise<boolean>;
}

export interface FoundConfig<Content> {
  readonly path: string;
  readonly content: Content;
}

/** The configuration that holds for a campaign file; undefined when there is none. */
export type ConfigLookup<Content> = (file: string) => Promise<FoundConfig<Content> | undefined>;

/**
 * Finds the nearest configuration from a file's own folder up to the root of its repository; where there is no
 * repository, up to `root` (a workspace folder, or the working folder), and for a file outside `root` in its own folder
 * only. The nearest one holds whole: nothing is merged. What was asked of the tree once is remembered for as long as the
 * lookup is.
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
      // Above the limit a configuration holds only when it turns out to belong to the file's repository.
      if (found !== undefined && holds(limit, place)) return found;
      if (await isRepository(place)) return found;
    }
    return undefined;
  });
  return (file) => inFolder(parentOf(file) ?? file);
}

/** Where a configuration of a file can stand, the nearest first, up to the root of the file system. */
export function configCandidates(file: string): string[] {
  return upFrom(parentOf(file) ?? file).map((folder) => join(folder, configName));
}

function upFrom(folder: string): string[] {
  const folders: string[] = [];
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) folders.push(at);
  return folders;
}

/** The folder that a path stands in; of `/` and `C:/` there is none. */
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

/** Whether a folder is another one or lies in it. */
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
