import assert from "node:assert/strict";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { httpServer, outcomeAt, tcpServer } from "./servers";

/** The kind, and then the reason if there is one. */
async function verdictAt(
  host: string,
  options: Parameters<typeof outcomeAt>[1] = {},
): Promise<readonly string[]> {
  const outcome = await outcomeAt(host, options);
  return "reason" in outcome ? [outcome.kind, outcome.reason] : [outcome.kind];
}

describe("canceling", () => {
  it("before the start opens no connection", async () => {
    const server = await tcpServer(() => undefined);
    assert.deepEqual(await verdictAt(server.origin, { signal: AbortSignal.abort() }), ["cancelled"]);
    await server.close();
    assert.equal(server.connections(), 0);
  });

  it("at any moment never reports that nothing was sent if the request arrived", async () => {
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
  it("distinguishes two simultaneous requests", async () => {
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

  it("returns a value even if a request cannot be made", async () => {
    const options = { signal: new AbortController().signal, timeoutMs: 500, maxBytes: 10 };
    for (const url of ["nonsense", "ftp://127.0.0.1/", "https://a:b@127.0.0.1/"])
      assert.equal((await fetchTransport({ method: "POST", url, headers: {} }, options)).kind, "failed");
    const headers = { auth: "a\nb" };
    const result = await fetchTransport({ method: "POST", url: "http://127.0.0.1:9/", headers }, options);
    assert.ok(result.kind === "failed" && !result.left);
  });
});
