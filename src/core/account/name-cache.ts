import type { Connection } from "../connection/connection";
import type { Listed } from "../platform/list-page";
import type { RateLimited } from "../platform/outcome";
import type { NamedItems, NamedPart } from "./list-named";

export interface NameCacheDeps {
  readonly list: <P extends NamedPart>(
    part: P,
    connection: Connection,
    signal: AbortSignal,
  ) => Promise<Listed<NamedItems[P]>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives the result of each read that nobody waits for, or the error that it threw. */
  readonly onRead: (part: NamedPart, connection: Connection, result: Listed<unknown> | Error) => void;
}

/** What was read last. Items of an earlier read are kept when a later one fails. */
export interface CachedItems<T> {
  readonly items: readonly T[];
  /** False if there may be more. */
  readonly complete: boolean;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** The names in the accounts of this window's connections. A cache for each connection, account and part. */
export interface NameCache {
  /** Never reads. */
  known<P extends NamedPart>(part: P, connection: Connection): CachedItems<NamedItems[P]> | undefined;
  /** Starts a read unless one was tried in the last five minutes. Returns whether one is running. */
  want(part: NamedPart, connection: Connection): boolean;
  /**
   * Reads now, because a person asked for it, and returns the result. Joins a running read, repeats the result of one
   * that succeeded in the last 15 seconds, and sends nothing while the account's calls of the minute are used up.
   */
  refresh<P extends NamedPart>(
    part: P,
    connection: Connection,
    signal: AbortSignal,
  ): Promise<Listed<NamedItems[P]>>;
  /** Ends running reads. */
  dispose(): void;
}

export const KEEP_MS = 5 * 60_000;
export const REPEAT_MS = 15_000;
/** The account's limit is 60 calls a minute. */
const LIMIT_MS = 60_000;

/** The state of one part for one connection. */
interface Cached<T> {
  last?: CachedItems<T>;
  /** When the last read began. */
  triedAt?: number;
  /** Whether the last read that ended was successful. */
  isFresh: boolean;
  reading?: { readonly result: Promise<Listed<T>>; readonly abort: AbortController };
}

type Caches = { readonly [P in NamedPart]: Map<string, Cached<NamedItems[P]>> };

export function createNameCache({ list, now, onRead }: NameCacheDeps): NameCache {
  const caches: Caches = { contactList: new Map(), dncList: new Map(), queue: new Map() };
  /** The accounts whose calls are used up. */
  const limited = new Map<string, { readonly outcome: RateLimited; readonly until: number }>();

  const cached = <P extends NamedPart>(part: P, connection: Connection): Cached<NamedItems[P]> => {
    const cache = caches[part];
    const key = keyOf(connection);
    const found = cache.get(key) ?? { isFresh: false };
    cache.set(key, found);
    return found;
  };
  const limitOf = (connection: Connection): RateLimited | undefined => {
    const limit = limited.get(accountOf(connection));
    return limit !== undefined && now() < limit.until ? limit.outcome : undefined;
  };

  const read = async <P extends NamedPart>(
    part: P,
    connection: Connection,
    signal: AbortSignal,
  ): Promise<Listed<NamedItems[P]>> => {
    const entry = cached(part, connection);
    const result = await list(part, connection, signal);
    entry.isFresh = result.kind === "listed";
    if (result.kind === "listed") {
      const { items, complete } = result;
      entry.last = { items, complete, readAt: now() };
    } else if (result.outcome.kind === "rate-limited") {
      const { outcome } = result;
      const waitMs = (outcome.retryAfterSeconds ?? LIMIT_MS / 1000) * 1000;
      limited.set(accountOf(connection), { outcome, until: now() + waitMs });
    }
    return result;
  };
  const start = <P extends NamedPart>(part: P, connection: Connection): Promise<Listed<NamedItems[P]>> => {
    const entry = cached(part, connection);
    const abort = new AbortController();
    const result = read(part, connection, abort.signal).finally(() => delete entry.reading);
    entry.triedAt = now();
    entry.reading = { result, abort };
    return result;
  };
  /** Whether the last read began less than `ms` ago. A clock that was set back does not stop the reads. */
  const isWithin = (ms: number, at: number | undefined): boolean =>
    at !== undefined && Math.abs(now() - at) < ms;

  return {
    known: (part, connection) => cached(part, connection).last,
    want: (part, connection) => {
      const entry = cached(part, connection);
      if (entry.reading !== undefined) return true;
      if (isWithin(KEEP_MS, entry.triedAt) || limitOf(connection) !== undefined) return false;
      start(part, connection).then(
        (result) => onRead(part, connection, result),
        (error: unknown) =>
          onRead(part, connection, error instanceof Error ? error : new Error(String(error))),
      );
      return true;
    },
    refresh: async (part, connection, signal) => {
      const entry = cached(part, connection);
      const { last } = entry;
      if (
        entry.reading === undefined &&
        entry.isFresh &&
        last !== undefined &&
        isWithin(REPEAT_MS, entry.triedAt)
      )
        return { kind: "listed", ...last };
      const outcome = entry.reading === undefined ? limitOf(connection) : undefined;
      if (outcome !== undefined) return { kind: "unavailable", outcome };
      const result = entry.reading?.result ?? start(part, connection);
      const stop = (): void => entry.reading?.abort.abort();
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop);
      return result.finally(() => signal.removeEventListener("abort", stop));
    },
    dispose: () => {
      for (const cache of Object.values(caches))
        for (const { reading } of cache.values()) reading?.abort.abort();
    },
  };
}

function accountOf({ host, accountId }: Connection): string {
  return `${host}\n${accountId}`;
}

/** Queues are read through the stream. */
function keyOf(connection: Connection): string {
  return `${connection.id}\n${accountOf(connection)}\n${connection.streamId}`;
}
