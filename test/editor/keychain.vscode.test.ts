import assert from "node:assert/strict";
import type { Connection } from "../../src/core/connection/connection";
import { describeExpiry } from "../../src/editor/connections/expiry";
import { ConnectionStore } from "../../src/editor/connections/store";
import { Keychain } from "./keychain";
import { clientSecret, tokenWith } from "./secrets";

const acme: Connection = {
  id: "0b6f5c5e-acme",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  production: true,
  credential: { kind: "client", clientId: "cs-1", clientSecret },
};

describe("A keychain", () => {
  let keychain: Keychain;
  let store: ConnectionStore;
  let unreadable: string[];

  beforeEach(() => {
    keychain = new Keychain();
    unreadable = [];
    store = new ConnectionStore(keychain, (reason) => unreadable.push(reason));
  });
  afterEach(() => store.dispose());

  for (const breaks of ["on write", "silently", "on read"] as const)
    it(`that fails ${breaks} is detected and reported without the secret`, async () => {
      keychain.breaks = breaks;
      keychain.words = `no keychain for ${clientSecret}`;
      const saved = await store.save(acme);
      if (saved.kind === "saved") assert.fail("saved");
      assert.ok(saved.reason !== "" && !saved.reason.includes(clientSecret), saved.reason);
    });

  it("that fails allows the use of a connection in one window, until it is removed", async () => {
    keychain.breaks = "on write";
    await store.save(acme);
    store.keepInWindow(acme);
    const here = { kind: "valid", id: acme.id, connection: acme, windowOnly: true };
    assert.deepEqual(await store.find(acme.id), here);
    assert.deepEqual(await store.list(), [here]);
    const other = new ConnectionStore(keychain);
    assert.deepEqual(await other.list(), []);
    other.dispose();
    assert.deepEqual(await keychain.keys(), []);
    await store.remove(acme.id);
    assert.deepEqual(await store.find(acme.id), { kind: "missing", id: acme.id });
  });

  it("that cannot be read hides no connection of this window, and is reported", async () => {
    keychain.breaks = "on read";
    keychain.words = `no keychain for ${clientSecret}`;
    store.keepInWindow(acme);
    assert.deepEqual(
      (await store.list()).map(({ id }) => id),
      [acme.id],
    );
    assert.deepEqual(unreadable, ["no keychain for <redacted>"]);
    assert.equal((await store.find("another")).kind, "invalid");
  });

  it("that works again saves the connections that were kept in the window", async () => {
    store.keepInWindow(acme);
    assert.deepEqual(await store.save(acme), { kind: "saved" });
    assert.deepEqual(await store.find(acme.id), {
      kind: "valid",
      id: acme.id,
      connection: acme,
      windowOnly: false,
    });
  });

  it("changed in another window is detected, read again and redacted", async () => {
    await store.save(acme);
    let noticed = 0;
    store.onDidChange(() => (noticed += 1));
    const other = new ConnectionStore(keychain);
    const renewed: Connection = {
      ...acme,
      credential: { kind: "token", token: "another-secret-value" },
    };
    await other.save(renewed);
    assert.notEqual(noticed, 0);
    const found = await store.find(acme.id);
    assert.deepEqual(found.kind === "valid" && found.connection, renewed);
    assert.equal(store.redact(`another-secret-value ${clientSecret}`), "<redacted> <redacted>");
    await other.remove(acme.id);
    assert.equal((await store.find(acme.id)).kind, "missing");
    other.dispose();
  });
});

describe("The expiry of a credential", () => {
  const now = Date.UTC(2026, 10, 23, 12);
  const tokenFor = (seconds: number | undefined): string => {
    const exp = seconds === undefined ? undefined : now / 1000 + seconds;
    return tokenWith(exp === undefined ? {} : { exp });
  };
  const cases: readonly (readonly [seconds: number | undefined, words: string])[] = [
    [12 * 60 + 30, "expires in 12 min"],
    [59, "expires in less than a minute"],
    [3 * 3600, "expires in 3 h"],
    [7 * 24 * 3600, "expires in 7 days"],
    [-2 * 3600, "expired 2 h ago"],
    [0, "expired less than a minute ago"],
    [undefined, "token without an expiry"],
  ];
  for (const [seconds, words] of cases)
    it(`is shown as: ${words}`, () => {
      assert.equal(describeExpiry({ kind: "token", token: tokenFor(seconds) }, now), words);
    });

  it("is undefined for a client", () => {
    assert.equal(describeExpiry(acme.credential, now), "mints its own tokens");
  });
});
