/**
 * The one narrow port through which a request leaves. `src/node/http/fetch-transport.ts` is the real one.
 *
 * Contract: a transport makes at most one attempt, never follows a redirect, and never throws for what the
 * world does. A throw out of a transport is a bug.
 */
export type Transport = (request: HttpRequest, options: TransportOptions) => Promise<HttpResult>;

export interface HttpRequest {
  readonly method: "GET" | "POST";
  /** Absolute and already percent-encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TransportOptions {
  /** Aborting it cancels; the result then says whether the request may have left. */
  readonly signal: AbortSignal;
  /** Milliseconds for the whole exchange: connecting, the headers and the body of the answer. */
  readonly timeoutMs: number;
  /** Most bytes of answer that are read, counted after decompression. */
  readonly maxBytes: number;
}

export type HttpResult = HttpAnswer | HttpFailure;

/** A status line and its headers arrived. */
export interface HttpAnswer {
  readonly kind: "answered";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, or as much of it as arrived when `cut` is set. */
  readonly text: string;
  /** Why the body ended early. Absent when it arrived whole. */
  readonly cut?: FailureReason;
}

/** No status line arrived. */
export interface HttpFailure {
  readonly kind: "failed";
  /** False only when it is proven that the server cannot have received the request. */
  readonly left: boolean;
  readonly reason: FailureReason;
  /** For the log and a tooltip: what the network said. May quote the address, so it is redacted before use. */
  readonly detail: string;
}

/**
 * - `refused`: nothing listens there
 * - `dns`: the name has no address
 * - `tls`: no trusted encrypted connection
 * - `unreachable`: no route to the address
 * - `proxy`: a proxy stood between and said no
 * - `timeout`: the time allowed ran out
 * - `reset`: the connection broke
 * - `cancelled`: the person's signal
 * - `too-large`: the answer is bigger than allowed
 * - `unreadable`: the answer is not HTTP, or its compression is broken
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

/** 1 MiB. The documented answer is some 2 KiB, so anything near this is not the vendor's. */
export const DEFAULT_MAX_BYTES = 1_048_576;

/** 30 seconds, the default of the setting `campaignJson.submit.timeoutSeconds`. */
export const DEFAULT_TIMEOUT_MS = 30_000;
