import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { ClientRequest } from "node:http";
import type { Socket } from "node:net";

/**
 * Whether a request can have left this computer, seen from outside the client library: Node announces every
 * request on a diagnostics channel, and a request leaves only once its connection (for https: its encrypted
 * connection, certificate checked) is open.
 */
export interface Departure {
  /** False only while the request was seen and its connection never opened; in every doubt true. */
  mayHaveLeft(): boolean;
  /** Stops watching. The answer stays readable. */
  stop(): void;
}

/** Runs `send` and watches the one request that it makes. */
export function watchDeparture<T>(send: () => T): { readonly sending: T; readonly departure: Departure } {
  let state: "unseen" | "connecting" | "open" = "unseen";
  const context = new AsyncLocalStorage<true>();
  const onSocket = (socket: Socket): void => {
    if (isOpen(socket)) state = "open";
    else socket.once(isEncrypted(socket) ? "secureConnect" : "connect", () => (state = "open"));
  };
  const onRequest = (message: unknown): void => {
    if (context.getStore() === undefined) return;
    const request = requestOf(message);
    if (request === undefined) return;
    if (state === "unseen") state = "connecting";
    if (request.socket) onSocket(request.socket);
    else request.once("socket", onSocket);
  };
  subscribe(CHANNEL, onRequest);
  const stop = (): void => void unsubscribe(CHANNEL, onRequest);
  return { sending: context.run(true, send), departure: { mayHaveLeft: () => state !== "connecting", stop } };
}

/** Published when a request has been handed over whole, which is before any byte of it is written. */
const CHANNEL = "http.client.request.start";

function requestOf(message: unknown): ClientRequest | undefined {
  if (typeof message !== "object" || message === null || !("request" in message)) return undefined;
  return message.request instanceof ClientRequest ? message.request : undefined;
}

/** `secureConnecting` is true from a TLS socket's creation until its certificate has been checked. */
function isOpen(socket: Socket): boolean {
  return !socket.connecting && !("secureConnecting" in socket && socket.secureConnecting === true);
}

function isEncrypted(socket: Socket): boolean {
  return "encrypted" in socket && socket.encrypted === true;
}
