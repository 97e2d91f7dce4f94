import { newWindow, fake } from "./fake-vscode";
import assert from "node:assert/strict";
import type { Connections } from "../../../src/editor/connections/register";
import { acme, connectionsOf, SecretStorage } from "./secret-storage";

describe("A credential in a workspace that is not trusted", () => {
  let connections: Connections;
  beforeEach(() => {
    const window = newWindow();
    window.trusted = false;
    connections = connectionsOf(new SecretStorage(acme));
  });
  afterEach(() => connections.dispose());

  it("is not used to submit or to check against the account", async () => {
    assert.equal(await connections.inUse(), undefined);
    assert.deepEqual(
      fake.messages.map(({ buttons }) => buttons),
      [["Manage Trust"]],
    );
  });

  it("is not used to read a campaign's state or to look one up", async () => {
    assert.equal(await connections.forAccount(acme), undefined);
    assert.deepEqual(
      fake.messages.map(({ buttons }) => buttons),
      [["Manage Trust"]],
    );
  });

  it("may be named where nothing is sent", async () => {
    assert.equal((await connections.forShow())?.id, acme.id);
    assert.deepEqual(fake.messages, []);
  });

  it("is used once the workspace is trusted", async () => {
    fake.trusted = true;
    assert.equal((await connections.inUse())?.id, acme.id);
    assert.equal((await connections.forAccount(acme))?.id, acme.id);
  });
});
