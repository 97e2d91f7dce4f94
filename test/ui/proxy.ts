import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { selfSigned, type Certificate } from "../unit/node/self-signed";
import { httpServer, type Arrived } from "../unit/node/servers";

/** A proxy on this computer, and behind it a platform in the place of every host: nothing leaves the computer. */
export interface Proxied {
  readonly proxy: string;
  /** What the proxy was asked to connect to, `host:port`, the latest at the end. */
  readonly targets: readonly string[];
  /** What arrived at the platform, out of its encryption. */
  readonly arrived: readonly Arrived[];
  /** Which certificate the platform shows from now on. */
  show(certificate: Certificate): void;
  /** What the proxy answers from now on in the place of a tunnel, as the head of an answer; nothing at all to `""`. */
  refuseWith(head: string | undefined): void;
  /** Empties `targets` and `arrived`. */
  forget(): void;
  close(): Promise<void>;
}

export async function startProxied(answer: (request: IncomingMessage) => string): Promise<Proxied> {
  let show = (_: Certificate): void => undefined;
  const platform = await httpServer(
    (response, request) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(answer(request));
    },
    (listener) => {
      const server = createTlsServer(selfSigned(), listener);
      show = (certificate) => server.setSecureContext(certificate);
      return server;
    },
  );

  const targets: string[] = [];
  let refusal: string | undefined;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
  };
  const proxy = createServer();
  proxy.on("connection", keep);
  proxy.on("connect", ({ url = "" }: IncomingMessage, client: Socket, head: Buffer) => {
    targets.push(url);
    if (refusal === "") return;
    if (refusal !== undefined) return void client.end(`HTTP/1.1 ${refusal}\r\n\r\n`);
    const tunnel = connect(platform.port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      tunnel.write(head);
      client.pipe(tunnel).pipe(client);
    });
    keep(tunnel);
  });
  await new Promise<void>((resolve) => void proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    targets,
    arrived: platform.arrived,
    show: (certificate) => show(certificate),
    refuseWith: (head) => (refusal = head),
    forget: () => {
      targets.length = 0;
      platform.arrived.length = 0;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([platform.close(), new Promise((resolve) => proxy.close(resolve))]);
    },
  };
}
