import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Connection } from "../../src/core/connection/connection";
import { ConnectionStore } from "../../src/editor/connections/store";
import { closeAll, openFile, springWith } from "./campaigns";
import { tokenWith } from "./secrets";

const token = tokenWith();
const acme: Connection = {
  id: "0b6f5c5e-acme",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  production: true,
  credential: { kind: "token", token },
};
const beta: Connection = { ...acme, id: "1c7a-beta", name: "Beta", production: false };

/** The secret storage that VS Code gave to the extension. */
function secrets(): vscode.SecretStorage {
  const context: unknown = Reflect.get(globalThis, "campaignJsonContext");
  assert.ok(typeof context === "object" && context !== null, "The extension is not active.");
  return (context as vscode.ExtensionContext).secrets;
}

describe("Saved connections", () => {
  let store: ConnectionStore;

  before(async () => {
    await openFile("connections.campaign.json", await springWith());
    await vscode.extensions.getExtension("campaign-json.campaign-json")?.activate();
    await closeAll();
  });
  beforeEach(() => (store = new ConnectionStore(secrets())));
  afterEach(async () => {
    for (const { id } of await store.list()) await store.remove(id);
    store.dispose();
  });

  const soundIn = async (from: ConnectionStore): Promise<Connection[]> =>
    (await from.list()).flatMap((stored) => (stored.kind === "valid" ? [stored.connection] : []));

  it("are found again by whoever looks next, in the order of their names", async () => {
    await store.save(beta);
    await store.save(acme);
    const next = new ConnectionStore(secrets());
    assert.deepEqual(await soundIn(next), [acme, beta]);
    assert.deepEqual(await next.find(beta.id), {
      ...{ kind: "valid", id: beta.id, connection: beta, windowOnly: false },
    });
    next.dispose();
  });

  it("are gone with their token when they are removed", async () => {
    await store.save(acme);
    await store.remove(acme.id);
    assert.deepEqual(await store.list(), []);
    assert.equal(await secrets().get(`campaignJson.connection.${acme.id}`), undefined);
  });

  it("keep their ids apart from what they hold", async () => {
    await store.save(acme);
    assert.equal(await secrets().get("campaignJson.connections"), JSON.stringify([acme.id]));
  });

  it("are all kept when they are saved at the same time, by two windows too", async () => {
    const other = new ConnectionStore(secrets());
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...acme,
      id: `many-${index}`,
      name: `N${index}`,
    }));
    await Promise.all(many.map((each, index) => (index % 2 === 0 ? store : other).save(each)));
    // Each window notices what the other has overwritten, and writes once more.
    await store.save(beta);
    await other.save(beta);
    const deadline = Date.now() + 5000;
    while ((await store.list()).length < 7 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await store.list()).length, 7);
    other.dispose();
  });

  const broken: readonly (readonly [what: string, record: string, name: string])[] = [
    ["no JSON", "{ this is no JSON", "Connection without a name"],
    ["a host that is not safe", JSON.stringify({ ...acme, host: "http://platform.kore.ai" }), "Acme"],
    ["no credential", JSON.stringify({ ...acme, credential: undefined }), "Acme"],
    ["the id of another", JSON.stringify(beta), "Beta"],
  ];
  for (const [what, record, name] of broken)
    it(`are not used with ${what}, and can still be removed`, async () => {
      await store.save(acme);
      await secrets().store(`campaignJson.connection.${acme.id}`, record);
      const [stored] = await store.list();
      assert.ok(stored?.kind === "invalid");
      assert.equal(stored.name, name);
      assert.ok(stored.reason !== "" && !stored.reason.includes(token));
      await store.remove(acme.id);
      assert.deepEqual(await store.list(), []);
    });

  it("are told of when they change", async () => {
    const changed = new Promise<void>((resolve) => {
      const subscription = store.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
    await store.save(acme);
    await changed;
  });

  it("never show their token in what has been redacted", async () => {
    await store.save({ ...acme, credential: { kind: "token", token: "not-a-jwt-but-secret" } });
    assert.equal(store.redact("Error: not-a-jwt-but-secret"), "Error: <redacted>");
  });
});
