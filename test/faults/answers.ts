import type { Socket } from "node:net";
import type { Bystander, Misbehaviour } from "./server";

/** The building blocks of the faulty server. They write raw bytes, so that no library corrects them. */

type Headers = Readonly<Record<string, string>>;
type Words = string | Buffer | readonly (string | Buffer)[];

const bytesOf = (words: Words): Buffer =>
  typeof words === "string" || Buffer.isBuffer(words)
    ? Buffer.from(words as string)
    : Buffer.concat((words as readonly (string | Buffer)[]).map((part) => Buffer.from(part as string)));

export function head(status: number, headers: Headers = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n`;
}

/** Sends exactly these bytes once the request is complete, then ends the connection. */
export function says(...words: readonly (string | Buffer)[]): Misbehaviour {
  return { at: "request", does: (socket) => void socket.end(bytesOf(words)) };
}

/** A well-formed answer. */
export function answer(status: number, body: string | Buffer = "", headers: Headers = {}): Misbehaviour {
  const length = String(Buffer.byteLength(body));
  return says(head(status, { "content-length": length, connection: "close", ...headers }), body);
}

export function json(status: number, value: unknown, headers: Headers = {}): Misbehaviour {
  return answer(status, JSON.stringify(value), { "content-type": "application/json", ...headers });
}

export function page(status: number, title: string): Misbehaviour {
  const html = `<!doctype html><html><head><title>${title}</title><style>a{}</style></head><body><script>alert(1)</script><p>nginx</p></body></html>`;
  return answer(status, html, { "content-type": "text/html" });
}

/** Sends these bytes, then calls `then` with the connection. */
export function saysThen(words: Words, then: (socket: Socket) => void): Misbehaviour {
  return { at: "request", does: (socket) => void socket.write(bytesOf(words), () => then(socket)) };
}

export function silent(): void {
  // Leaves the connection open and sends nothing more.
}

export function breaks(socket: Socket): void {
  socket.resetAndDestroy();
}

/** Accepts the connection, and resets it before it reads a byte. */
export function ignoresAndBreaks(socket: Socket): void {
  socket.pause();
  // On a busy machine, a reset without waiting for bytes may come before the client is connected.
  socket.once("readable", () => breaks(socket));
}

/** Sends the bytes repeatedly, until the client disconnects. */
export function every(milliseconds: number, words: string | Buffer, most = Infinity) {
  return (socket: Socket): void => {
    let left = most;
    const timer = setInterval(() => {
      if (left-- <= 0 || !socket.writable) clearInterval(timer);
      else if (socket.writableLength < 1_048_576) socket.write(words);
    }, milliseconds).unref();
    socket.on("close", () => clearInterval(timer));
  };
}

/** Sends as much as the client accepts, up to `bytes`. */
export function pours(bytes: number) {
  return (socket: Socket): void => {
    const chunk = Buffer.alloc(65_536, "x");
    let left = bytes;
    const pour = (): void => {
      while (left > 0 && socket.writable) {
        left -= chunk.length;
        if (!socket.write(chunk)) return void socket.once("drain", pour);
      }
      if (left <= 0) socket.end();
    };
    pour();
  };
}

export function redirect(status: number, to: (bystander: Bystander) => string): Misbehaviour {
  return {
    at: "request",
    does: (socket, bystander) => {
      const headers = { location: to(bystander), "content-length": "5", connection: "close" };
      socket.end(`${head(status, headers)}moved`);
    },
  };
}

/** The same on an encrypted connection. */
export function encrypted(misbehaviour: Misbehaviour): Misbehaviour {
  return { ...misbehaviour, encrypted: true };
}
