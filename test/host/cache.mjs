import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cacheFolder = join(repositoryRoot, ".vscode-test");

/**
 * Returns the folder `.vscode-test/<name>`, which is filled once. It gets its name only when `fill` has finished, so an
 * interrupted fetch never looks complete. If two processes fetch at once, the result of the first is used.
 * @param {string} name contains the version, so that each version has its own folder
 * @param {(folder: string) => Promise<void>} fill
 */
export async function cached(name, fill) {
  const folder = join(cacheFolder, name);
  if (await exists(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const partial = await mkdtemp(join(cacheFolder, `${partialPrefix}${process.pid}-${name}-`));
  const started = Date.now();
  progress(`fetching ${name}`);
  try {
    await fill(partial);
    await rename(partial, folder);
    progress(`fetched ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  }
  return folder;
}

/** @param {string} line */
export function progress(line) {
  process.stderr.write(`[host] ${line}\n`);
}

/** @param {string} path */
export async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const partialPrefix = ".partial-";

async function removeAbandoned() {
  for (const entry of await readdir(cacheFolder)) {
    const owner = new RegExp(`^${partialPrefix}(\\d+)-`).exec(entry)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    await rm(join(cacheFolder, entry), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** @param {unknown} error */
const isTaken = (error) => ["ENOTEMPTY", "EEXIST"].includes(codeOf(error));

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && "code" in error ? String(error.code) : "");
