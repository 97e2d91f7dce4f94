import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type { Connection } from "../../../src/core/connection/connection";
import type { Connections } from "../../../src/editor/connections/register";
import { acme, connectionsOf, recordOf, SecretStorage } from "./secret-storage";

const other: Connection = { ...acme, id: "other", name: "Other", accountId: "acc-2" };

interface Shown {
  readonly title: string;
  readonly value: string;
  readonly items: readonly { readonly label: string }[];
  readonly activeItems: readonly { readonly label: string }[];
  readonly validationMessage: unknown;
}

describe("Edit Connection", () => {
  let secrets: SecretStorage;
  let connections: Connections;
  beforeEach(() => {
    newWindow();
    secrets = new SecretStorage(acme, other);
    connections = connectionsOf(secrets);
  });
  afterEach(() => connections.dispose());
  const saved = (): unknown => JSON.parse(secrets.kept.get(recordOf(acme)) ?? "null");

  it("changes name, account, stream and environment, never host or credentials", async () => {
    fake.answers = ["Acme US", "acc-9", "st-9", "No, it is a test account"];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.deepEqual(saved(), {
      ...acme,
      ...{ name: "Acme US", accountId: "acc-9", streamId: "st-9", production: false },
    });
    const [message] = fake.messages;
    assert.equal(message?.text, "“Acme US” was saved. Its host and credentials didn’t change.");
    const titles = new Set(fake.asked.map(({ options }) => (options as Shown).title));
    assert.deepEqual([...titles], [`Edit Acme at ${acme.host} (for another host, add a connection)`]);
  });

  it("starts with the saved values, so that Enter alone changes nothing", async () => {
    const before = saved();
    const same = (options: unknown): unknown => (options as Shown).value;
    const focused = (options: unknown): unknown => (options as Shown).activeItems[0]?.label;
    secrets.kept.set(recordOf(acme), JSON.stringify({ ...acme, production: false }));
    fake.answers = [same, same, same, focused];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.deepEqual(saved(), { ...(before as Connection), production: false });
  });

  it("accepts the connection's own name and rejects the name of another one", async () => {
    const asked: unknown[] = [];
    fake.answers = [
      (options: Shown & { type(text: string): void }) => {
        for (const name of ["ACME", "other", "Practice"]) {
          options.type(name);
          asked.push(options.validationMessage);
        }
        return undefined;
      },
    ];
    await fake.run("campaignJson.editConnection", acme.id);
    const taken = "A connection with this name already exists.";
    assert.deepEqual(asked, [undefined, taken, taken]);
  });

  it("keeps credentials that another window saved in the meantime", async () => {
    const credential = { kind: "token", token: "eyJhbGciOiJIUzI1NiJ9.e30.bmV3" } as const;
    fake.answers = [
      (options: Shown) => {
        secrets.kept.set(recordOf(acme), JSON.stringify({ ...acme, credential }));
        return options.value;
      },
      ...["acc-9", "st-1", 0],
    ];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.deepEqual(saved(), { ...acme, accountId: "acc-9", credential });
  });

  it("does not bring back a connection that was removed in the meantime", async () => {
    fake.answers = [
      (options: Shown) => {
        secrets.kept.delete(recordOf(acme));
        return options.value;
      },
      ...["acc-9", "st-1", 0],
    ];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.equal(secrets.kept.get(recordOf(acme)), undefined);
    assert.match(fake.messages[0]?.text ?? "", /was removed in the meantime, so nothing was saved/);
  });

  it("and new credentials keep each other’s changes, whichever is saved last", async () => {
    const token = "eyJhbGciOiJIUzI1NiJ9.e30.bmV3";
    const changed = { ...acme, accountId: "acc-9", production: true };
    const answersMeanwhile = (change: () => void): unknown[] => [
      0,
      () => {
        change();
        return token;
      },
    ];
    fake.answers = answersMeanwhile(() => secrets.kept.set(recordOf(acme), JSON.stringify(changed)));
    await fake.run("campaignJson.updateCredentials", acme.id);
    assert.deepEqual(saved(), { ...changed, credential: { kind: "token", token } });
    fake.answers = answersMeanwhile(() => secrets.kept.delete(recordOf(acme)));
    await fake.run("campaignJson.updateCredentials", acme.id);
    assert.equal(saved(), null);
  });

  it("says that the connection of an old notification was removed", async () => {
    secrets.kept.delete(recordOf(acme));
    for (const command of ["editConnection", "updateCredentials"])
      await fake.run(`campaignJson.${command}`, acme.id);
    assert.deepEqual(
      fake.messages.map(({ text }) => text),
      ["The connection was removed.", "The connection was removed."],
    );
  });

  it("saves nothing when it is canceled at any question", async () => {
    const before = saved();
    for (const answers of [[undefined], ["Acme US", undefined], ["Acme US", "acc-9", "st-9", undefined]]) {
      fake.answers = answers;
      await fake.run("campaignJson.editConnection", acme.id);
      await settled();
      assert.deepEqual([saved(), fake.messages], [before, []]);
    }
  });

  it("asks which connection when none is named", async () => {
    fake.answers = [({ items }: Shown) => items[1], "Another", "acc-2", "st-1", 0];
    await fake.run("campaignJson.editConnection");
    assert.match(secrets.kept.get(recordOf(other)) ?? "", /"name":"Another"/);
  });
});

describe("Switch Connection", () => {
  for (const [id, label] of [
    ["practice", "$(beaker) Practice"],
    [acme.id, "$(call-outgoing) Acme"],
    ["other", "$(call-outgoing) Other"],
  ] as const)
    it(`focuses the connection in use: ${id}`, async () => {
      newWindow();
      const connections = connectionsOf(new SecretStorage(acme, other), id);
      let focused: readonly string[] = [];
      fake.answers = [
        ({ activeItems }: Shown) => {
          focused = activeItems.map((item) => item.label);
          return undefined;
        },
      ];
      await fake.run("campaignJson.switchConnection");
      assert.deepEqual(focused, [label]);
      connections.dispose();
    });

  it("uses the one that is picked", async () => {
    newWindow();
    const connections = connectionsOf(new SecretStorage(acme, other), "practice");
    fake.answers = ["$(call-outgoing) Other"];
    await fake.run("campaignJson.switchConnection");
    assert.ok(connections.isInUse(other));
    connections.dispose();
  });
});
