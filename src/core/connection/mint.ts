import { SignJWT } from "jose";
import type { ClientCredential, Credential } from "./credential";

export interface MintOptions {
  /** From `iat` to `exp`; more than 0 and at most 300, the default. */
  readonly lifetimeSeconds?: number;
  /** A new text each time, because an app that enforces `jti` accepts each once. */
  readonly randomId: () => string;
}

/** 5 minutes, so that a leaked token soon becomes useless. The platform allows an hour with a `jti`. */
const LONGEST_LIFETIME_SECONDS = 300;

/** How far `iat` is in the past, for a computer whose clock is ahead of the platform's. */
const SKEW_SECONDS = 5;

/**
 * A token for one request, signed with HS256 and the client secret. `now` is in milliseconds since 1970. The claim must
 * be named `appId`; `sub` names the client itself (RFC 7523 §3), because no person signs in. Throws if the lifetime is
 * out of bounds, which is a bug.
 */
export function mintToken(
  { clientId, clientSecret }: ClientCredential,
  now: number,
  { lifetimeSeconds = LONGEST_LIFETIME_SECONDS, randomId }: MintOptions,
): Promise<string> {
  if (!(lifetimeSeconds > 0 && lifetimeSeconds <= LONGEST_LIFETIME_SECONDS))
    throw new RangeError(`A token lives at most ${LONGEST_LIFETIME_SECONDS} seconds.`);
  const issuedAt = Math.floor(now / 1000) - SKEW_SECONDS;
  return new SignJWT({ appId: clientId })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(clientId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(Math.floor(issuedAt + lifetimeSeconds))
    .setJti(randomId())
    .sign(new TextEncoder().encode(clientSecret));
}

/** The token of one request: the stored one, or one minted for this request. */
export async function tokenFor(credential: Credential, now: number, randomId: () => string): Promise<string> {
  return credential.kind === "token" ? credential.token : mintToken(credential, now, { randomId });
}
