import assert from "node:assert/strict";
import { SignJWT } from "jose";
import { mintToken } from "../../../src/core/connection/mint";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import {
  mintPracticeToken,
  practiceClient,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { callPractice, errorsOf, sampleText, type Reply } from "./practice-call";

const NOW = Date.parse("2026-03-01T10:00:00Z");
const seconds = NOW / 1000;
const minted = { iat: seconds, exp: seconds + 300, jti: "id-1" };
let clock = NOW;
let server: PracticeServer;

const callWith = (auth: string): Promise<Reply> => callPractice(server, { headers: { auth } });

describe("the practice server accepts a token with a jti", () => {
  beforeEach(async () => {
    clock = NOW;
    server = await startPracticeServer({ now: () => clock });
  });
  afterEach(() => server.close());

  const submitWith = (clientSecret: string) =>
    submitCampaign({
      connection: { ...server.connection, credential: { ...server.client, clientSecret } },
      body: sampleText("preview"),
      transport: fetchTransport,
      signal: new AbortController().signal,
      timeoutMs: 2000,
      now: () => clock,
    });

  it("from the product's own client, request after request", async () => {
    for (let turn = 0; turn < 2; turn++)
      assert.equal((await submitWith(server.client.clientSecret)).outcome.kind, "accepted");
    assert.ok(!JSON.stringify(server.requests).includes("eyJ"));
  });

  it("but not with another secret", async () => {
    const { outcome } = await submitWith("another secret of some length");
    assert.deepEqual(
      [outcome.kind, outcome.kind === "unauthorized" && [outcome.httpStatus, outcome.why, outcome.messages]],
      ["unauthorized", [401, "client", ["Invalid JWT token"]]],
    );
  });

  it("once", async () => {
    let token = await mintToken(practiceClient, clock, { randomId: () => "id-1" });
    assert.equal((await callWith(token)).status, 200);
    const again = await callWith(token);
    assert.equal(again.status, 401);
    assert.deepEqual(errorsOf(again), [{ msg: "error verifying the jwt: possibly a replay", code: 401 }]);
    token = await mintToken(practiceClient, clock, { randomId: () => "id-2" });
    assert.equal((await callWith(token)).status, 200);
  });

  it("and does not use up the jti of one that it rejects", async () => {
    assert.equal((await callWith(mintPracticeToken({ ...minted, exp: seconds + 3601 }))).status, 401);
    assert.equal((await callWith(mintPracticeToken(minted))).status, 200);
  });

  it("of another app with the same jti", async () => {
    for (const appId of ["cs-one", "cs-two"])
      assert.equal((await callWith(mintPracticeToken({ ...minted, appId }))).status, 200);
  });

  const longLived = 'error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)';
  const invalid = "Invalid JWT token";
  const refusals: readonly (readonly [what: string, claims: Record<string, unknown>, words: string])[] = [
    ["that runs for more than an hour", { ...minted, exp: seconds + 3601 }, longLived],
    ["that never runs out", { ...minted, exp: undefined }, longLived],
    ["that has run out", { ...minted, exp: seconds - 1 }, invalid],
    ["issued in the future", { ...minted, iat: seconds + 61, exp: seconds + 300 }, invalid],
    ["issued at no time", { ...minted, iat: undefined }, invalid],
    ["without an appId", { ...minted, appId: undefined }, invalid],
    ["whose appId is spelled otherwise", { ...minted, appId: undefined, appid: "cs-practice" }, invalid],
    ["that is no text", { ...minted, jti: 7 }, invalid],
  ];
  for (const [what, claims, words] of refusals)
    it(`but not ${what}`, async () => {
      const reply = await callWith(mintPracticeToken(claims));
      assert.equal(reply.status, 401);
      assert.equal(errorsOf(reply)[0]?.msg, words);
    });

  it("but not with another algorithm, even if it is correctly signed", async () => {
    const token = await new SignJWT({ appId: practiceClient.clientId, ...minted })
      .setProtectedHeader({ alg: "HS512" })
      .sign(new TextEncoder().encode(practiceClient.clientSecret));
    assert.deepEqual(errorsOf(await callWith(token)), [{ msg: invalid, code: 4002 }]);
  });

  it("but not for the practice client without its signature, with or without a jti", async () => {
    const token = mintPracticeToken({ appId: practiceClient.clientId });
    assert.deepEqual(errorsOf(await callWith(token)), [{ msg: invalid, code: 4002 }]);
  });
});
