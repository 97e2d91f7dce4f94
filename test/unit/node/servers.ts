import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from "node:net";
import type { Connection } from "../../../src/core/connection/connection";
import type { Outcome } from "../../../src/core/platform/outcome";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { mintPracticeToken } from "../../../src/node/practice/server";

/** One request as it arrived, with its headers in the original order and case. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly arrived: Arrived[];
  /** Bytes received on any connection. */
  bytes(): number;
  connections(): number;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers every complete request with `answer`. */
export function httpServer(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  createIt: (listener: (request: IncomingMessage, response: ServerResponse) => void) => Server = createServer,
): Promise<TestServer> {
  const arrived: Arrived[] = [];
  const server = createIt((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => undefined);
    request.on("end", () => {
      const { method = "", url = "", rawHeaders, headers } = request;
      arrived.push({ method, url, rawHeaders, headers, body: Buffer.concat(chunks).toString() });
      answer(response, request);
    });
  });
  return listening(server, arrived, "http");
}

/** A plain TCP server on loopback, for behavior that no HTTP server has. */
export function tcpServer(onSocket: (socket: Socket) => void): Promise<TestServer> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    onSocket(socket);
  });
  return listening(server, [], "http");
}

export async function listening(server: TcpServer, arrived: Arrived[], scheme: string): Promise<TestServer> {
  let bytes = 0;
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // A test that fails before it closes its server must not block the run.
  server.unref();
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => void server.close(() => resolve()));
  };
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    port,
    arrived,
    bytes: () => bytes,
    connections: () => connections,
    close,
  };
}

export function connectionTo(host: string, changes: Partial<Connection> = {}): Connection {
  return {
    id: "test",
    name: "Test",
    host,
    accountId: "account-1",
    streamId: "st-1",
    production: false,
    credential: { kind: "token", token: mintPracticeToken() },
    ...changes,
  };
}

/** Submits a small body through the real transport. */
export async function outcomeAt(
  host: string,
  { timeoutMs = 2000, signal = new AbortController().signal, body = "{}" } = {},
): Promise<Outcome> {
  const connection = connectionTo(host);
  const submission = await submitCampaign({
    connection,
    body,
    transport: fetchTransport,
    signal,
    timeoutMs,
    now: Date.now,
  });
  return submission.outcome;
}
