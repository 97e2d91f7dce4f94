/**
 * The only port through which a request leaves; `src/node/http/fetch-transport.ts` implements it. Contract: a transport
 * makes at most one attempt, never follows a redirect, and never throws for external failures. An exception from a
 * transport is a bug.
 */
export type Transport = (request: HttpRequest, options: TransportOptions) => Promise<HttpResult>;

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT";
  /** Absolute and percent-encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TransportOptions {
  /** Aborting it cancels; the result then shows whether the request may have left. */
  readonly signal: AbortSignal;
  /** Milliseconds for the whole exchange: connecting, headers and body of the response. */
  readonly timeoutMs: number;
  /** Maximum bytes of the response, counted after decompression. */
  readonly maxBytes: number;
}

export type HttpResult = HttpAnswer | HttpFailure;

/** A status line and its headers arrived. */
export interface HttpAnswer {
  readonly kind: "answered";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, or the part that arrived if `cut` is set. */
  readonly text: string;
  /** Why the body ended early. Absent if it is complete. */
  readonly cut?: FailureReason;
}

/** No status line arrived. */
export interface HttpFailure {
  readonly kind: "failed";
  /** False only if it is certain that the server did not receive the request. */
  readonly left: boolean;
  readonly reason: FailureReason;
  /** The network's error text, for the log and a tooltip. It may contain the address, so it is redacted before use. */
  readonly detail: string;
}

/**
 * - `refused`: no server listens at the address
 * - `dns`: the name has no address
 * - `tls`: no trusted encrypted connection
 * - `unreachable`: no route to the address
 * - `proxy`: a proxy refused the request
 * - `timeout`: the time limit was reached
 * - `reset`: the connection broke
 * - `cancelled`: the caller's signal was aborted
 * - `too-large`: the response exceeds the limit
 * - `unreadable`: the response is not HTTP, or its compression is broken
 * - `other`: anything else
 */
export type FailureReason =
  | "refused"
  | "dns"
  | "tls"
  | "unreachable"
  | "proxy"
  | "timeout"
  | "reset"
  | "cancelled"
  | "too-large"
  | "unreadable"
  | "other";

/** 1 MiB. The documented response takes about 2 KiB, so anything near this is not the vendor's. */
export const DEFAULT_MAX_BYTES = 1_048_576;

/** 30 seconds, the default of the setting `campaignJson.submit.timeoutSeconds`. */
export const DEFAULT_TIMEOUT_MS = 30_000;
