import assert from "node:assert/strict";
import { isForAccount } from "../../../src/core/connection/connection-for-account";
import type { Connection } from "../../../src/core/connection/connection";
import { isSameAccount } from "../../../src/core/ledger/account-key";

const account = (host: string, accountId = "account-1") => ({ host, accountId });

describe("An account in the ledger", () => {
  for (const [one, ...others] of [
    ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost.:3000"],
    ["https://platform.kore.ai", "https://platform.kore.ai.", "https://PLATFORM.kore.ai:443"],
    ["http://127.0.0.1", "http://localhost:80", "http://[::1]:80", "http://[::ffff:127.0.0.1]"],
  ] as const)
    for (const other of others)
      it(`is the same at ${one} and ${other}`, () => assert.ok(isSameAccount(account(one), account(other))));

  for (const [one, other] of [
    ["http://localhost:3000", "http://localhost:3001"],
    ["https://platform.kore.ai", "https://de-platform.kore.ai"],
    ["https://platform.kore.ai", "https://platform.kore.ai:8443"],
    ["https://127.example.com", "https://localhost"],
    ["not an address", "another"],
  ] as const)
    it(`differs at ${one} and ${other}`, () => assert.ok(!isSameAccount(account(one), account(other))));

  it("differs from another account ID on the same host", () => {
    assert.ok(
      !isSameAccount(account("https://platform.kore.ai"), account("https://platform.kore.ai", "a-2")),
    );
  });

  it("never uses credentials for another spelling of its host", () => {
    const connection: Connection = {
      ...{ id: "1", name: "One", host: "http://localhost:3000", accountId: "account-1", streamId: "st-1" },
      ...{
        production: false,
        credential: { kind: "client", clientId: "app", clientSecret: "secret-of-app" },
      },
    };
    const target = { accountId: "account-1", streamId: "st-1" };
    assert.ok(isForAccount(connection, { ...target, host: "http://localhost:3000" }));
    assert.ok(!isForAccount(connection, { ...target, host: "http://127.0.0.1:3000" }));
  });
});
