import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { ClientRequest } from "node:http";
import type { Socket } from "node:net";

/**
 * Detects whether a request can have left this computer. Node announces every request and every response on diagnostics
 * channels. A request leaves only after its connection is open and, for https, its certificate is checked.
 */
export interface Departure {
  /** False only if the request was seen and its connection never opened. In any doubt, true. */
  mayHaveLeft(): boolean;
  /** True if a proxy responded instead of opening a tunnel, so that nothing left. */
  refusedByProxy(): boolean;
  /** Stops watching. The result stays readable. */
  stop(): void;
}

/** Runs `send` and watches the one request that it makes. */
export function watchDeparture<T>(send: () => T): { readonly sending: T; readonly departure: Departure } {
  let state: "unseen" | "connecting" | "open" | "refused" = "unseen";
  const context = new AsyncLocalStorage<true>();
  let seen: ClientRequest | undefined;
  const onSocket = (socket: Socket): void => {
    if (isPlayback(socket)) return;
    if (isOpen(socket)) state = "open";
    else socket.once(isEncrypted(socket) ? "secureConnect" : "connect", () => (state = "open"));
  };
  const onRequest = (request: ClientRequest): void => {
    if (request === seen) return;
    seen = request;
    if (state === "unseen") state = "connecting";
    if (request.socket) onSocket(request.socket);
    else request.once("socket", onSocket);
  };
  const onEnd = ({ socket }: ClientRequest): void => {
    if (state === "open") return;
    if (!socket) state = "connecting";
    else if (isPlayback(socket)) state = "refused";
  };
  const watched = [
    ...STARTS.map((channel) => [channel, onRequest] as const),
    ...ENDS.map((channel) => [channel, onEnd] as const),
  ].map(([channel, hear]) => {
    const onMessage = (message: unknown): void => {
      const request = context.getStore() === undefined ? undefined : requestOf(message);
      if (request !== undefined) hear(request);
    };
    subscribe(channel, onMessage);
    return { channel, onMessage };
  });
  const stop = (): void => {
    for (const { channel, onMessage } of watched) unsubscribe(channel, onMessage);
    // Until then, Node 20 and 22 copy the context to every promise and timer of the process.
    context.disable();
  };
  const departure: Departure = {
    mayHaveLeft: () => state === "unseen" || state === "open",
    refusedByProxy: () => state === "refused",
    stop,
  };
  return { sending: context.run(true, send), departure };
}

/**
 * Node 22 and later publish the first when a request is created. The second is published when the request is complete,
 * before any byte is written, and only once it has a socket: behind a proxy, late or never.
 */
const STARTS = ["http.client.request.created", "http.client.request.start"];
/** Published when the head of a response has arrived, and when there will be none. */
const ENDS = ["http.client.response.finish", "http.client.request.error"];

function requestOf(message: unknown): ClientRequest | undefined {
  if (typeof message !== "object" || message === null || !("request" in message)) return undefined;
  return message.request instanceof ClientRequest ? message.request : undefined;
}

/**
 * A proxy agent replays the proxy's response to a tunnel request on a socket made for it. That socket sends no byte of
 * the request, so Node announces none.
 */
function isPlayback(socket: Socket): boolean {
  return !socket.writable && socket.bytesWritten === 0 && !isEncrypted(socket);
}

/** `secureConnecting` is true from a TLS socket's creation until its certificate has been checked. */
function isOpen(socket: Socket): boolean {
  return !socket.connecting && !("secureConnecting" in socket && socket.secureConnecting === true);
}

function isEncrypted(socket: Socket): boolean {
  return "encrypted" in socket && socket.encrypted === true;
}
