import assert from "node:assert/strict";
import type { Connection, Credential } from "../../src/core/connection/connection";
import { ConnectionStore } from "../../src/editor/connections/store";
import { requireConnection } from "../../src/editor/connections/require-connection";
import { Keychain } from "./keychain";
import { clientSecret, tokenWith } from "./secrets";

const tokenUntil = (at: number): Credential => ({
  kind: "token",
  token: tokenWith({ exp: Math.floor(at / 1000) }),
});
const client: Credential = {
  kind: "client",
  clientId: "cs-1",
  clientSecret,
};
const acme: Connection = {
  id: "0b6f5c5e-acme",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  production: true,
  credential: client,
};

describe("A connection when a campaign is sent", () => {
  let keychain: Keychain;
  let store: ConnectionStore;
  beforeEach(() => {
    keychain = new Keychain();
    store = new ConnectionStore(keychain);
  });
  afterEach(() => store.dispose());

  /** Created when its test starts, because earlier tests may take longer than a minute. */
  type Changes = () => Partial<Connection>;
  const cases: readonly (readonly [what: string, changes: Changes, usable: boolean])[] = [
    ["a client", () => ({}), true],
    ["a token that is good for a minute", () => ({ credential: tokenUntil(Date.now() + 60_000) }), true],
    ["a token that has run out", () => ({ credential: tokenUntil(Date.now() - 1000) }), false],
    ["a confirmed host", () => ({ host: "https://acme.example", hostAccepted: true }), true],
    ["a host on this computer", () => ({ host: "http://127.0.0.1:4000" }), true],
  ];
  for (const [what, changes, usable] of cases)
    it(`is ${usable ? "used" : "refused before anything is sent"} with ${what}`, async () => {
      const connection = { ...acme, ...changes() };
      await store.save(connection);
      assert.deepEqual(await requireConnection(store, acme.id), usable ? connection : undefined);
    });

  it("is read again after a change by another window", async () => {
    await store.save(acme);
    const other = new ConnectionStore(keychain);
    const renewed = { ...acme, accountId: "acc-2" };
    await other.save(renewed);
    assert.deepEqual(await requireConnection(store, acme.id), renewed);
    await other.remove(acme.id);
    other.dispose();
    assert.equal(await requireConnection(store, acme.id), undefined);
  });
});
