import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { jwtVerify } from "jose";
import type { ClientCredential, Connection } from "../../../src/core/connection/connection";
import { mintToken } from "../../../src/core/connection/mint";
import { reportOf } from "../../../src/core/wording/report";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import type { HttpRequest, HttpResult, Transport } from "../../../src/core/platform/transport";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";

const NOW = 1_700_000_000_000;
const client: ClientCredential = {
  kind: "client",
  clientId: "cs-0a1b2c3d",
  clientSecret: "zürich/Secret+with=everything é€",
};
const key = new TextEncoder().encode(client.clientSecret);
const currentDate = new Date(NOW);
const randomId = (): string => "id-1";

describe("mintToken", () => {
  it("signs with HS256 and the bytes of the secret, over the claims that the vendor documents", async () => {
    const token = await mintToken(client, NOW, { randomId });
    const { payload, protectedHeader } = await jwtVerify(token, key, { algorithms: ["HS256"], currentDate });
    assert.deepEqual(protectedHeader, { alg: "HS256", typ: "JWT" });
    assert.deepEqual(payload, {
      sub: client.clientId,
      appId: client.clientId,
      iat: NOW / 1000 - 5,
      exp: NOW / 1000 + 295,
      jti: "id-1",
    });
  });

  it("produces a token that is invalid with any other secret", async () => {
    const token = await mintToken(client, NOW, { randomId });
    const other = new TextEncoder().encode(client.clientSecret.slice(1));
    await assert.rejects(jwtVerify(token, other, { currentDate }), {
      code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
    });
  });

  it("sets the requested lifetime, and never more than 5 minutes", async () => {
    const token = await mintToken(client, NOW + 999, { randomId, lifetimeSeconds: 60 });
    const { payload } = await jwtVerify(token, key, { currentDate });
    assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60);
    for (const lifetimeSeconds of [0, -1, 301, NaN, Infinity])
      assert.throws(() => mintToken(client, NOW, { randomId, lifetimeSeconds }), RangeError);
  });

  it("runs in a browser worker, without node: modules", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { mintToken } from "./src/core/connection/mint";
          const answer = self.postMessage;
          mintToken(${JSON.stringify(client)}, ${NOW}, { randomId: () => "id-1" }).then(answer);`,
        resolveDir: path.join(__dirname, "../../.."),
      },
      bundle: true,
      write: false,
      platform: "browser",
      format: "iife",
    });
    const web = `
      const { parentPort } = require("node:worker_threads");
      const self = { postMessage: (text) => parentPort.postMessage(text) };
      new Function("self", "process", "Buffer", "require", ${JSON.stringify(outputFiles[0]?.text)})(self);`;
    const worker = new Worker(web, { eval: true });
    const token = await new Promise<string>((resolve, reject) =>
      worker.on("message", resolve).on("error", reject),
    );
    assert.equal(token, await mintToken(client, NOW, { randomId }));
  });
});

const connection: Connection = {
  id: "1",
  name: "Test",
  host: "https://platform.kore.ai",
  accountId: "acc",
  streamId: "st-1",
  production: true,
  credential: client,
};

/** A transport that records the tokens and responds with the result of `answer`. */
function port(answer: (request: HttpRequest) => HttpResult): Transport & { readonly tokens: string[] } {
  const tokens: string[] = [];
  const transport: Transport = (request) => {
    tokens.push(request.headers["auth"] ?? "");
    return Promise.resolve(answer(request));
  };
  return Object.assign(transport, { tokens });
}

const answered = (status: number, body: unknown): HttpResult => {
  return { kind: "answered", status, headers: {}, text: JSON.stringify(body) };
};
const submit = (
  transport: Transport,
  more: { readonly connection?: Connection; readonly signal?: AbortSignal } = {},
) =>
  submitCampaign({
    ...{ connection, body: '{"name":"x"}', transport, timeoutMs: 5, now: () => NOW },
    signal: new AbortController().signal,
    ...more,
  });

describe("A connection with a client", () => {
  const success = (): HttpResult => answered(200, { status: "success", data: { id: "cd-1" } });

  it("mints a token with its own ID for each request", async () => {
    const transport = port(success);
    for (let turn = 0; turn < 2; turn++) assert.equal((await submit(transport)).outcome.kind, "accepted");
    const ids = transport.tokens.map(
      async (token) => (await jwtVerify(token, key, { currentDate })).payload.jti,
    );
    const [one, two] = await Promise.all(ids);
    assert.match(one ?? "", /^[0-9a-f-]{36}$/);
    assert.notEqual(one, two);
  });

  it("mints no token for a request that is not sent", async () => {
    const transport = port(success);
    const unsound = { ...connection, host: "http://platform.kore.ai" };
    const { outcome } = await submit(transport, { connection: unsound });
    assert.equal(outcome.kind === "not-sent" && outcome.reason, "invalid-connection");
    assert.deepEqual((await submit(transport, { signal: AbortSignal.abort() })).outcome, {
      kind: "cancelled",
    });
    assert.deepEqual(transport.tokens, []);
  });

  it("reports a wrong client, not an expired token, if its token is rejected", async () => {
    const { outcome } = await submit(
      port(() => answered(401, { errors: [{ msg: "Invalid JWT token", code: 4002 }] })),
    );
    assert.equal(outcome.kind === "unauthorized" && outcome.why, "client");
  });

  it("shows neither secret nor token, whether plain, URL-encoded or in Base64", async () => {
    const forms = (text: string): string[] => [
      text,
      encodeURIComponent(text),
      ...["", "x", "xy"].map((before) => Buffer.from(`${before}${text}`).toString("base64")),
    ];
    const seen: string[] = [];
    const transport = port(({ headers }) => {
      seen.push(...forms(headers["auth"] ?? ""), ...forms(client.clientSecret));
      return answered(200, { status: "success", message: seen.join(" "), data: { id: "cd-1", seen } });
    });
    const submission = await submit(transport);
    const report = reportOf({
      ...{ time: "now", file: "x.campaign.json", connection, submission },
      campaign: parseDocument(readFileSync("examples/billing-reminder.campaign.json", "utf8"))
        .value as Campaign,
    });
    assert.equal(submission.request.headers["auth"], "<redacted>");
    assert.equal(seen.length, 10);
    for (const form of seen)
      for (const text of [JSON.stringify(submission), report])
        assert.ok(!text.includes(form.slice(4, -4)), form);
  });
});
