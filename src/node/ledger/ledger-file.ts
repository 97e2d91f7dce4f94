import { lstat, mkdir, realpath } from "node:fs/promises";
import { renameSync } from "node:fs";
import path from "node:path";
import type { LedgerStore } from "../../core/ledger/store";
import { syncFolder, writeNewFile } from "./durable-file";
import { codeOf, patiently } from "./file-errors";
import { FileLockError, withFileLock, type FileLock, type LockOptions } from "./file-lock";
import { ledgerName, MAX_LEDGER_BYTES } from "./ledger-folder";
import { NotARegularFileError, readRegularFile } from "./regular-file";

export { ledgerFolder, ledgerName } from "./ledger-folder";

/** Names the failed operation, the file and the reason in a sentence for people. */
export class LedgerFileError extends Error {}

export interface LedgerFileOptions extends LockOptions {
  /** Receives the path of the copy of a damaged ledger. */
  readonly onSetAside?: (file: string) => void;
}

/**
 * The ledger's text in `<folder>/ledger.jsonl`, readable only by its owner (0600 in a folder of 0700). A new text is
 * written beside it, flushed, and renamed over it, all under `ledger.lock`: a process or computer that stops at any
 * point leaves the old text or the new. Reading needs no lock. A refused file operation rejects with a
 * `LedgerFileError`.
 */
export function ledgerFile(folder: string, options: LedgerFileOptions = {}): LedgerStore {
  // The file lock polls; callers in one process wait in a queue instead.
  let line: Promise<unknown> = Promise.resolve();
  return {
    read: () => named("read", folder, async () => (await textOf(await target(folder)))?.text),
    update: (change, signal) => {
      const turn = signal === undefined ? line : unlessAborted(line, signal);
      const step = turn.then(() =>
        named("written", folder, () => update(folder, change, { ...options, signal })),
      );
      // A caller that stops waiting does not change the queue. Without a value, because each would contain the last.
      line = Promise.allSettled([line, step]).then(() => undefined);
      return step;
    },
  };
}

/** Settles with the promise, or rejects when the signal is aborted first. */
async function unlessAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  const stopListening = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error("Stopped."));
    signal.addEventListener("abort", stop, { once: true, signal: stopListening.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stopListening.abort();
  }
}

async function update(
  folder: string,
  change: Parameters<LedgerStore["update"]>[0],
  options: LedgerFileOptions,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await target(folder);
  const put = await withFileLock(
    path.join(path.dirname(file), LOCK),
    async (lock) => {
      const old = await textOf(file);
      const { text, setAside } = change(old?.text);
      if (text === undefined || text === old?.text) return undefined;
      const aside = setAside === undefined ? undefined : await keep(file, old?.bytes ?? setAside);
      await replace(file, text, lock);
      return aside;
    },
    options,
  );
  if (put !== undefined) options.onSetAside?.(put);
}

const LOCK = "ledger.lock";

/** The target, if the folder or file is a link: the new text and the lock belong there. */
async function target(folder: string): Promise<string> {
  const file = path.join(folder, ledgerName);
  try {
    const real = await realpath(file);
    // Before the lock is created beside it: a link may point to a device.
    await refuseOther(real);
    return real;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    if (await isLink(file)) throw new LedgerFileError("It is a broken link.", { cause: error });
    return file;
  }
}

async function refuseOther(file: string): Promise<void> {
  const stats = await lstat(file);
  if (stats.isDirectory()) throw new LedgerFileError("It is a folder, not a file.");
  if (!stats.isFile()) throw new NotARegularFileError(`${file} is not a regular file.`);
}

/** One that leads nowhere must not pass for a ledger that was never written. */
async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch {
    return false;
  }
}

async function textOf(file: string): Promise<{ readonly bytes: Buffer; readonly text: string } | undefined> {
  try {
    const bytes = await patiently(() => readRegularFile(file, MAX_LEDGER_BYTES));
    return { bytes, text: bytes.toString("utf8") };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function replace(file: string, text: string, lock: FileLock): Promise<void> {
  await writeNewFile(lock.scratch, text);
  await patiently(() => {
    lock.assertHeld();
    renameSync(lock.scratch, file);
  });
  await syncFolder(path.dirname(file));
}

/** Keeps a damaged text, byte for byte, under a name that is free. */
async function keep(file: string, content: Uint8Array | string): Promise<string> {
  const time = new Date().toISOString().replace(/:/g, "-");
  for (let count = 1; count <= 1_000; count++) {
    const name = `ledger.${time}${count === 1 ? "" : `-${count}`}.damaged`;
    const aside = path.join(path.dirname(file), name);
    try {
      await writeNewFile(aside, content);
      await syncFolder(path.dirname(file));
      return aside;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
  throw new LedgerFileError("There is no free file name for a copy of its damaged content.");
}

async function named<T>(done: "read" | "written", folder: string, action: () => Promise<T>): Promise<T> {
  try {
    if (!path.isAbsolute(folder)) throw new LedgerFileError("Its folder must be an absolute path.");
    return await action();
  } catch (error) {
    if (!isOfTheWorld(error)) throw error;
    const file = path.join(folder, ledgerName);
    throw new LedgerFileError(`The ledger ${file} cannot be ${done}. ${reasonOf(error)}`, { cause: error });
  }
}

/** Any other error is a bug in the code that changes the text. */
function isOfTheWorld(error: unknown): boolean {
  return (
    error instanceof LedgerFileError ||
    error instanceof FileLockError ||
    error instanceof NotARegularFileError ||
    codeOf(error) !== ""
  );
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
      return "You don't have permission to access it or its folder.";
    case "EROFS":
      return "Its disk is read-only.";
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return "There is no space left on its disk.";
    case "ENOTDIR":
    case "EEXIST":
      return "Its folder's path is a file.";
    case "EISDIR":
      return "It is a folder, not a file.";
    case "ENOENT":
      return "Its folder does not exist.";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
