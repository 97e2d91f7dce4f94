import fetch, { type Response } from "node-fetch";
import type { FailureReason, HttpAnswer, HttpResult, Transport } from "../../core/platform/transport";
import { withoutCertificateChecks } from "./certificate-checks";
import { watchDeparture } from "./departure";
import { ACCEPTED_ENCODINGS, inflated } from "./inflate";
import { toNetworkFailure } from "./network-failure";

/**
 * The transport on node-fetch. One attempt on its own connection, no redirects, and Node's own agent and certificate
 * store, so that an editor's proxy and certificate settings apply.
 *
 * In addition to the given headers, node-fetch and Node send `accept: *\/*`, `user-agent: node-fetch`, `content-length`
 * and `host`. This transport adds `accept-encoding` and `connection: close`: on a kept-alive connection that the server
 * has just closed, a failed POST looks like a lost response.
 */
export const fetchTransport: Transport = async (request, { signal, timeoutMs, maxBytes }) => {
  if (signal.aborted)
    return { kind: "failed", left: false, reason: "cancelled", detail: "Canceled before it was sent." };
  const unchecked = withoutCertificateChecks(request.url, process.env);
  if (unchecked !== undefined) return { kind: "failed", left: false, reason: "tls", detail: unchecked };
  const stop = new AbortController();
  let stopped: "cancelled" | "timeout" | undefined;
  const stopAs = (why: "cancelled" | "timeout"): void => {
    stopped ??= why;
    stop.abort();
  };
  const onAbort = (): void => stopAs("cancelled");
  signal.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => stopAs("timeout"), Math.min(timeoutMs, LONGEST_TIMER_MS));
  const { sending, departure } = watchDeparture(() =>
    fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, "accept-encoding": ACCEPTED_ENCODINGS, connection: "close" },
      // Decompressed here, strictly: a truncated body must not look complete.
      compress: false,
      redirect: "manual",
      signal: stop.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    }),
  );
  try {
    const response = await sending;
    if (departure.refusedByProxy()) return wordOfProxy(response);
    return await toAnswer(response, maxBytes, () => stopped);
  } catch (error) {
    const failure = toNetworkFailure(error);
    const left = departure.mayHaveLeft() && !(stopped === undefined && failure.neverLeft);
    return {
      kind: "failed",
      left,
      reason: stopped ?? failure.reason,
      detail: failure.detail,
    } satisfies HttpResult;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    departure.stop();
    stop.abort();
  }
};

/** A timer's longest delay, 2^31 - 1 ms; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** This response is the proxy's, not the host's. */
function wordOfProxy({ status, statusText }: Response): HttpResult {
  const detail = `The proxy answered ${`${status} ${statusText}`.trim()}.`;
  return { kind: "failed", left: false, reason: "proxy", detail };
}

async function toAnswer(
  response: Response,
  maxBytes: number,
  stopped: () => FailureReason | undefined,
): Promise<HttpAnswer> {
  const head = {
    kind: "answered",
    status: response.status,
    headers: Object.fromEntries(response.headers),
  } as const;
  // A redirect's information is in its headers, so its body is not awaited.
  if (response.status >= 300 && response.status < 400) return { ...head, text: "" };
  const { bytes, cut } = await readBody(response, maxBytes, stopped);
  const text = new TextDecoder().decode(bytes);
  return cut === undefined ? { ...head, text } : { ...head, text, cut };
}

/** Reads up to `maxBytes` of the decompressed body. Never throws: the reason for an early end is a value. */
async function readBody(
  response: Response,
  maxBytes: number,
  stopped: () => FailureReason | undefined,
): Promise<{ bytes: Uint8Array; cut?: FailureReason }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const bytes of inflated(response.body ?? [], response.headers.get("content-encoding"))) {
      chunks.push(bytes.subarray(0, maxBytes - size));
      size += bytes.length;
      if (size > maxBytes) return { bytes: Buffer.concat(chunks), cut: "too-large" };
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { bytes: Buffer.concat(chunks), cut: stopped() ?? toNetworkFailure(error).reason };
  }
}
