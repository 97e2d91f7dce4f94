import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Outcome } from "../../../src/core/platform/outcome";
import { toAttempt } from "../../../src/core/ledger/attempt";
import { bodyHash } from "../../../src/core/ledger/body-hash";
import { finished, type LedgerEntry, type PendingEntry } from "../../../src/core/ledger/entry";
import { readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { parseEntry } from "../../../src/core/ledger/parse-entry";
import { connectionTo } from "../node/servers";
import { accepted, attempt, START } from "../submission/attempts";

const pending: PendingEntry = {
  ...attempt(),
  id: "entry-1",
  at: START,
  state: "pending",
  owner: "window-1",
  leaseUntil: START + 30_000,
};

describe("A ledger entry", () => {
  it("is read from its text unchanged, for every response", () => {
    const text = fc.string({ unit: "binary" });
    const httpStatus = fc.integer({ min: 100, max: 599 });
    const outcome: fc.Arbitrary<Outcome> = fc.oneof(
      fc.record({
        kind: fc.constant("accepted" as const),
        httpStatus,
        message: text,
        response: fc.jsonValue(),
      }),
      fc.record({
        kind: fc.constant("rejected" as const),
        httpStatus,
        messages: fc.array(text),
        response: fc.jsonValue(),
      }),
      fc.record({
        kind: fc.constant("unknown" as const),
        reason: fc.constant("gateway" as const),
        detail: text,
        response: fc.oneof(text, fc.jsonValue()),
      }),
      fc.constant<Outcome>({ kind: "cancelled" }),
      fc.record({ kind: fc.constant("redirected" as const), httpStatus, location: text }),
    );
    fc.assert(
      fc.property(outcome, text, text, (answer, campaign, file) => {
        const entries = [finished({ ...pending, campaign, file }, answer, START + 5)];
        const read = readLedger(writeLedger(entries));
        assert.equal(read.damage, undefined);
        assert.deepEqual(read.entries, JSON.parse(JSON.stringify(entries)));
      }),
      { numRuns: 40 },
    );
  });

  it("is parsed from any value without an exception, and accepted only if it is complete", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(parseEntry(value).valid, false);
      }),
    );
    const done: LedgerEntry = {
      ...finished({ ...pending, path: "/home/jo/spring.campaign.json" }, accepted, START),
      resolution: { kind: "found", at: START },
    };
    for (const entry of [pending, done])
      for (const key of Object.keys(entry)) {
        const without = Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
        const optional = ["path", "body", "message", "campaignId", "campaignState", "response", "resolution"];
        assert.equal(parseEntry(without).valid, optional.includes(key), key);
      }
    for (const resolution of [null, "found", { kind: "lost", at: 1 }, { kind: "found" }])
      assert.equal(parseEntry({ ...done, resolution }).valid, false);
    assert.equal(parseEntry({ ...pending, at: 1e300 }).valid, false);
  });

  it("keeps the path of its file, and is also read without one from an older version", () => {
    const path = "/home/jo/spring/spring.campaign.json";
    const done = finished({ ...pending, path }, accepted, START);
    assert.equal(readLedger(writeLedger([done])).entries[0]?.path, path);
    const old = finished(pending, accepted, START);
    assert.ok(!("path" in old));
    assert.deepEqual(parseEntry(old), { valid: true, value: old });
    for (const odd of [7, "", null, ["/x"]])
      assert.deepEqual(parseEntry({ ...old, path: odd }), { valid: true, value: old });
  });

  it("truncates a response that is longer than any of the platform's", () => {
    const response = { data: "x".repeat(100_000) };
    const entry = finished(pending, { ...accepted, message: "y".repeat(5000), response }, START);
    assert.equal(typeof entry.response === "string" && entry.response.length, 8192);
    assert.equal(entry.message.length, 1000);
  });

  it("hashes the body as it is sent", async () => {
    const body = '{"name":"Früh—jahr 🌱"}';
    assert.equal(await bodyHash(body), createHash("sha256").update(body).digest("hex"));
    assert.notEqual(await bodyHash(body), await bodyHash(`${body} `));
  });

  it("contains no secret, and its hash is still that of the sent body", async () => {
    const connection = connectionTo("platform.kore.ai/");
    const secret = connection.credential.kind === "token" ? connection.credential.token : "";
    const body = JSON.stringify({ name: "x", description: `my token is ${secret}` });
    const file = `${secret}.campaign.json`;
    const kept = await toAttempt({ connection, body, file, path: `/home/jo/${file}`, campaign: "x" });
    assert.ok(!JSON.stringify(kept).includes(secret.slice(0, 20)));
    assert.equal(kept.bodyHash, createHash("sha256").update(body).digest("hex"));
    assert.equal(kept.host, "https://platform.kore.ai");
  });

  it("contains only the hash of a very long body", async () => {
    const connection = connectionTo("https://platform.kore.ai");
    const body = JSON.stringify("x".repeat(40_000));
    const kept = await toAttempt({ connection, body, file: "f", campaign: "x" });
    assert.deepEqual([kept.body, kept.bodyHash.length], [undefined, 64]);
  });
});
