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

/** What the work under a lock receives. */
export interface FileLock {
  /** A path beside the lock for a temporary file. Whoever breaks the lock deletes that file. */
  readonly scratch: string;
  /**
   * Throws if the lock was broken in the meantime. Synchronous, so that nothing can happen between the check and the
   * guarded step.
   */
  assertHeld(): void;
}

export interface LockOptions {
  /**
   * Milliseconds to wait for another holder; 15 s by default. While the lock passes from one holder to the next, the
   * wait goes on, four times as long in all.
   */
  readonly waitMs?: number;
  /** Milliseconds after which a holder of unknown state is given up; a minute by default. */
  readonly abandonedMs?: number;
  /** Aborting it ends the wait: the promise rejects with the signal's reason, and the work did not start. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs the work while no other process, and no other caller in this process, works under the same lock file. Rejects if
 * the other does not finish in time.
 *
 * The lock is a file that only one process can create, together with its content in one step. It names its process, so
 * the lock of a dead process is broken at once. If the holder's state is unknown (another container or computer), it is
 * broken after a minute. Breaking a lock is itself done under the lock `<file>.break`. Otherwise two processes that see
 * the same abandoned lock would each delete one, and the second would delete the first one's new lock.
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
  const start = performance.now();
  // Chance decides which process is next, so several can pass one by for longer than each of them takes.
  let holderSince = start;
  let lastToken: string | undefined;
  signal?.throwIfAborted();
  while (!tryCreate(file, token)) {
    const holder = holderOf(file);
    const now = performance.now();
    if (holder?.mark?.token !== lastToken) holderSince = now;
    lastToken = holder?.mark?.token;
    if (now - holderSince > waitMs) throw new FileLockError(inUse(file, holder));
    if (now - start > waitMs * MAX_WAITS)
      throw new FileLockError("Other processes kept using it. Try again.");
    if (holder !== undefined && isAbandoned(holder, abandonedMs)) await breakLock(file, holder, options);
    else await sleep(PAUSE_MS * (0.5 + Math.random()));
    signal?.throwIfAborted();
  }
  return token;
}

const MAX_WAITS = 4;
/** Milliseconds, about as long as writing a small file takes. */
const PAUSE_MS = 10;

function isAbandoned({ mark, since }: Holder, abandonedMs: number): boolean {
  const running = mark === undefined ? "perhaps" : isRunning(mark);
  // In both directions: a time in the future was written before the clock was set back.
  return running === "no" || (running === "perhaps" && Math.abs(Date.now() - since) > abandonedMs);
}

/**
 * Under `<file>.break`, only the owner can delete the lock, so what is read there stays true. There is no lock for
 * `.break` itself: the next process that finds the `.break` of a dead process deletes it.
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
      // First, so that an owner that resumes can no longer move the file into place.
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
