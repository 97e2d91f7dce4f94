import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { parseToken, tokenExpiry, type ClientCredential } from "../../core/connection/connection";
import { refusals, type Answer } from "./answer";

/** The client of the practice account. It is valid nowhere else, so its secret can be shown. */
export const practiceClient: ClientCredential = {
  kind: "client",
  clientId: "cs-practice-client",
  clientSecret: "practice-secret-that-opens-nothing-else",
};

/**
 * A well-formed token that is valid nowhere: it is signed with the word "practice" and expires in 2100. `claims` extend
 * or replace its own, so that refusals can be practiced too (see `TokenGate`).
 */
export function mintPracticeToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const payload = { sub: "practice", appId: "cs-practice", exp: YEAR_2100_SECONDS, ...claims };
  const parts = [JSON.stringify({ alg: "HS256", typ: "JWT" }), JSON.stringify(payload), "practice"];
  return parts.map((part) => Buffer.from(part).toString("base64url")).join(".");
}

const YEAR_2100_SECONDS = 4_102_444_800;

/**
 * Decides whether a token is accepted. Any well-formed token is valid for the practice account, except:
 * - an `exp` in the past is refused as the vendor refuses it
 * - a token of the practice client must have its signature
 * - a token with a `jti` must meet the vendor's rules: HS256, `appId`, plausible times, at most an hour, each `jti`
 *   once
 * - the claim `"scope": "none"` simulates an app without the scope Campaign Management
 */
export class TokenGate {
  /** The `exp`, in seconds since 1970, of each accepted `jti`, oldest first. */
  readonly #taken = new Map<string, number>();

  /** Undefined when the token is accepted. `now` is in milliseconds since 1970. */
  refusalOf(token: string | undefined, now: number): Answer | undefined {
    if (token === undefined || token === "") return refusals.credentials;
    if (/^bearer\s/i.test(token) || !parseToken(token).valid) return refusals.token;
    const expiresAt = tokenExpiry(token);
    if (expiresAt !== undefined && expiresAt <= now) return refusals.token;
    const claims = partOf(token, 1);
    if (claims["appId"] === practiceClient.clientId && !isSignedByClient(token)) return refusals.token;
    const refused = "jti" in claims ? this.#refusalOfOnce(token, claims, now / 1000) : undefined;
    return refused ?? (claims["scope"] === "none" ? refusals.scope : undefined);
  }

  /** `now` in seconds, as the claims count. */
  #refusalOfOnce(token: string, claims: Record<string, unknown>, now: number): Answer | undefined {
    const { appId, iat, exp, jti } = claims;
    if (partOf(token, 0)["alg"] !== "HS256" || !isText(appId) || !isText(jti)) return refusals.token;
    if (typeof exp !== "number" || exp - now > LONGEST_WITH_JTI_SECONDS) return refusals.longLived;
    if (typeof iat !== "number" || iat > now + SKEW_SECONDS || iat >= exp) return refusals.token;
    // Hashed, because the caller chooses their length.
    const key = createHash("sha256")
      .update(JSON.stringify([appId, jti]))
      .digest("base64");
    if ((this.#taken.get(key) ?? -Infinity) > now) return refusals.replay;
    this.#remember(key, exp, now);
    return undefined;
  }

  /** Expired tokens are refused anyway, so their ids can be forgotten. */
  #remember(key: string, exp: number, now: number): void {
    for (const [known, until] of this.#taken) if (until <= now) this.#taken.delete(known);
    this.#taken.set(key, exp);
    const oldest = this.#taken.keys().next();
    if (this.#taken.size > MAX_TAKEN && oldest.done !== true) this.#taken.delete(oldest.value);
  }
}

/** From the vendor's error text: with a `jti`, "exp" must be <= 1 hour(s). */
const LONGEST_WITH_JTI_SECONDS = 3600;
/** How far the caller's clock may be ahead. */
const SKEW_SECONDS = 60;
/** An hour at 60 calls a minute, for several accounts. */
const MAX_TAKEN = 20_000;

function isSignedByClient(token: string): boolean {
  const dot = token.lastIndexOf(".");
  const expected = createHmac("sha256", practiceClient.clientSecret).update(token.slice(0, dot)).digest();
  const given = Buffer.from(token.slice(dot + 1), "base64url");
  return (
    partOf(token, 0)["alg"] === "HS256" &&
    given.length === expected.length &&
    timingSafeEqual(given, expected)
  );
}

/** The form was checked before, so both parts are JSON objects. */
function partOf(token: string, index: 0 | 1): Record<string, unknown> {
  const part: unknown = JSON.parse(Buffer.from(token.split(".")[index] ?? "", "base64url").toString());
  return Object(part) as Record<string, unknown>;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
