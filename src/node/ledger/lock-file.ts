import { randomUUID } from "node:crypto";
import { closeSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { codeOf, isPassing } from "./file-errors";
import { NotARegularFileError, readRegularFileSync } from "./regular-file";
import { ownMark, type ProcessMark } from "./running-process";

/** The lock could not be had, or was lost. */
export class FileLockError extends Error {}

/** A process that is killed at any point leaves no lock, or one that names it. */
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

/** What a file system answers that has no hard links, such as FAT. */
const WITHOUT_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "EISDIR"];

/** In two steps. One that is killed between them leaves an empty lock, which is broken after a minute. */
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
  /** Absent when its text is not a lock's: it was written in two steps, and its process ended between them. */
  readonly mark?: ProcessMark & { readonly token: string };
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Undefined when it has been released. */
export function holderOf(file: string): Holder | undefined {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    const mark = markIn(readRegularFileSync(file, MOST_BYTES).toString("utf8"));
    return { since: stats.mtimeMs, ...(mark === undefined ? {} : { mark }) };
  } catch (error) {
    if (error instanceof NotARegularFileError) throw new FileLockError(`${error.message} Remove it.`);
    if (codeOf(error) === "ENOENT" || isPassing(error)) return undefined;
    throw error;
  }
}

/** A lock has some 200. */
const MOST_BYTES = 65_536;

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

/** Takes this holder's lock away, and puts it back when it turns out to be another's. */
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
    // Meanwhile a third has the lock. The one whose lock this was finds that out by `assertHeld`.
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(away, { force: true });
  }
}

/** A path beside the lock for a file of its owner's own. */
export function scratchOf(file: string, token: string): string {
  return `${file}.${/^[\w-]{1,64}$/.test(token) ? token : "scratch"}`;
}

/** What the owner of this token may have left beside its lock. */
export function removeScratch(file: string, token: string): void {
  for (const name of [scratchOf(file, token), draftOf(file, token)]) rmSync(name, { force: true });
}

function draftOf(file: string, token: string): string {
  return `${scratchOf(file, token)}.lock`;
}

export function tokenIn(file: string): string | undefined {
  try {
    return markIn(readRegularFileSync(file, MOST_BYTES).toString("utf8"))?.token;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
