import { createServer, request } from "node:http";
import { connect } from "node:net";

/**
 * Starts a proxy for VS Code's server on a loopback address. It forwards all requests but one, which code-server's own
 * program would answer: the workbench requests `/mint-key` for the key that encrypts its secrets. Without a response,
 * the secrets are lost when the page is closed.
 * @param {{ serverPort: number, port: number, secretKey: Buffer }} options `port` 0 selects a free one
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function openFrontDoor({ serverPort, port, secretKey }) {
  /** @type {Set<import("node:stream").Duplex>} */
  const open = new Set();
  const server = createServer((incoming, response) => {
    if (incoming.method === "POST" && incoming.url?.split("?")[0] === "/mint-key") {
      response.end(secretKey);
      return;
    }
    const onward = request(
      {
        host: "127.0.0.1",
        port: serverPort,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    incoming.pipe(onward);
  });
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.on("upgrade", (incoming, socket, head) => {
    const onward = connect(serverPort, "127.0.0.1", () => {
      onward.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${rawHeaders(incoming.rawHeaders)}\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ]) {
      one?.on("error", () => other?.destroy());
      one?.on("close", () => other?.destroy());
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The front door has no port.");
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** @param {string[]} pairs name, value, name, value … */
function rawHeaders(pairs) {
  let text = "";
  for (let i = 0; i < pairs.length; i += 2) text += `${pairs[i]}: ${pairs[i + 1]}\r\n`;
  return text;
}
