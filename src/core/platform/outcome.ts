import type { FailureReason } from "./transport";

/**
 * The result of one request. `kind` alone answers a person's questions: was it created, why not, can I send it again,
 * who must act, when. `describeOutcome` has the texts.
 */
export type Outcome =
  Accepted | Rejected | Unauthorized | RateLimited | Redirected | NotSent | Unknown | Cancelled;

/** The platform accepted the campaign. */
export interface Accepted {
  readonly kind: "accepted";
  readonly httpStatus: number;
  /** Absent when the response reports success without an id: still accepted, to be found by name. */
  readonly campaignId?: string;
  /** The campaign's state. Right after creation it is "Preparing": accepted but not running. */
  readonly state?: string;
  readonly message: string;
  /** The parsed response, with secrets removed. */
  readonly response: unknown;
}

/** The platform refused the campaign: nothing was created. */
export interface Rejected {
  readonly kind: "rejected";
  readonly httpStatus: number;
  /** The server's messages, in its order. Empty if it sent none. */
  readonly messages: readonly string[];
  /** The code in the vendor's envelope, not the HTTP status. */
  readonly code?: number;
  readonly response: unknown;
}

/** The platform did not accept the credential: nothing was created. */
export interface Unauthorized {
  readonly kind: "unauthorized";
  readonly httpStatus: number;
  readonly why: UnauthorizedWhy;
  readonly messages: readonly string[];
  readonly response: unknown;
}

/**
 * - `expired`: the token has expired
 * - `token`: the token is invalid (wrong secret, wrong algorithm)
 * - `client`: a token minted for this request is invalid: wrong client id, secret or clock
 * - `replay`: the token has a `jti` and was used before
 * - `scope`: "Campaign Management" is not granted or not published
 * - `credentials`: wrong account or stream id, or no token
 * - `gateway`: a firewall, proxy or gateway refused it, not the platform
 * - `other`: the server gave no known reason
 */
export type UnauthorizedWhy =
  "expired" | "token" | "client" | "replay" | "scope" | "credentials" | "gateway" | "other";

/** Rate limit: nothing was created. The limit is 60 calls a minute per account. */
export interface RateLimited {
  readonly kind: "rate-limited";
  readonly httpStatus: number;
  /** Seconds from the server's response; more than 0 and at most a day. */
  readonly retryAfterSeconds?: number;
  readonly messages: readonly string[];
  readonly response: unknown;
}

/** A redirect. It was not followed, and the credential was not sent to its target. */
export interface Redirected {
  readonly kind: "redirected";
  readonly httpStatus: number;
  /** As the server sent it; absent if it sent none. */
  readonly location?: string;
}

/** The request was never completely sent: nothing was created, and it is safe to try again. */
export interface NotSent {
  readonly kind: "not-sent";
  readonly reason: NotSentReason;
  readonly detail: string;
}

/** `token-expired` and `invalid-connection` are found before a connection is opened. */
export type NotSentReason = FailureReason | "token-expired" | "invalid-connection";

/** The request may have been executed: **the campaign may have been created**. */
export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly httpStatus?: number;
  readonly detail: string;
  /** The server's messages; absent if there are no readable ones. */
  readonly messages?: readonly string[];
  /** The parsed response or its text, if there was one. */
  readonly response?: unknown;
}

/**
 * In addition to the reasons of the transport:
 * - `gateway`: 5xx without the vendor's envelope; 408, 425, 460, 499, 502, 503 and 504, unless the envelope has a
 *   refusal code; or one of these codes in an envelope
 * - `not-json`: success status, no readable JSON
 * - `unexpected`: readable JSON that reports neither success nor failure, or both, or success with an error status
 */
export type UnknownReason = FailureReason | "gateway" | "not-json" | "unexpected";

/** Canceled before it was sent: nothing was created. */
export interface Cancelled {
  readonly kind: "cancelled";
}

/** Whether a call ended because the person stopped it, before or after it was sent. */
export function isStopped(outcome: Outcome): boolean {
  return outcome.kind === "cancelled" || (outcome.kind === "unknown" && outcome.reason === "cancelled");
}

/** Whether no response came from the server. */
export function isUnreached(outcome: Outcome): boolean {
  if (outcome.kind === "not-sent")
    return outcome.reason !== "token-expired" && outcome.reason !== "invalid-connection";
  // A response in an unexpected form is a response, too.
  return outcome.kind === "unknown" && outcome.httpStatus === undefined && outcome.reason !== "unexpected";
}
