import assert from "node:assert/strict";
import type { Connection } from "../../../src/core/connection/connection";
import { isPracticeTarget, connectionForAccount } from "../../../src/core/connection/connection-for-account";
import { startPracticeServer } from "../../../src/node/practice/server";
import { connectionTo } from "../node/servers";

const now = Date.UTC(2026, 0, 5, 9);
const host = "https://platform.kore.ai";
const target = { host, accountId: "account-1", streamId: "st-1" };
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const until = (exp: number): Connection["credential"] => ({
  kind: "token",
  token: `${base64({ alg: "HS256" })}.${base64({ appId: "a", exp: exp / 1000 })}.c2ln`,
});
const good = { credential: until(now + 60_000) };
const expired = { credential: until(now) };
const minting: Partial<Connection> = {
  credential: { kind: "client", clientId: "cs-1", clientSecret: "a secret of its own" },
};
const one = (id: string, changes: Partial<Connection> = {}): Connection =>
  connectionTo(host, { id, ...good, ...changes });
const elsewhere = { streamId: "st-2" };

describe("The connection for the account of a submission", () => {
  const cases: readonly (readonly [
    what: string,
    among: readonly Connection[],
    chosen: string,
    expected: string | undefined,
  ])[] = [
    ["undefined without connections", [], "a", undefined],
    ["never one for another account", [one("a", { accountId: "account-2" })], "a", undefined],
    ["never one for another host", [one("a", { host: "https://other.kore.ai" })], "a", undefined],
    ["never an invalid one", [one("a", { host: "http://platform.kore.ai" })], "a", undefined],
    ["found for any spelling of its host", [one("a", { host: "platform.kore.ai/" })], "b", "a"],
    ["the one with the same stream rather than the chosen one", [one("a", elsewhere), one("b")], "a", "b"],
    [
      "found for any spelling of its stream",
      [one("a", elsewhere), one("b", { streamId: " st-1 " })],
      "a",
      "b",
    ],
    ["the chosen one among those with the same stream", [one("a"), one("b"), one("c")], "b", "b"],
    [
      "the first one with the same stream if the chosen one has another",
      [one("a", elsewhere), one("b"), one("c")],
      "a",
      "b",
    ],
    ["the chosen one if none has the stream", [one("a", elsewhere), one("b", elsewhere)], "b", "b"],
    [
      "the first one if none is chosen and none has the stream",
      [one("a", elsewhere), one("b", elsewhere)],
      "x",
      "a",
    ],
    ["not an expired one if another is for the account", [one("a", expired), one("b", elsewhere)], "a", "b"],
    ["one that mints tokens rather than an expired one", [one("a", expired), one("b", minting)], "a", "b"],
    [
      "an expired one if there is no other, the one with the same stream first",
      [one("a", { ...elsewhere, ...expired }), one("b", expired)],
      "a",
      "b",
    ],
    [
      "not one for another account even if the others have expired",
      [one("a", expired), one("b", { accountId: "account-2" })],
      "b",
      "a",
    ],
  ];
  for (const [what, among, chosen, expected] of cases)
    it(`is ${what}`, () => {
      assert.equal(connectionForAccount(among, target, { chosen, now })?.id, expected);
    });
});

describe("A practice server", () => {
  it("is identified by its address and its account", async () => {
    const server = await startPracticeServer();
    await server.close();
    const { accountId } = server.connection;
    assert.ok(isPracticeTarget(server.connection));
    assert.ok(!isPracticeTarget({ ...target, accountId }));
    assert.ok(!isPracticeTarget({ ...target, host: server.origin }));
    assert.ok(!isPracticeTarget({ ...target, accountId, host: "not an address" }));
  });
});
