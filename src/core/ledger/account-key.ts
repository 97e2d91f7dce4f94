import { trimEndOf } from "../text/trim-end";

interface Account {
  /** An origin. */
  readonly host: string;
  readonly accountId: string;
}

/**
 * Returns the same text for different spellings of one account, whatever the stream: the names of this computer, a
 * trailing dot, a default port and the scheme are ignored. Use it only to find duplicates. A credential goes only to
 * exactly the host that it was saved for (`leadsTo`).
 */
export function accountKey({ host, accountId }: Account): string {
  return JSON.stringify([machineOf(host), accountId.trim()]);
}

export function isSameAccount(one: Account, other: Account): boolean {
  return accountKey(one) === accountKey(other);
}

/** Host name and port. An address that cannot be parsed is compared as it is. */
function machineOf(host: string): string {
  if (!URL.canParse(host)) return host;
  const { protocol, hostname, port } = new URL(host);
  const name = trimEndOf(hostname.toLowerCase(), ".");
  const machine = isThisComputer(name) ? "localhost" : name;
  return `${machine}:${port || (protocol === "http:" ? "80" : "443")}`;
}

/** `name` as `URL` writes it, so 127.1 is 127.0.0.1 here, and ::ffff:127.0.0.1 is ::ffff:7f00:1. */
function isThisComputer(name: string): boolean {
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "[::1]" ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name) ||
    /^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/.test(name)
  );
}
