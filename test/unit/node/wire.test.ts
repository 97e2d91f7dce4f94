import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { secretsOf } from "../../../src/core/connection/connection";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { connectionTo, httpServer, outcomeAt, type TestServer } from "./servers";

const sample = readFileSync(path.join(__dirname, "../../fixtures/samples/preview.request.json"), "utf8");

describe("the request on the wire", () => {
  let server: TestServer;
  before(async () => {
    server = await httpServer((response) => response.end("{}"));
  });
  after(() => server.close());

  it("equals the vendor's cURL sample in method, path, query, headers and body", async () => {
    const connection = connectionTo(server.origin, { accountId: "acc 1/ü", streamId: "st-1/../x" });
    const body = toRequestBody(JSON.parse(sample));
    const { signal } = new AbortController();
    await submitCampaign({
      connection,
      body,
      transport: fetchTransport,
      signal,
      timeoutMs: 2000,
      now: Date.now,
    });

    assert.equal(server.arrived.length, 1);
    const { method, url, headers, body: received } = server.arrived[0]!;
    assert.equal(method, "POST");
    const target =
      "/campaign/api/v2/public/st-1%2F..%2Fx/campaign?accountId=acc%201%2F%C3%BC&campaignType=voice";
    assert.equal(url, target);
    assert.equal(received, JSON.stringify(JSON.parse(sample)));
    assert.deepEqual(JSON.parse(received), JSON.parse(sample));

    const { auth, iid, accountid, "content-type": contentType, ...added } = headers;
    assert.deepEqual(
      [auth, iid, contentType],
      [secretsOf(connection.credential)[0], "st-1/../x", "application/json"],
    );
    assert.equal(Buffer.from(accountid as string, "latin1").toString("latin1"), "acc 1/ü");
    assert.deepEqual(added, {
      accept: "*/*",
      "accept-encoding": "gzip, deflate, br",
      connection: "close",
      "content-length": `${Buffer.byteLength(received)}`,
      host: `127.0.0.1:${server.port}`,
      "user-agent": "node-fetch",
    });
  });

  it("opens a separate connection for each request", async () => {
    const before = server.connections();
    await outcomeAt(server.origin);
    await outcomeAt(server.origin);
    assert.equal(server.connections(), before + 2);
  });

  it("sends a non-ASCII body completely, as UTF-8", async () => {
    const body = JSON.stringify({ name: "Пример 例 😀".repeat(5000) });
    await outcomeAt(server.origin, { body });
    assert.equal(server.arrived.at(-1)?.body, body);
  });
});

describe("a redirect", () => {
  for (const status of [301, 302, 303, 307, 308])
    it(`${status} to another host is not followed: no byte arrives there`, async () => {
      const elsewhere = await httpServer((response) => response.end("{}"));
      const server = await httpServer((response) => {
        response.writeHead(status, { location: `${elsewhere.origin}/campaign` }).end("moved");
      });
      assert.deepEqual(await outcomeAt(server.origin), {
        kind: "redirected",
        httpStatus: status,
        location: `${elsewhere.origin}/campaign`,
      });
      await Promise.all([server.close(), elsewhere.close()]);
      assert.equal(server.arrived.length, 1);
      assert.equal(elsewhere.connections(), 0);
      assert.equal(elsewhere.bytes(), 0);
    });

  it("is not waited for if its body never ends", async () => {
    const server = await httpServer((response) => {
      response.writeHead(302, { location: "//evil.example" }).write("…");
    });
    assert.equal((await outcomeAt(server.origin)).kind, "redirected");
    await server.close();
  });

  it("is still a redirect if its address is invalid", async () => {
    const server = await httpServer((response) => response.writeHead(302, { location: "http://[" }).end());
    const outcome = await outcomeAt(server.origin);
    assert.deepEqual(outcome, { kind: "redirected", httpStatus: 302, location: "http://[" });
    await server.close();
  });
});
