import { SignJWT } from "jose";
import type { ClientCredential, Credential } from "./credential";

export interface MintOptions {
  /** From `iat` to `exp`; more than 0 and at most 300, the default. */
  readonly lifetimeSeconds?: number;
  /** A new text each time: an app that enforces `jti` takes each once. */
  readonly randomId: () => string;
}

/** 5 minutes: a token that leaks is of no use soon after. The platform allows an hour with a `jti`. */
const LONGEST_LIFETIME_SECONDS = 300;

/** `iat` lies this far in the past, for a computer whose clock is ahead of the platform's. */
const SKEW_SECONDS = 5;

/**
 * A token for one request, signed with HS256 and the client secret. `now` is in milliseconds since 1970. The claim is
 * `appId`, exactly so; `sub` names the client itself (RFC 7523 §3), since no person signs in. A lifetime out of
 * bounds is a bug and throws.
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

/** The token of one request: the ready one, or one minted for it alone. */
export async function tokenFor(credential: Credential, now: number, randomId: () => string): Promise<string> {
  return credential.kind === "token" ? credential.token : mintToken(credential, now, { randomId });
}
