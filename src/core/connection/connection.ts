import { isObject } from "../text/json-guards";
import { refuse, type Parsed } from "../text/parsed";
import { parseCredential, type Credential } from "./credential";
import { parseHost } from "./host";

export type { ClientCredential, Credential, TokenCredential } from "./credential";
export { credentialExpiry, parseClientId, parseClientSecret, secretsOf } from "./credential";
export { isFamiliarHost, parseHost, type ParsedHost } from "./host";
export { parseToken, tokenExpiry, type ParsedToken } from "./token";

/**
 * One account on one host with its credential. They are stored as one record, so that a credential is never sent to
 * another host.
 */
export interface Connection {
  readonly id: string;
  readonly name: string;
  /** An origin without a path or a trailing slash, for example "https://platform.kore.ai". */
  readonly host: string;
  readonly accountId: string;
  /** The ID of the bot or stream; sent in the path and as the `iid` header. */
  readonly streamId: string;
  /** Whether its campaigns call real people. */
  readonly production: boolean;
  readonly credential: Credential;
  /** Whether a person confirmed this host, which is not one of the vendor's. Asked once. */
  readonly hostAccepted?: true;
  /** Whether a person allowed completion and hovers to read names in this account. */
  readonly namesAllowed?: true;
}

/**
 * Reads an untrusted record (from a secret store, a file, an import). Checks every field, normalizes the host, and
 * refuses everything that could leave its header or path segment. Reasons never quote a secret.
 */
export function parseConnection(value: unknown): Parsed<Connection> {
  if (!isObject(value)) return refuse("The connection is not a record.");
  const { id, name, host, accountId, streamId, production, credential, hostAccepted, namesAllowed } = value;
  if (!isText(id)) return refuse("The connection has no id.");
  if (!isText(name)) return refuse("The connection has no name.");
  if (typeof host !== "string") return refuse("The connection has no host.");
  const parsedHost = parseHost(host);
  if (!parsedHost.valid) return refuse(parsedHost.reason);
  const account = parseId(accountId, "account id");
  if (!account.valid) return account;
  const stream = parseId(streamId, "stream id");
  if (!stream.valid) return stream;
  if (typeof production !== "boolean") return refuse("The connection does not say whether it is production.");
  const parsedCredential = parseCredential(credential);
  if (!parsedCredential.valid) return parsedCredential;
  if (hostAccepted !== undefined && hostAccepted !== true)
    return refuse("The connection does not say clearly whether its host was accepted.");
  return {
    valid: true,
    value: {
      id,
      name,
      host: parsedHost.host,
      accountId: account.value,
      streamId: stream.value,
      production,
      credential: parsedCredential.value,
      ...(hostAccepted === undefined ? {} : { hostAccepted }),
      // Anything but a clear permission is none.
      ...(namesAllowed === true ? { namesAllowed } : {}),
    },
  };
}

/**
 * Reads a typed account or stream ID, without white space around it. It is sent in a header and in the path, so it must
 * consist of printable Latin-1 and must not be a dot segment, which percent-encoding does not neutralize. `label` names
 * the field in the reason, for example "account id".
 */
export function parseId(value: unknown, label: string): Parsed<string> {
  if (typeof value !== "string" || value.trim() === "") return refuse(`The ${label} is missing.`);
  const id = value.trim();
  if (!HEADER_SAFE.test(id)) return refuse(`The ${label} has a character in it that cannot be sent.`);
  if (id === "." || id === "..") return refuse(`The ${label} cannot be a dot.`);
  return { valid: true, value: id };
}

/** Printable Latin-1: what a header may carry (RFC 9110 §5.5) without the tab. */
const HEADER_SAFE = /^[\u0020-\u007e\u00a0-\u00ff]+$/;

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
