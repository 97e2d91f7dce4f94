import { randomUUID } from "node:crypto";
import { closeSync, openSync, readFileSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, isPassing, patiently } from "./file-errors";
import { isRunning, ownMark, type ProcessMark } from "./running-process";

/** The lock could not be had, or was lost. */
export class FileLockError extends Error {}

/** What the work under a lock is given. */
export interface FileLock {
  /** A path beside the lock for a file of the work's own. Whoever breaks the lock takes it away. */
  readonly scratch: string;
  /** Throws when the lock was broken meanwhile. Synchronous, so that nothing comes between it and what it guards. */
  assertHeld(): void;
}

export interface LockOptions {
  /** Milliseconds to wait for another; 15 s by default. */
  readonly waitMs?: number;
  /** Milliseconds after which a holder of whom nothing can be found out is given up; a minute by default. */
  readonly abandonedMs?: number;
}

/**
 * Does the work while no other process, and nobody else in this one, works under the same lock file. Rejects when the
 * other does not end in time.
 *
 * The lock is a file that only one can create. It names its process, so that one left by a process that is gone is
 * broken at once; where that cannot be found out (another container, another computer), after a minute. Taking away
 * another's lock is itself done under a lock, `<file>.break`: otherwise two that see the same abandoned lock would
 * each take one away, the second the first's new one.
 */
export async function withFileLock<T>(
  file: string,
  work: (lock: FileLock) => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const token = await acquire(file, options);
  const scratch = scratchOf(file, token);
  try {
    return await work({ scratch, assertHeld: () => assertHeld(file, token) });
  } finally {
    await patiently(() => rmSync(scratch, { force: true }));
    await patiently(() => release(file, token));
  }
}

async function acquire(file: string, options: LockOptions): Promise<string> {
  const { waitMs = 15_000, abandonedMs = 60_000 } = options;
  const token = randomUUID();
  const deadline = performance.now() + waitMs;
  while (!tryCreate(file, token)) {
    const holder = await holderOf(file);
    if (performance.now() > deadline) throw new FileLockError(inUse(file, holder));
    if (holder !== undefined && isAbandoned(holder, abandonedMs)) await breakLock(file, options);
    else await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
  return token;
}

/** Milliseconds, about as long as a small file is written. */
const PAUSE_MS = 10;

function tryCreate(file: string, token: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx", 0o600);
  } catch (error) {
    if (codeOf(error) === "EEXIST" || isPassing(error)) return false;
    throw error;
  }
  try {
    writeSync(descriptor, JSON.stringify({ token, ...ownMark() }));
    return true;
  } catch (error) {
    unlinkSync(file);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

interface Holder {
  /** Absent when its process ended between creating the file and writing to it, or is about to write. */
  readonly mark?: ProcessMark & { readonly token: string };
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Undefined when it has been released. */
async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    const { mtimeMs } = await stat(file);
    const mark = markIn(await readFile(file, "utf8"));
    return { since: mtimeMs, ...(mark === undefined ? {} : { mark }) };
  } catch (error) {
    if (codeOf(error) === "ENOENT" || isPassing(error)) return undefined;
    throw error;
  }
}

function markIn(text: string): Holder["mark"] {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return undefined;
  const { token, pid, where, started } = value as Record<string, unknown>;
  if (typeof token !== "string" || typeof pid !== "number" || typeof where !== "string") return undefined;
  return { token, pid, where, ...(typeof started === "string" ? { started } : {}) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAbandoned({ mark, since }: Holder, abandonedMs: number): boolean {
  const running = mark === undefined ? "perhaps" : isRunning(mark);
  // In both directions: a time to come was written before the clock was set back.
  return running === "no" || (running === "perhaps" && Math.abs(Date.now() - since) > abandonedMs);
}

/** Under `<file>.break`, nobody but its owner can take the lock away, so what is seen there stays true. */
async function breakLock(file: string, options: LockOptions): Promise<void> {
  if (file.endsWith(".break.break")) throw new FileLockError(inUse(file, undefined));
  await withFileLock(
    `${file}.break`,
    async () => {
      const holder = await holderOf(file);
      if (holder === undefined || !isAbandoned(holder, options.abandonedMs ?? 60_000)) return;
      // First, so that an owner that wakes up cannot put it in place any more.
      if (holder.mark !== undefined) await rm(scratchOf(file, holder.mark.token), { force: true });
      await rm(file, { force: true });
    },
    options,
  );
}

function scratchOf(file: string, token: string): string {
  return `${file}.${/^[\w-]{1,64}$/.test(token) ? token : "scratch"}`;
}

function assertHeld(file: string, token: string): void {
  if (tokenIn(file) !== token)
    throw new FileLockError(`The lock ${file} was taken over while this process stood still.`);
}

function release(file: string, token: string): void {
  if (tokenIn(file) === token) rmSync(file, { force: true });
}

function tokenIn(file: string): string | undefined {
  try {
    return markIn(readFileSync(file, "utf8"))?.token;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function inUse(file: string, holder: Holder | undefined): string {
  const who = holder?.mark === undefined ? "Another process" : `Another process (${holder.mark.pid})`;
  return `${who} is using it, and did not end in time. If none is, remove ${file}.`;
}
