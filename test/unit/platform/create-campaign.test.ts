import assert from "node:assert/strict";
import { campaignStatus } from "../../../src/core/platform/campaign-status";
import type { Connection } from "../../../src/core/connection/connection";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import type {
  HttpRequest,
  HttpResult,
  Transport,
  TransportOptions,
} from "../../../src/core/platform/transport";

const NOW = 1_700_000_000_000;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokenUntil = (exp: number): string =>
  `${encode({ alg: "HS256" })}.${encode({ appId: "cs", exp })}.c2lnbmF0dXJl`;
const token = tokenUntil(NOW / 1000 + 600);

const connection: Connection = {
  id: "1",
  name: "Test",
  host: "https://platform.kore.ai",
  accountId: "acc",
  streamId: "st-1",
  production: true,
  credential: { kind: "token", token },
};

/** A transport that records its calls. The real one has its own tests on real sockets. */
function port(result: HttpResult): Transport & { readonly calls: [HttpRequest, TransportOptions][] } {
  const calls: [HttpRequest, TransportOptions][] = [];
  const transport: Transport = (request, options) => {
    calls.push([request, options]);
    return Promise.resolve(result);
  };
  return Object.assign(transport, { calls });
}

const success: HttpResult = {
  kind: "answered",
  status: 200,
  headers: {},
  text: '{"status":"success","message":"ok","data":{"id":"cd-1","status":"Preparing"}}',
};

const submit = (
  transport: Transport,
  changes: Partial<Connection> = {},
  signal = new AbortController().signal,
) =>
  submitCampaign({
    connection: { ...connection, ...changes },
    body: '{"name":"x"}',
    transport,
    signal,
    timeoutMs: 5,
    now: () => NOW,
  });

const withToken = (value: string): Partial<Connection> => ({ credential: { kind: "token", token: value } });

describe("submitCampaign", () => {
  it("makes one call with the documented request", async () => {
    const transport = port(success);
    const { outcome } = await submit(transport);
    assert.equal(outcome.kind, "accepted");
    assert.equal(transport.calls.length, 1);
    const [request, options] = transport.calls[0]!;
    assert.deepEqual(request, {
      method: "POST",
      url: "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc&campaignType=voice",
      headers: { auth: token, iid: "st-1", accountId: "acc", "Content-Type": "application/json" },
      body: '{"name":"x"}',
    });
    assert.deepEqual([options.timeoutMs, options.maxBytes], [5, 1_048_576]);
  });

  it("makes one call, regardless of the response", async () => {
    const results: HttpResult[] = [
      { kind: "failed", left: true, reason: "timeout", detail: "" },
      { kind: "failed", left: false, reason: "refused", detail: "" },
      { kind: "answered", status: 503, headers: {}, text: "" },
      { kind: "answered", status: 307, headers: { location: "https://evil.example" }, text: "" },
    ];
    for (const result of results) {
      const transport = port(result);
      await submit(transport);
      assert.equal(transport.calls.length, 1);
    }
  });

  const refused: readonly (readonly [string, Partial<Connection>, string])[] = [
    ["an expired token", withToken(tokenUntil(NOW / 1000)), "token-expired"],
    ["plain http", { host: "http://platform.kore.ai" }, "invalid-connection"],
    ["an id that would break out of a header", { accountId: "a\r\nx: y" }, "invalid-connection"],
    ["an id that would break out of the path", { streamId: ".." }, "invalid-connection"],
  ];
  for (const [what, changes, reason] of refused)
    it(`sends nothing with ${what}`, async () => {
      const transport = port(success);
      const { outcome } = await submit(transport, changes);
      assert.equal(outcome.kind === "not-sent" && outcome.reason, reason);
      assert.equal(transport.calls.length, 0);
    });

  it("sends nothing once canceled", async () => {
    const transport = port(success);
    assert.deepEqual((await submit(transport, {}, AbortSignal.abort())).outcome, { kind: "cancelled" });
    assert.equal(transport.calls.length, 0);
  });

  it("shows the request and the response without the token", async () => {
    const text = JSON.stringify({
      status: "success",
      message: `hello ${token}`,
      data: { id: "cd-1", echo: btoa(`x${token}`) },
    });
    const submission = await submit(port({ ...success, text }));
    const shown = JSON.stringify(submission);
    assert.equal(submission.request.headers["auth"], "<redacted>");
    assert.equal(submission.request.headers["iid"], "st-1");
    for (const part of [token, "c2lnbmF0dXJl", btoa(`x${token}`).slice(4, 20)])
      assert.ok(!shown.includes(part));
  });

  it("reports an expired token if it expired during the request", async () => {
    const result: HttpResult = {
      kind: "answered",
      status: 401,
      headers: {},
      text: '{"errors":[{"msg":"Invalid JWT token","code":4002}]}',
    };
    let clock = NOW;
    const now = (): number => (clock += 400_000);
    const parameters = {
      connection,
      body: "{}",
      transport: port(result),
      signal: new AbortController().signal,
      timeoutMs: 5,
    };
    const { outcome } = await submitCampaign({ ...parameters, now });
    assert.equal(outcome.kind === "unauthorized" && outcome.why, "expired");
  });
});

describe("campaignStatus", () => {
  const read = (transport: Transport) =>
    campaignStatus({
      connection,
      campaignId: "cd-1",
      transport,
      signal: new AbortController().signal,
      timeoutMs: 5,
      now: () => NOW,
    });

  it("reads the state", async () => {
    const transport = port({
      ...success,
      text: '{"status":"success","data":{"id":"cd-1","status":"Ready","name":"x"}}',
    });
    assert.deepEqual(await read(transport), { kind: "known", state: "Ready", message: "" });
    assert.equal(transport.calls[0]?.[0].body, "{}");
  });

  it("gives the reason if it cannot", async () => {
    const status = await read(port({ kind: "answered", status: 404, headers: {}, text: "" }));
    assert.equal(status.kind === "unavailable" && status.outcome.kind, "rejected");
  });
});
