import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { selfSigned } from "../unit/node/self-signed";

/** The fault of a server on a connection, and its stage. */
export interface Misbehaviour {
  /** When the connection opens, at its first byte, or when the complete request has arrived. */
  readonly at: "connection" | "first-byte" | "request";
  /** `received` is the data that has arrived so far, as Latin-1. */
  readonly does: (socket: Socket, bystander: Bystander, received: string) => void;
  readonly encrypted?: true;
}

/** A server next to the intended one. It must never receive anything. */
export interface Bystander {
  /** The same host with another port. */
  readonly otherPort: string;
  /** Another host. */
  readonly otherHost: string;
}

export interface Counted {
  readonly port: number;
  connections(): number;
  bytes(): number;
  /** The number of requests that began to arrive. */
  requests(): number;
  /** The received data, as Latin-1. */
  text(): string;
  close(): Promise<void>;
}

/** A certificate for 127.0.0.1 only. A client trusts it only if it is configured. */
export const certificate = selfSigned();

/** Calls `onStage` at each stage of each connection, after the server's action at that stage. */
export function startFaultServer(
  { at, does, encrypted }: Misbehaviour,
  bystander: Bystander,
  onStage: (stage: Misbehaviour["at"]) => void = () => undefined,
): Promise<Counted> {
  const create = encrypted ? createTlsServer.bind(undefined, certificate) : createServer;
  const server = create();
  return listen(server, encrypted ? "secureConnection" : "connection", (socket) => {
    let received = "";
    const reach = (stage: Misbehaviour["at"]): void => {
      if (stage === at) does(socket, bystander, received);
      onStage(stage);
    };
    reach("connection");
    let whole = false;
    socket.on("data", (chunk: Buffer) => {
      const first = received === "";
      received += chunk.toString("latin1");
      if (first) reach("first-byte");
      if (whole || !isWhole(received)) return;
      whole = true;
      reach("request");
    });
  });
}

/** A server that responds to every request with success, so that a test detects any contact. */
export async function startBystander(): Promise<Bystander & Counted> {
  const counted = await listen(createServer(), "connection", (socket) =>
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")),
  );
  const { port } = counted;
  return { ...counted, otherPort: `http://127.0.0.1:${port}`, otherHost: `http://localhost:${port}` };
}

async function listen(server: Server, event: string, onSocket: (socket: Socket) => void): Promise<Counted> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let bytes = 0;
  let text = "";
  server.on("connection", (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
  });
  server.on("tlsClientError", () => undefined);
  server.on(event, (socket: Socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    onSocket(socket);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // A test that fails before it closes its server must not keep the process alive.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    bytes: () => bytes,
    requests: () => text.split(/(?:POST|PUT) \//).length - 1,
    text: () => text,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function isWhole(received: string): boolean {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end))?.[1] ?? "0";
  return received.length >= end + 4 + Number(length);
}
