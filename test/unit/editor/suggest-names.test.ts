import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import { allowed, NamesScene, refresh } from "./names-scene";
import { acme } from "./secret-storage";

describe("Names from the account in the editor", () => {
  let scene: NamesScene;
  const start = (...given: ConstructorParameters<typeof NamesScene>): void => {
    scene = new NamesScene(...given);
  };
  beforeEach(() => newWindow());
  afterEach(() => scene.dispose());

  it("are neither read nor is their code loaded until a person allows it", async () => {
    start(acme);
    assert.deepEqual(await scene.suggested('{ "queue_name": "|" }'), { labels: [], isIncomplete: false });
    await scene.hovered('{ "queue_name": "Queu|e" }');
    assert.deepEqual([scene.loads, scene.reads], [0, []]);
  });

  it("do not have their code loaded before the first name is wanted", async () => {
    start(allowed);
    await scene.suggested('{ "name": "|" }');
    await scene.suggested('{ "queue_name": "|" }', '"');
    await scene.hovered('{ "queue_name": "Queu|e" }');
    assert.deepEqual([scene.loads, scene.reads], [0, []]);
    await scene.suggested('{ "queue_name": "|" }');
    assert.deepEqual([scene.loads, scene.reads], [1, ["queue"]]);
  });

  it("do not delay the list: they join it at the next character, with their origin", async () => {
    start(allowed);
    const marked = '{ "contactLists": ["|"] }';
    assert.deepEqual(await scene.suggested(marked), { labels: [], isIncomplete: true });
    assert.deepEqual(await scene.suggested('{ "contactLists": ["L|"] }', "L"), {
      labels: ['"Lis*t" Contact list in Acme'],
      isIncomplete: false,
    });
    assert.deepEqual(await scene.suggested('{ "queue_name": "L|" }', "L"), {
      labels: [],
      isIncomplete: false,
    });
    assert.deepEqual(scene.reads, ["contactList"]);
    assert.match(scene.logged.join(), /^Read 1 contact list from “Acme”/);
  });

  it("stay when the account cannot be read, and only the log says so", async () => {
    start(allowed);
    await scene.suggested('{ "queue_name": "|" }');
    scene.now += 5 * 60_000;
    scene.failure = { kind: "unavailable", outcome: { kind: "not-sent", reason: "dns", detail: "" } };
    await scene.suggested('{ "queue_name": "|" }');
    const { labels } = await scene.suggested('{ "queue_name": "|" }');
    assert.deepEqual(labels, ['"Queue" Inactive queue in Acme']);
    assert.deepEqual([scene.reads.length, fake.messages], [2, []]);
    assert.match(
      scene.logged.at(-1) ?? "",
      /^Couldn’t read the queues of “Acme”: the server could not be reached\./,
    );
  });

  it("are not read in a workspace that is not trusted, or for a host that nobody confirmed", async () => {
    start(allowed);
    fake.trusted = false;
    assert.deepEqual((await scene.suggested('{ "queue_name": "|" }')).isIncomplete, false);
    assert.deepEqual(await scene.hovered('{ "queue|_name": "Q" }'), []);
    await fake.run(refresh);
    assert.deepEqual(
      fake.messages.map(({ buttons }) => buttons),
      [["Manage Trust"]],
    );
    scene.dispose();
    fake.trusted = true;
    start({ ...allowed, host: "https://elsewhere.example" });
    assert.deepEqual((await scene.suggested('{ "queue_name": "|" }')).isIncomplete, false);
    assert.deepEqual(scene.reads, []);
  });

  it("are described by a hover from what was read, as plain text and without a read", async () => {
    start(allowed);
    await fake.run(refresh);
    scene.now += 2 * 60_000;
    const [text, link] = await scene.hovered('{ "contactLists": ["Lis|*t"] }');
    assert.equal(
      text?.value.replaceAll("\\", ""),
      "Acme: 12 contacts; ready; linked to no campaign. Read 2 minutes ago.",
    );
    assert.equal(text.isTrusted, undefined);
    assert.equal(link?.value, "[Refresh names from the account](command:campaignJson.refreshAccount)");
    assert.deepEqual(link.isTrusted, { enabledCommands: [refresh] });
    const [missing] = await scene.hovered('{ "queue_name": "[x](command|:y)" }');
    assert.match(missing?.value ?? "", /^Acme\\: The account has no queue with this name/);
    assert.equal(scene.reads.length, 3);
  });

  it("are offered by a hover of their properties alone", async () => {
    start(acme);
    for (const key of ['"contact|Lists": []', '"queue|_name": "Q"', '"queue_name": "Q|"'])
      assert.deepEqual(
        (await scene.hovered(`{ ${key} }`)).map(({ value }) => value),
        ["[Suggest names from the account](command:campaignJson.refreshAccount)"],
      );
    assert.deepEqual(await scene.hovered('{ "prior|ity": "5" }'), []);
  });

  it("do not show an error when the connection cannot be read", async () => {
    start(allowed);
    scene.secrets.get = () => Promise.reject(new Error("The keychain is locked."));
    assert.deepEqual(await scene.account.namesFor("queue"), { sources: [], isPending: false });
    assert.deepEqual(fake.messages, []);
  });
});
