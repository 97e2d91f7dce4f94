import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import { parseConnection } from "../../../src/core/connection/connection";
import { allowed, NamesScene, refresh, suggestNames } from "./names-scene";
import { acme, recordOf } from "./secret-storage";

describe("The permission to read names in the account", () => {
  let scene: NamesScene;
  const start = (...given: ConstructorParameters<typeof NamesScene>): void => {
    scene = new NamesScene(...given);
  };
  beforeEach(() => newWindow());
  afterEach(() => scene.dispose());

  // Keep the value of an input, and the focused choice.
  const same = (options: unknown): unknown => (options as { readonly value: string }).value;
  const focused = (options: unknown): unknown =>
    (options as { readonly activeItems: readonly { readonly label: string }[] }).activeItems[0]?.label;
  // Without the question.
  const notified = () => fake.messages.filter(({ text }) => !text.startsWith("Suggest names"));

  it("is given with the command, which then reads all of them one after the other", async () => {
    start(acme);
    fake.answers = [suggestNames];
    await fake.run(refresh);
    assert.deepEqual(scene.reads, ["contactList", "queue", "dncList"]);
    assert.deepEqual(scene.saved, allowed);
    const [message] = notified();
    assert.equal(message?.level, "information");
    assert.match(message.text, /^Read 1 contact list, 1 queue and 1 do-not-call list from “Acme”\./);
    const { labels } = await scene.suggested('{ "dncLists": { "name": "|" } }');
    assert.deepEqual(labels, ['"Do not call" Do-not-call list in Acme']);
    scene.now += 15_000;
    await fake.run(refresh);
    assert.deepEqual([scene.reads.length, fake.asked.length], [6, 1]);
  });

  it("is not given by leaving the question", async () => {
    start(acme);
    fake.answers = [undefined];
    await fake.run(refresh);
    assert.deepEqual([scene.reads, scene.saved, notified()], [[], acme, []]);
  });

  it("is not saved for a connection that was removed while the question was open", async () => {
    start(acme);
    fake.answers = [
      () => {
        scene.secrets.kept.delete(recordOf(acme));
        return suggestNames;
      },
    ];
    await fake.run(refresh);
    assert.deepEqual([scene.reads, scene.saved], [[], null]);
    assert.match(notified()[0]?.text ?? "", /was removed in the meantime, so nothing was saved/);
  });

  it("is withdrawn with Edit Connection", async () => {
    start(allowed);
    fake.answers = [same, same, same, 0, "No, read nothing for suggestions"];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.deepEqual(scene.saved, acme);
    await scene.suggested('{ "queue_name": "|" }');
    assert.deepEqual(scene.reads, []);
  });

  it("ends with the account that it was given for", async () => {
    start(allowed);
    fake.answers = [same, "acc-9", same, 0];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.deepEqual(scene.saved, { ...acme, accountId: "acc-9" });
  });

  it("stays when other details change", async () => {
    start(allowed);
    fake.answers = ["Acme US", same, same, 0, focused];
    await fake.run("campaignJson.editConnection", acme.id);
    assert.deepEqual(scene.saved, { ...allowed, name: "Acme US" });
  });

  it("does not hide a failure to reach the account, after which nothing else is read", async () => {
    start(allowed);
    scene.failure = { kind: "unavailable", outcome: { kind: "not-sent", reason: "dns", detail: "" } };
    await fake.run(refresh);
    assert.deepEqual(scene.reads, ["contactList"]);
    const [message] = notified();
    assert.deepEqual([message?.level, message?.buttons], ["warning", ["Test Connection"]]);
    const limited = { kind: "rate-limited", httpStatus: 429, messages: [], response: undefined } as const;
    scene.failure = { kind: "unavailable", outcome: limited };
    await fake.run(refresh);
    assert.deepEqual([scene.reads.length, notified().at(-1)?.buttons], [2, []]);
    assert.match(notified().at(-1)?.text ?? "", /Wait a minute, then refresh again\.$/);
  });

  it("covers the names for which the token has the scope", async () => {
    start(allowed);
    const outcome = {
      kind: "unauthorized",
      httpStatus: 401,
      why: "scope",
      messages: [],
      response: undefined,
    } as const;
    scene.failure = { kind: "unavailable", outcome };
    await fake.run(refresh);
    assert.deepEqual(scene.reads, ["contactList", "queue", "dncList"]);
  });

  it("lasts until the window closes for the practice server", async () => {
    start(acme, "practice");
    fake.answers = [suggestNames];
    await fake.run(refresh);
    await fake.run(refresh);
    assert.deepEqual([scene.reads.length, fake.asked.length], [3, 1]);
    assert.deepEqual(scene.saved, acme);
    // It does not run in this test, and completion does not start it.
    assert.deepEqual((await scene.suggested('{ "queue_name": "|" }')).labels, []);
  });

  it("is a part of the record, so it is removed with the connection", async () => {
    start(allowed);
    fake.answers = [
      (options: unknown) => (options as { readonly items: readonly unknown[] }).items[0],
      { title: "Remove Connection", button: "Remove Connection" },
    ];
    await fake.run("campaignJson.removeConnection");
    assert.equal(scene.saved, null);
    assert.deepEqual([...scene.secrets.kept.values()].join().includes("namesAllowed"), false);
  });

  it("is not read from a record that does not clearly contain it", () => {
    for (const namesAllowed of [undefined, false, "true", 1]) {
      const parsed = parseConnection({ ...acme, namesAllowed });
      assert.deepEqual(parsed, { valid: true, value: acme });
    }
    assert.deepEqual(parseConnection(allowed), { valid: true, value: allowed });
  });
});
