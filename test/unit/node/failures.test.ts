import assert from "node:assert/strict";
import { createServer as createTlsServer } from "node:https";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { fetchTransport } from "../../../src/node/fetch-transport";
import { selfSigned } from "./self-signed";
import { httpServer, outcomeAt, tcpServer, type TestServer } from "./servers";

const SUCCESS = '{"status":"success","message":"ok","data":{"id":"cd-1","status":"Preparing"}}';

/** 64 KiB that unpack to 64 MiB. */
const GZIP_BOMB = gzipSync(Buffer.alloc(2 ** 26));

/** Kind, then the reason where there is one. */
async function verdictAt(
  host: string,
  options: Parameters<typeof outcomeAt>[1] = {},
): Promise<readonly string[]> {
  const outcome = await outcomeAt(host, options);
  return "reason" in outcome ? [outcome.kind, outcome.reason] : [outcome.kind];
}

describe("an answer over a real socket", () => {
  const json = (status: number, text: string) => (response: ServerResponse) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(text);
  const cases: readonly (readonly [string, (response: ServerResponse) => void, ...string[]])[] = [
    ["success", json(200, SUCCESS), "accepted"],
    [
      "success, compressed",
      (r) => r.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(SUCCESS)),
      "accepted",
    ],
    ["an error envelope with 200", json(200, '{"errors":[{"msg":"no","code":412}]}'), "rejected"],
    ["a page with 200", json(200, "<!doctype html><title>Sign in</title>"), "unknown", "not-json"],
    ["204", (r) => r.writeHead(204).end(), "unknown", "not-json"],
    ["truncated JSON", json(200, SUCCESS.slice(0, 30)), "unknown", "not-json"],
    ["a page with 502", json(502, "<html>"), "unknown", "gateway"],
    [
      "a length longer than the body",
      (r) => {
        r.writeHead(200, { "content-length": 5000 });
        r.write(SUCCESS, () => r.destroy());
      },
      "unknown",
      "reset",
    ],
    ["chunks without an end", (r) => r.write(SUCCESS, () => r.destroy()), "unknown", "reset"],
    ["a body that stalls", (r) => void r.write(SUCCESS.slice(0, 10)), "unknown", "timeout"],
    ["no answer", () => undefined, "unknown", "timeout"],
    ["a reset before the answer", (r) => r.destroy(), "unknown", "reset"],
    ["a body over the limit", (r) => r.end(`"${"x".repeat(2 ** 21)}"`), "unknown", "too-large"],
    [
      "a body that never ends",
      (r) => void setInterval(() => r.write("x".repeat(65_536)), 1).unref(),
      "unknown",
      "too-large",
    ],
    [
      "a gzip bomb",
      (r) => r.writeHead(200, { "content-encoding": "gzip" }).end(GZIP_BOMB),
      "unknown",
      "too-large",
    ],
    [
      "broken gzip",
      (r) => r.writeHead(200, { "content-encoding": "gzip" }).end("not gzip at all"),
      "unknown",
      "unreadable",
    ],
    [
      "broken brotli",
      (r) => r.writeHead(200, { "content-encoding": "br" }).end("not brotli at all"),
      "unknown",
      "unreadable",
    ],
    [
      "headers over the limit",
      (r) => r.writeHead(200, { "x-long": "x".repeat(100_000) }).end(SUCCESS),
      "unknown",
      "too-large",
    ],
    ["401 over the limit", (r) => r.writeHead(401).end("x".repeat(2 ** 21)), "unauthorized"],
  ];
  for (const [what, answer, ...expected] of cases)
    it(`${what}: ${expected.join(", ")}, one request`, async () => {
      const server = await httpServer(answer);
      assert.deepEqual(await verdictAt(server.origin, { timeoutMs: 700 }), expected);
      await server.close();
      assert.equal(server.arrived.length, 1);
    });
});

describe("an answer that is not HTTP", () => {
  const cases: readonly (readonly [string, (socket: Socket) => void, ...string[]])[] = [
    [
      "another protocol",
      (s) => s.once("data", () => s.end("220 mail.example ESMTP\r\n")),
      "unknown",
      "unreadable",
    ],
    ["a reset after the request", (s) => s.once("data", () => s.resetAndDestroy()), "unknown", "reset"],
    ["an end without a word", (s) => s.once("data", () => s.end()), "unknown", "reset"],
    [
      "a head cut in the middle",
      (s) => s.once("data", () => s.end("HTTP/1.1 200 OK\r\ncontent-")),
      "unknown",
      "reset",
    ],
  ];
  for (const [what, onSocket, ...expected] of cases)
    it(`${what}: ${expected.join(", ")}, one connection`, async () => {
      const server = await tcpServer(onSocket);
      assert.deepEqual(await verdictAt(server.origin), expected);
      await server.close();
      assert.equal(server.connections(), 1);
    });
});

