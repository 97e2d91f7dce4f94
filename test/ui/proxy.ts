import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { selfSigned, type Certificate } from "../unit/node/self-signed";
import { httpServer, type Arrived } from "../unit/node/servers";

/** A local proxy with a platform behind it that replaces every host. Nothing leaves this computer. */
export interface Proxied {
  readonly proxy: string;
  /** The `host:port` of every CONNECT, in order. */
  readonly targets: readonly string[];
  /** The requests that arrived at the platform, decrypted. */
  readonly arrived: readonly Arrived[];
  /** Sets the certificate that the platform presents. */
  show(certificate: Certificate): void;
  /** Sets the status line that the proxy answers instead of a tunnel. With `""` it never answers. */
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
