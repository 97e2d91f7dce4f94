import { randomUUID } from "node:crypto";
import { closeSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { codeOf, isPassing } from "./file-errors";
import { NotARegularFileError, readRegularFileSync } from "./regular-file";
import { ownMark, type ProcessMark } from "./running-process";

/** The lock could not be acquired, or it was lost. */
export class FileLockError extends Error {}

/** Creates the lock. A process killed at any point leaves no lock, or one that names it. */
export function tryCreate(file: string, token: string): boolean {
  if (isThere(file)) return false;
  const draft = draftOf(file, token);
  try {
    writeNew(draft, JSON.stringify({ token, ...ownMark() }));
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST" || isPassing(error)) return false;
    if (!WITHOUT_LINKS.includes(codeOf(error))) throw error;
    return tryCreateWithoutLinks(file, token);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Error codes of file systems without hard links, such as FAT. */
const WITHOUT_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "EISDIR"];

/** In two steps. A process killed between them leaves an empty lock, which is broken after a minute. */
function tryCreateWithoutLinks(file: string, token: string): boolean {
  try {
    writeNew(file, JSON.stringify({ token, ...ownMark() }));
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST" || isPassing(error)) return false;
    throw error;
  }
}

function writeNew(file: string, text: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, text);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

export interface Holder {
  /** Absent if the text is not a lock's: its process ended between the two steps. */
  readonly mark?: ProcessMark & { readonly token: string };
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Undefined when the lock was released. */
export function holderOf(file: string): Holder | undefined {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    const mark = markIn(readRegularFileSync(file, MAX_BYTES).toString("utf8"));
    return { since: stats.mtimeMs, ...(mark === undefined ? {} : { mark }) };
  } catch (error) {
    if (error instanceof NotARegularFileError) throw new FileLockError(`${error.message} Remove it.`);
    if (codeOf(error) === "ENOENT" || isPassing(error)) return undefined;
    throw error;
  }
}

/** In bytes; a lock takes about 200. */
const MAX_BYTES = 65_536;

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

/** Deletes this holder's lock, and restores it if it turns out to be another's. */
export function takeAway(file: string, { mark }: Holder): void {
  const away = `${file}.${randomUUID()}.away`;
  try {
    renameSync(file, away);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || isPassing(error)) return;
    throw error;
  }
  try {
    if (holderOf(away)?.mark?.token !== mark?.token) linkSync(away, file);
  } catch (error) {
    // A third process holds the lock now. The owner of this one notices with `assertHeld`.
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(away, { force: true });
  }
}

/** A path beside the lock for a temporary file of its owner. */
export function scratchOf(file: string, token: string): string {
  return `${file}.${/^[\w-]{1,64}$/.test(token) ? token : "scratch"}`;
}

/** Deletes the temporary file that the owner of this token may have left. */
export function removeScratch(file: string, token: string): void {
  for (const name of [scratchOf(file, token), draftOf(file, token)]) rmSync(name, { force: true });
}

function draftOf(file: string, token: string): string {
  return `${scratchOf(file, token)}.lock`;
}

export function tokenIn(file: string): string | undefined {
  try {
    return markIn(readRegularFileSync(file, MAX_BYTES).toString("utf8"))?.token;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
