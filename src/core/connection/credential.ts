import { isObject } from "../text/json-guards";
import { refuse, type Parsed } from "../text/parsed";
import { LONGEST_TOKEN, tokenExpiry } from "./token";

/** The credentials of an account: a token, or a client ID and secret that sign one for each request. */
export type Credential = TokenCredential | ClientCredential;

export interface TokenCredential {
  readonly kind: "token";
  readonly token: string;
}

/** From the vendor's page of the app: Dev Tools > API Scope. The ID is not a secret. */
export interface ClientCredential {
  readonly kind: "client";
  readonly clientId: string;
  /** Used as the UTF-8 bytes of its text, also where it looks like Base64. */
  readonly clientSecret: string;
}

/** Reads an untrusted credential. Reasons quote no secret. */
export function parseCredential(value: unknown): Parsed<Credential> {
  if (!isObject(value)) return refuse("The connection has no credential of a known kind.");
  switch (value["kind"]) {
    case "token":
      return parseTokenCredential(value["token"]);
    case "client":
      return parseClient(value["clientId"], value["clientSecret"]);
    default:
      return refuse("The connection has no credential of a known kind.");
  }
}

/** Reads the typed client ID, the `appId` of a minted token, without white space around it. */
export function parseClientId(value: unknown): Parsed<string> {
  if (typeof value !== "string" || value.trim() === "") return refuse("The client id is missing.");
  const clientId = value.trim();
  if (clientId.length > LONGEST_CLIENT_ID)
    return refuse(
      `The client id is too long: it has ${clientId.length} characters, and at most ${LONGEST_CLIENT_ID} are allowed.`,
    );
  return VISIBLE_ASCII.test(clientId)
    ? { valid: true, value: clientId }
    : refuse("The client id has a character in it that no id has; it may have been joined while copying.");
}

/** Without white space around the secret, which copying adds. White space inside belongs to the secret. */
export function parseClientSecret(value: unknown): Parsed<string> {
  if (typeof value !== "string" || value.trim() === "") return refuse("The client secret is missing.");
  const clientSecret = value.trim();
  if (clientSecret.length > LONGEST_SECRET)
    return refuse(
      `The client secret is too long: it has ${clientSecret.length} characters, and at most ${LONGEST_SECRET} are allowed. Copy the secret alone.`,
    );
  if (/\p{Cc}/u.test(clientSecret) || !clientSecret.isWellFormed())
    return refuse("The client secret has a line end or control character inside; copy it again.");
  if (clientSecret.length < SHORTEST_SECRET)
    return refuse("The client secret is too short; it may have been cut while copying.");
  return { valid: true, value: clientSecret };
}

/**
 * When the credential expires, in milliseconds since 1970; undefined if it does not expire or does not contain a date.
 */
export function credentialExpiry(credential: Credential): number | undefined {
  return credential.kind === "token" ? tokenExpiry(credential.token) : undefined;
}

/** The texts to redact. Tokens that are minted from the credential are redacted in addition. */
export function secretsOf(credential: Credential): readonly string[] {
  return [credential.kind === "token" ? credential.token : credential.clientSecret];
}

const VISIBLE_ASCII = /^[\u0021-\u007e]+$/;
/** Printable Latin-1: what a header may carry (RFC 9110 §5.5) without the tab. */
const HEADER_SAFE = /^[\u0020-\u007e\u00a0-\u00ff]+$/;
/**
 * In UTF-16 units. The platform's secrets have more than forty; a short one could not be distinguished from other text
 * in a log.
 */
const SHORTEST_SECRET = 8;
/** In UTF-16 units, as for a token. A secret for HS256 has about 64. */
const LONGEST_SECRET = LONGEST_TOKEN;
/** In UTF-16 units. The platform's IDs have about forty. The ID is part of each minted token. */
const LONGEST_CLIENT_ID = 1_024;

function parseTokenCredential(token: unknown): Parsed<Credential> {
  if (typeof token !== "string" || token.trim() === "") return refuse("The connection has no token.");
  if (token.trim().length > LONGEST_TOKEN)
    return refuse(`The token is longer than ${LONGEST_TOKEN} characters, so it cannot be sent.`);
  if (!HEADER_SAFE.test(token.trim())) return refuse("The token has a character in it that cannot be sent.");
  return { valid: true, value: { kind: "token", token: token.trim() } };
}

function parseClient(id: unknown, secret: unknown): Parsed<Credential> {
  const clientId = parseClientId(id);
  if (!clientId.valid) return clientId;
  const clientSecret = parseClientSecret(secret);
  if (!clientSecret.valid) return clientSecret;
  return {
    valid: true,
    value: { kind: "client", clientId: clientId.value, clientSecret: clientSecret.value },
  };
}
