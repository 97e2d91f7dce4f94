import { credentialExpiry, parseConnection, parseHost, type Connection } from "./connection";
import { practiceAccountId } from "./environment";

/** Where a submission went. */
export type Target = Pick<Connection, "host" | "accountId" | "streamId">;

export interface ToChoose {
  /** The id of the connection that the window uses. */
  readonly chosen: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The connection by which to read in the account of a submission. One with its stream goes before the others, because
 * its credential has been there; then the chosen one. One that has expired is named only where no other leads there:
 * the person is then told what to renew.
 */
export function connectionForAccount(
  connections: readonly Connection[],
  target: Target,
  { chosen, now }: ToChoose,
): Connection | undefined {
  const rankOf = ({ id, streamId, credential }: Connection): number =>
    (isExpired(credential, now) ? 0 : 4) +
    (streamId.trim() === target.streamId ? 2 : 0) +
    (id === chosen ? 1 : 0);
  let best: Connection | undefined;
  for (const connection of connections) {
    if (!isForAccount(connection, target)) continue;
    if (best === undefined || rankOf(connection) > rankOf(best)) best = connection;
  }
  return best;
}

/** The stream is left out: an account's campaigns are the same through each of its streams. */
export function isForAccount(connection: Connection, { host, accountId }: Target): boolean {
  const checked = parseConnection(connection);
  return checked.valid && checked.value.host === host && checked.value.accountId === accountId;
}

/** Whether it went to a practice server, which forgets everything when it stops. */
export function isPracticeTarget({ host, accountId }: Target): boolean {
  const parsed = parseHost(host);
  return accountId === practiceAccountId && parsed.valid && parsed.loopback;
}

function isExpired(credential: Connection["credential"], now: number): boolean {
  const expiresAt = credentialExpiry(credential);
  return expiresAt !== undefined && expiresAt <= now;
}
