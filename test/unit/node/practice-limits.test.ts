import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { PracticeAccount } from "../../../src/node/practice/account";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { callPractice, sample } from "./practice-call";

const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokenOf = (length: number): string => {
  const end = `.${"c2ln".repeat(10)}`;
  const start = `${coded({ alg: "HS256" })}.`;
  // Base64url of 3 bytes takes 4 characters, so the length is met within three.
  const claims = (size: number): string => coded({ appId: "cs-1", groups: "x".repeat(size) });
  let size = 0;
  while (`${start}${claims(size)}${end}`.length < length) size++;
  return `${start}${claims(size)}${end}`;
};

describe("The practice server, sent more than usual", () => {
  let server: PracticeServer;
  beforeEach(async () => {
    server = await startPracticeServer();
  });
  afterEach(() => server.close());

  for (const length of [4_752, 8_190])
    it(`accepts a token of ${length} characters, and stores none of it`, async () => {
      const token = tokenOf(length);
      const { status } = await callPractice(server, { headers: { auth: token } });
      assert.equal(status, 200);
      const kept = JSON.stringify(server.requests);
      for (const at of [30, 2_000, token.length - 30]) assert.ok(!kept.includes(token.slice(at, at + 16)));
    });

  it("rejects a token that is too long for any client, and answers the next call", async () => {
    assert.equal((await callPractice(server, { headers: { auth: tokenOf(9_000) } })).status, 401);
    assert.equal((await callPractice(server)).status, 200);
  });

  it("answers the next call after one with a header that is too large", async () => {
    assert.equal(await post(server.port, "", { auth: "x".repeat(40_000) }), 431);
    assert.equal((await callPractice(server)).status, 200);
  });

  it("answers the next call after its listener has failed", async () => {
    await server.close();
    let calls = 0;
    server = await startPracticeServer({
      onAnswer: () => {
        if (++calls === 1) throw new Error("The listener failed.");
      },
    });
    await callPractice(server).catch(() => undefined);
    assert.equal((await callPractice(server)).status, 200);
    assert.equal(calls, 2);
  });

  it("stores the first 16,384 characters of a body, without the token that ends there", async () => {
    const token = tokenOf(6_000);
    const body = `${"x ".repeat(8_000)}${token}${"y".repeat(900_000)}`;
    await callPractice(server, { headers: { auth: token }, body, url: "/anything" });
    const [received] = server.requests;
    assert.ok(received !== undefined && received.body.length <= 16_384);
    assert.ok(!received.body.includes(token.slice(0, 16)));
  });

  it("stores little of many large calls without a token", async () => {
    const body = "x".repeat(1_000_000);
    for (let call = 0; call < 20; call++) await post(server.port, body);
    const kept = server.requests.map((received) => received.body.length);
    assert.deepEqual([kept.length, Math.max(...kept)], [20, 16_384]);
  });
});

describe("A practice account", () => {
  it("deletes its oldest campaigns if all of them together are too large", () => {
    const account = new PracticeAccount(Date.now, { settleMs: 0, runMs: 0 }, []);
    const large = { ...(sample as unknown as Campaign), description: "x".repeat(1_000_000) };
    const ids = Array.from({ length: 20 }, () => account.create(large).id);
    assert.ok(account.size <= 8_388_608, String(account.size));
    assert.equal(account.find(ids[0] ?? ""), undefined);
    const latest = account.find(ids[19] ?? "");
    assert.ok(latest !== undefined && latest.id === ids[19]);
    const before = account.size;
    account.update(latest, sample as unknown as Campaign);
    assert.ok(account.size < before - 900_000, "An update counts the new size only.");
  });
});

/** Resolves with the status of the response. */
function post(port: number, body: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: "127.0.0.1", port, path: "/anything", method: "POST", agent: false, headers },
      (response) => response.resume().on("end", () => resolve(response.statusCode ?? 0)),
    );
    outgoing.on("error", reject).end(body);
  });
}
