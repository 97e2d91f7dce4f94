import type { FailureReason } from "./transport";

/**
 * What became of one request. The five questions a person asks (was it created, why not, may I send again,
 * who must act, when) are answered by `kind` alone; `describeOutcome` puts it in words.
 */
export type Outcome =
  Accepted | Rejected | Unauthorized | RateLimited | Redirected | NotSent | Unknown | Cancelled;

/** The platform took it. */
export interface Accepted {
  readonly kind: "accepted";
  readonly httpStatus: number;
  /** Absent when the answer says success and carries no id: still accepted, to be found by name. */
  readonly campaignId?: string;
  /** The campaign's own state; right after creating it is "Preparing": accepted, not yet running. */
  readonly state?: string;
  readonly message: string;
  /** The parsed answer, secrets removed. */
  readonly response: unknown;
}

/** The platform said no: nothing was created. */
export interface Rejected {
  readonly kind: "rejected";
  readonly httpStatus: number;
  /** The server's own words, in its order. Empty when it gave none. */
  readonly messages: readonly string[];
  /** The code inside the vendor's envelope, not the HTTP status. */
  readonly code?: number;
  readonly response: unknown;
}

/** The platform did not take the credential: nothing was created. */
export interface Unauthorized {
  readonly kind: "unauthorized";
  readonly httpStatus: number;
  readonly why: UnauthorizedWhy;
  readonly messages: readonly string[];
  readonly response: unknown;
}

/**
 * - `expired`: the token's time has passed
 * - `token`: the token is not valid (wrong secret, wrong algorithm)
 * - `client`: a token minted for this very request is not valid: wrong client id or secret, or a wrong clock
 * - `replay`: the token has a `jti` and was taken before
 * - `scope`: "Campaign Management" is not granted or not published
 * - `credentials`: wrong account or stream id, or no token
 * - `gateway`: a firewall, a proxy or a gateway refused it, not the platform
 * - `other`: the server gave no reason that is known
 */
export type UnauthorizedWhy =
  "expired" | "token" | "client" | "replay" | "scope" | "credentials" | "gateway" | "other";

/** Too many calls: nothing was created. The limit is 60 a minute for the account. */
export interface RateLimited {
  readonly kind: "rate-limited";
  readonly httpStatus: number;
  /** Seconds, when the server said so; more than 0 and at most a day. */
  readonly retryAfterSeconds?: number;
  readonly messages: readonly string[];
  readonly response: unknown;
}

/** The server pointed elsewhere; nothing was followed, and the credential went nowhere else. */
export interface Redirected {
  readonly kind: "redirected";
  readonly httpStatus: number;
  /** As the server wrote it; absent when it gave none. */
  readonly location?: string;
}

/** The request never left whole: nothing was created, and it is safe to try again. */
export interface NotSent {
  readonly kind: "not-sent";
  readonly reason: NotSentReason;
  readonly detail: string;
}

/** `token-expired` and `invalid-connection` are refusals of our own, before anything is opened. */
export type NotSentReason = FailureReason | "token-expired" | "invalid-connection";

/** The request may have been carried out: **it may have been created**. */
export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly httpStatus?: number;
  readonly detail: string;
  /** The server's own words; absent where it gave none that can be read. */
  readonly messages?: readonly string[];
  /** The parsed answer or its text, when there was one. */
  readonly response?: unknown;
}

/**
 * Beyond what the transport reports:
 * - `gateway`: 5xx without the vendor's envelope; 408, 425, 460, 499, 502, 503 and 504 without the code of a refusal
 *   in it, or the code of one of these in an envelope
 * - `not-json`: success status, no readable JSON
 * - `unexpected`: readable JSON that says neither success nor failure, says both, or says success with an error status
 */
export type UnknownReason = FailureReason | "gateway" | "not-json" | "unexpected";

/** Stopped before it left: nothing was created. */
export interface Cancelled {
  readonly kind: "cancelled";
}
