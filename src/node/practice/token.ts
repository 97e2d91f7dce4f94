import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { parseToken, tokenExpiry, type ClientCredential } from "../../core/connection/connection";
import { refusals, type Answer } from "./answer";

/** The app of the practice account. It opens nothing else, so its secret may be shown. */
export const practiceClient: ClientCredential = {
  kind: "client",
  clientId: "cs-practice-client",
  clientSecret: "practice-secret-that-opens-nothing-else",
};

/**
 * A token of the right form that opens nothing: it is signed with the word "practice". It runs until the year 2100.
 * `claims` are added to it or replace its own, so that a refusal can be practised too (see `TokenGate`).
 */
export function mintPracticeToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const payload = { sub: "practice", appId: "cs-practice", exp: YEAR_2100_SECONDS, ...claims };
  const parts = [JSON.stringify({ alg: "HS256", typ: "JWT" }), JSON.stringify(payload), "practice"];
  return parts.map((part) => Buffer.from(part).toString("base64url")).join(".");
}

const YEAR_2100_SECONDS = 4_102_444_800;

/**
 * Why tokens are not taken. Any token of the right form opens the practice account, except that:
 * - `exp` in the past is refused as the vendor refuses it
 * - one of the practice client must bear its signature
 * - one with a `jti` is held to what the vendor asks of those: HS256, `appId`, times that make sense, an hour at
 *   most, and each `jti` once
 * - the claim `"scope": "none"` stands for an app without the scope Campaign Management
 */
export class TokenGate {
  /** `exp` in seconds since 1970 of each `jti` that was taken, oldest first. */
  readonly #taken = new Map<string, number>();

  /** Undefined when it is taken. `now` is in milliseconds since 1970. */
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
    // A hash, because a caller chooses how long these are.
    const key = createHash("sha256")
      .update(JSON.stringify([appId, jti]))
      .digest("base64");
    if ((this.#taken.get(key) ?? -Infinity) > now) return refusals.replay;
    this.#remember(key, exp, now);
    return undefined;
  }

  /** What has run out is refused for that alone, and need not be remembered. */
  #remember(key: string, exp: number, now: number): void {
    for (const [known, until] of this.#taken) if (until <= now) this.#taken.delete(known);
    this.#taken.set(key, exp);
    const oldest = this.#taken.keys().next();
    if (this.#taken.size > MOST_TAKEN && oldest.done !== true) this.#taken.delete(oldest.value);
  }
}

/** From the vendor's own refusal: with a `jti`, "exp" must be <= 1 hour(s). */
const LONGEST_WITH_JTI_SECONDS = 3600;
/** How far ahead of this clock the caller's may be. */
const SKEW_SECONDS = 60;
/** An hour at the platform's 60 calls a minute, for a few accounts. */
const MOST_TAKEN = 20_000;

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

/** The form has been checked, so both parts are JSON objects. */
function partOf(token: string, index: 0 | 1): Record<string, unknown> {
  const part: unknown = JSON.parse(Buffer.from(token.split(".")[index] ?? "", "base64url").toString());
  return Object(part) as Record<string, unknown>;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