describe("a request that never left", () => {
  it("refused", async () => {
    const server = await tcpServer(() => undefined);
    await server.close();
    assert.deepEqual(await verdictAt(server.origin), ["not-sent", "refused"]);
  });

  it("a name without an address", async () => {
    assert.deepEqual(await verdictAt("https://campaign.invalid", { timeoutMs: 8000 }), ["not-sent", "dns"]);
  });

  it("a certificate that no one vouches for: nothing of the request arrives", async () => {
    const server = await httpServer(
      (response) => response.end(SUCCESS),
      (listener) => createTlsServer(selfSigned(), listener),
    );
    assert.deepEqual(await verdictAt(server.origin.replace("http:", "https:")), ["not-sent", "tls"]);
    await server.close();
    assert.equal(server.arrived.length, 0);
    assert.equal(server.connections(), 1);
  });

  it("plain text where encryption was expected", async () => {
    const server = await tcpServer((socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
    );
    assert.deepEqual(await verdictAt(server.origin.replace("http:", "https:")), ["not-sent", "tls"]);
    await server.close();
  });

  describe("with a server that never finishes the encrypted connection", () => {
    let server: TestServer;
    before(async () => {
      server = await tcpServer(() => undefined);
    });
    after(() => server.close());
    const origin = (): string => server.origin.replace("http:", "https:");

    it("timeout", async () => {
      assert.deepEqual(await verdictAt(origin(), { timeoutMs: 200 }), ["not-sent", "timeout"]);
    });

    it("cancelled", async () => {
      assert.deepEqual(await verdictAt(origin(), { signal: AbortSignal.timeout(200) }), ["cancelled"]);
    });
  });

  it("a reset before the encrypted connection is open", async () => {
    const server = await tcpServer((socket) => socket.once("data", () => socket.destroy()));
    const [kind] = await verdictAt(server.origin.replace("http:", "https:"));
    assert.equal(kind, "not-sent");
    await server.close();
  });

  it("cancelled before it began", async () => {
    const server = await tcpServer(() => undefined);
    assert.deepEqual(await verdictAt(server.origin, { signal: AbortSignal.abort() }), ["cancelled"]);
    await server.close();
    assert.equal(server.connections(), 0);
  });
});

describe("cancelling", () => {
  it("after the request arrived leaves it unknown", async () => {
    const stop = new AbortController();
    const server = await httpServer(() => stop.abort());
    assert.deepEqual(await verdictAt(server.origin, { signal: stop.signal }), ["unknown", "cancelled"]);
    await server.close();
    assert.equal(server.arrived.length, 1);
  });

  it("at any moment never says that nothing was sent when the request arrived", async () => {
    for (let delay = 0; delay < 12; delay++) {
      const stop = new AbortController();
      const server = await httpServer(() => undefined);
      setTimeout(() => stop.abort(), delay);
      const [kind] = await verdictAt(server.origin, { signal: stop.signal });
      await server.close();
      if (server.arrived.length > 0) assert.equal(kind, "unknown");
    }
  });
});

describe("fetchTransport", () => {
  it("tells two requests at the same time apart", async () => {
    const silent = await tcpServer(() => undefined);
    const open = await httpServer(() => undefined);
    const verdicts = await Promise.all([
      verdictAt(silent.origin.replace("http:", "https:"), { timeoutMs: 300 }),
      verdictAt(open.origin, { timeoutMs: 300 }),
    ]);
    assert.deepEqual(verdicts, [
      ["not-sent", "timeout"],
      ["unknown", "timeout"],
    ]);
    await Promise.all([silent.close(), open.close()]);
  });

  it("turns even a request that cannot be made into a value", async () => {
    const options = { signal: new AbortController().signal, timeoutMs: 500, maxBytes: 10 };
    for (const url of ["nonsense", "ftp://127.0.0.1/", "https://a:b@127.0.0.1/"])
      assert.equal((await fetchTransport({ method: "POST", url, headers: {} }, options)).kind, "failed");
    const headers = { auth: "a\nb" };
    const result = await fetchTransport({ method: "POST", url: "http://127.0.0.1:9/", headers }, options);
    assert.ok(result.kind === "failed" && !result.left);
  });
});
