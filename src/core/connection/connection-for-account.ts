import { credentialExpiry, parseConnection, parseHost, type Connection } from "./connection";
import { practiceAccountId } from "./environment";

/** The destination of a submission. */
export type Target = Pick<Connection, "host" | "accountId" | "streamId">;

export interface ToChoose {
  /** The ID of the connection that the window uses. */
  readonly chosen: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The connection for reading the account of a submission: preferably one with its stream, whose credential was used
 * there, then the selected one. An expired connection is returned only if no other fits, so that the message can name
 * what to renew.
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

/** Without the stream, because an account's campaigns are the same through each of its streams. */
export function isForAccount(connection: Connection, { host, accountId }: Target): boolean {
  const checked = parseConnection(connection);
  return checked.valid && checked.value.host === host && checked.value.accountId === accountId;
}

/** Whether it was sent to a practice server, which loses everything when it stops. */
export function isPracticeTarget({ host, accountId }: Target): boolean {
  const parsed = parseHost(host);
  return accountId === practiceAccountId && parsed.valid && parsed.loopback;
}

function isExpired(credential: Connection["credential"], now: number): boolean {
  const expiresAt = credentialExpiry(credential);
  return expiresAt !== undefined && expiresAt <= now;
}
