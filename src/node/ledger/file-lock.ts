import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { patiently } from "./file-errors";
import {
  FileLockError,
  holderOf,
  removeScratch,
  scratchOf,
  takeAway,
  tokenIn,
  tryCreate,
  type Holder,
} from "./lock-file";
import { isRunning } from "./running-process";

export { FileLockError } from "./lock-file";

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
  /** Aborting it ends the wait: the promise rejects with the signal's reason, and the work was not begun. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does the work while no other process, and nobody else in this one, works under the same lock file. Rejects when the
 * other does not end in time.
 *
 * The lock is a file that only one can create, and it is created with its content in one step. It names its process, so
 * that one left by a process that is gone is broken at once; where that cannot be found out (another container, another
 * computer), after a minute. Taking away another's lock is itself done under a lock, `<file>.break`: otherwise two that
 * see the same abandoned lock would each take one away, the second the first's new one.
 */
export async function withFileLock<T>(
  file: string,
  work: (lock: FileLock) => T | Promise<T>,
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
  const { waitMs = 15_000, abandonedMs = 60_000, signal } = options;
  const token = randomUUID();
  const deadline = performance.now() + waitMs;
  signal?.throwIfAborted();
  while (!tryCreate(file, token)) {
    const holder = holderOf(file);
    if (performance.now() > deadline) throw new FileLockError(inUse(file, holder));
    if (holder !== undefined && isAbandoned(holder, abandonedMs)) await breakLock(file, holder, options);
    else await sleep(PAUSE_MS * (0.5 + Math.random()));
    signal?.throwIfAborted();
  }
  return token;
}

/** Milliseconds, about as long as a small file is written. */
const PAUSE_MS = 10;

function isAbandoned({ mark, since }: Holder, abandonedMs: number): boolean {
  const running = mark === undefined ? "perhaps" : isRunning(mark);
  // In both directions: a time to come was written before the clock was set back.
  return running === "no" || (running === "perhaps" && Math.abs(Date.now() - since) > abandonedMs);
}

/**
 * Under `<file>.break`, nobody but its owner can take the lock away, so what is seen there stays true. A `.break` that
 * was left by a process that is gone has no lock of its own: whoever sees it takes it away.
 */
async function breakLock(file: string, holder: Holder, options: LockOptions): Promise<void> {
  if (file.endsWith(BREAK)) {
    takeAway(file, holder);
    return;
  }
  await withFileLock(
    `${file}${BREAK}`,
    () => {
      const now = holderOf(file);
      if (now === undefined || !isAbandoned(now, options.abandonedMs ?? 60_000)) return;
      // First, so that an owner that wakes up cannot put it in place any more.
      if (now.mark !== undefined) removeScratch(file, now.mark.token);
      takeAway(file, now);
    },
    options,
  );
}

const BREAK = ".break";

function assertHeld(file: string, token: string): void {
  if (tokenIn(file) !== token)
    throw new FileLockError(`The lock ${file} was taken over while this process was suspended.`);
}

function release(file: string, token: string): void {
  if (tokenIn(file) === token) rmSync(file, { force: true });
}

function inUse(file: string, holder: Holder | undefined): string {
  const who = holder?.mark === undefined ? "Another process" : `Another process (${holder.mark.pid})`;
  return `${who} is using it and did not finish in time. If no process is using it, delete ${file}.`;
}
