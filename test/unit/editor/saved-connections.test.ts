import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { ConnectionStore } from "../../../src/editor/connections/store";
import type { Connection } from "../../../src/core/connection/connection";
import { acme, connectionsOf, index, recordOf, SecretStorage } from "./secret-storage";

const renewed: Connection = {
  ...acme,
  credential: { kind: "client", clientId: "cs-1", clientSecret: "the next secret" },
};

describe("Saving a connection", () => {
  beforeEach(() => newWindow());

  it("leaves neither record nor ID when the keychain returns a different value", async () => {
    const secrets = new SecretStorage();
    secrets.garbles = (value) => value.slice(0, 40);
    const store = new ConnectionStore(secrets.real);
    assert.equal((await store.save(acme)).kind, "not-saved");
    assert.deepEqual([...secrets.kept], [[index, "[]"]]);
    assert.deepEqual(await new ConnectionStore(secrets.real).list(), []);
  });

  it("leaves no ID when the keychain rejects the record", async () => {
    const secrets = new SecretStorage();
    secrets.failsToStore = true;
    assert.equal((await new ConnectionStore(secrets.real).save(acme)).kind, "not-saved");
    assert.deepEqual([...secrets.kept], [[index, "[]"]]);
  });

  it("keeps the older record when the keychain rejects the new one", async () => {
    const secrets = new SecretStorage(acme);
    secrets.failsToStore = true;
    const store = new ConnectionStore(secrets.real);
    assert.equal((await store.save(renewed)).kind, "not-saved");
    assert.deepEqual(await store.find(acme.id), {
      kind: "valid",
      id: acme.id,
      connection: acme,
      windowOnly: false,
    });
  });

  it("removes an older record that was overwritten with something else", async () => {
    const secrets = new SecretStorage(acme);
    secrets.garbles = () => "half a record";
    assert.equal((await new ConnectionStore(secrets.real).save(renewed)).kind, "not-saved");
    assert.equal(secrets.kept.get(recordOf(acme)), undefined);
    assert.equal(secrets.kept.get(index), "[]");
  });

  it("reports that a copy may remain when it cannot be removed", async () => {
    const secrets = new SecretStorage();
    secrets.garbles = (value) => value.slice(0, 40);
    secrets.failsToDelete = true;
    const saved = await new ConnectionStore(secrets.real).save(acme);
    assert.match(saved.kind === "not-saved" ? saved.reason : "", /a copy may remain/);
  });
});

describe("Without a saved connection", () => {
  for (const id of ["campaignJson.updateCredentials", "campaignJson.removeConnection"])
    it(`${id} shows a message and no empty list`, async () => {
      newWindow();
      const connections = connectionsOf(new SecretStorage(), "practice");
      await fake.run(id);
      await settled();
      assert.deepEqual(fake.asked, []);
      assert.equal(fake.messages.length, 1);
      assert.match(fake.messages[0]!.text, /No connection is saved/);
      connections.dispose();
    });
});
