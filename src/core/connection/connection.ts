import { isObject } from "../text/json-guards";
import { refuse, type Parsed } from "../text/parsed";
import { parseCredential, type Credential } from "./credential";
import { parseHost } from "./host";

export type { ClientCredential, Credential, TokenCredential } from "./credential";
export { credentialExpiry, parseClientId, parseClientSecret, secretsOf } from "./credential";
export { isFamiliarHost, parseHost, type ParsedHost } from "./host";
export { parseToken, tokenExpiry, type ParsedToken } from "./token";

/** One account on one host with its own credential, kept as one record: a credential never meets another host. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  /** Origin, for example "https://platform.kore.ai": no path, no trailing slash. */
  readonly host: string;
  readonly accountId: string;
  /** Bot or stream id; sent in the path and as the `iid` header. */
  readonly streamId: string;
  /** True when real people are called through it. */
  readonly production: boolean;
  readonly credential: Credential;
  /** A person has said that this host, which is not the vendor's, is the right one. Asked once, kept here. */
  readonly hostAccepted?: true;
}

/**
 * Reads a record that comes from outside (a secret store, a file, an import). Every field is checked, the host
 * is normalised, and whatever could break out of a header or a path is refused. Reasons never quote a secret.
 */
export function parseConnection(value: unknown): Parsed<Connection> {
  if (!isObject(value)) return refuse("The connection is not a record.");
  const { id, name, host, accountId, streamId, production, credential, hostAccepted } = value;
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
    },
  };
}

/**
 * An account or stream id as typed: white space around it is dropped. It goes into a header and into the path, so
 * it must fit a header (printable Latin-1) and not be a dot segment, which no percent-encoding can neutralise.
 * `label` names the field in the reason, for example "account id".
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
