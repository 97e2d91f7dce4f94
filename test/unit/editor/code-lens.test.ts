import { fake, newWindow, settled, type FakeDocument } from "./fake-vscode";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { registerCodeLens } from "../../../src/editor/campaign/code-lens";
import type { Connections } from "../../../src/editor/connections/register";
import { campaignReader, type ReadCampaign } from "../../../src/editor/language/open-campaigns";
import * as languageModule from "../../../src/language";
import { acme, connectionsOf, recordOf, SecretStorage } from "./secret-storage";
import { openWorkspace, springWith } from "./workspace";

const address = "file:///work/a.campaign.json";
const stop = { isCancellationRequested: false } as vscode.CancellationToken;

describe("The lenses of a campaign", () => {
  let dispose: () => void = () => undefined;
  let loads = 0;
  let connections: Connections;
  let secrets: SecretStorage;

  const open = async (text: string, inUse?: string): Promise<FakeDocument> => {
    fake.addFolder("file:///work");
    const checking = await openWorkspace();
    secrets = new SecretStorage(acme);
    connections = connectionsOf(secrets, inUse);
    const read: ReadCampaign = campaignReader(() => {
      loads++;
      return Promise.resolve(languageModule);
    }, readNumber);
    const lenses = registerCodeLens({ connections, read });
    dispose = () => [lenses, connections, checking].forEach((each) => void each.dispose());
    return fake.open(address, text);
  };
  beforeEach(() => {
    newWindow();
    loads = 0;
  });
  afterEach(() => dispose());

  it("offer to create it in the connection in use, and the commands that are useful before that", async () => {
    const document = await open(springWith());
    const [create, preview, hours, dialing, ...others] = await lensesOf(document);
    assert.deepEqual(others, []);
    assert.deepEqual(create, {
      line: document.getText().split("\n").indexOf("{"),
      title: "Create in Acme (calls real people)",
      command: "campaignJson.submit",
      arguments: [document.uri],
    });
    assert.deepEqual([preview!.title, preview!.command], ["Preview request", "campaignJson.previewRequest"]);
    assert.deepEqual([hours!.title, hours!.command], ["Calling hours", "campaignJson.showCallingHours"]);
    assert.equal(dialing!.command, "campaignJson.showCallingHours");
    assert.match(dialing!.title, /^Mon.*\(\d+ h a week\); (?:opens next|open now).*; each contact up to /);
    const line = document.getText().split("\n")[dialing!.line];
    assert.match(line!, /"dialingStrategy"/);
  });

  it("load the language features only for the sentence above the dialing strategy", async () => {
    const document = await open(springWith());
    await provider().provideCodeLenses(document.real, stop);
    assert.equal(loads, 0);
    await lensesOf(document);
    assert.equal(loads, 1);
  });

  it("count the problems, lead to the next one, and follow edits", async () => {
    const document = await open(springWith(['"priority": "5"', '"priority": 5']));
    const problems = async () =>
      (await lensesOf(document)).find(({ command }) => command === "editor.action.marker.next")?.title;
    assert.equal(await problems(), "1 problem");
    let changes = 0;
    provider().onDidChangeCodeLenses!(() => changes++);
    document.edit('"priority": 5', '"priority": "5"');
    await document.save();
    await settled();
    assert.ok(changes > 0);
    assert.equal(await problems(), undefined);
  });

  it("do not read the secret storage again at each change of the file", async () => {
    const document = await open(springWith());
    await lensesOf(document);
    const { reads } = secrets;
    document.edit('"priority": "5"', '"priority": "4"');
    await lensesOf(document);
    assert.equal(secrets.reads, reads);
    await secrets.store(recordOf(acme), JSON.stringify({ ...acme, name: "Acme US" }));
    assert.match((await lensesOf(document))[0]!.title, /Acme US/);
  });

  it("follow the connection in use", async () => {
    const document = await open(springWith());
    let changes = 0;
    provider().onDidChangeCodeLenses!(() => changes++);
    fake.answers = [
      ({ items }: { readonly items: readonly { readonly label: string }[] }) =>
        items.find(({ label }) => label.includes("Practice")),
    ];
    await fake.run("campaignJson.switchConnection");
    assert.ok(changes > 0);
    assert.equal((await lensesOf(document))[0]!.title, "Create in Practice");
  });

  it("ask for another connection if the one in use was removed", async () => {
    const document = await open(springWith(), "gone");
    const [create] = await lensesOf(document);
    assert.deepEqual(
      [create!.title, create!.command],
      ["Select a connection to create it", "campaignJson.switchConnection"],
    );
    assert.deepEqual(fake.messages, []);
  });

  it("lead to the question of trust in Restricted Mode, until it is granted", async () => {
    fake.trusted = false;
    const document = await open(springWith());
    const [create] = await lensesOf(document);
    assert.deepEqual(
      [create!.title, create!.command],
      ["Trust this workspace to create the campaign", "workbench.trust.manage"],
    );
    let changes = 0;
    provider().onDidChangeCodeLenses!(() => changes++);
    fake.trusted = true;
    fake.on.trusted.fire();
    assert.equal(changes, 1);
    assert.equal((await lensesOf(document))[0]!.command, "campaignJson.submit");
  });

  it("are absent if the setting is off, in a past version, and in a file without a campaign", async () => {
    const document = await open(springWith());
    const past = await fake.open("git:/work/a.campaign.json", springWith());
    assert.deepEqual(await lensesOf(past), []);
    assert.deepEqual(await lensesOf(await fake.open("file:///work/b.campaign.json", "[1]")), []);
    fake.settings.set("campaignJson.codeLens.enabled", false);
    assert.deepEqual(await lensesOf(document), []);
  });

  it("have no sentence for a dialing strategy whose hours and attempts are unknown", async () => {
    const document = await open('{ "dialingStrategy": { "callingHours": 5 } }');
    const titles = (await lensesOf(document)).map(({ title }) => title);
    assert.equal(titles.length, 4, titles.join());
    assert.equal(titles[2], "Calling hours");
  });

  it("show a time zone that could be an icon or a link as text", async () => {
    const zone = '"timezone": "$(bug) [x](command:y)"';
    const document = await open(springWith([/"timezone": "[^"]*"/.exec(springWith())![0], zone]));
    const { title } = (await lensesOf(document)).at(-1)!;
    assert.match(title, /\\\$\(bug\) \[x\] \(command:y\)/);
  });
});

function provider(): vscode.CodeLensProvider {
  const [found] = fake.providers.flatMap(({ provider: each }) =>
    "provideCodeLenses" in (each as object) ? [each as vscode.CodeLensProvider] : [],
  );
  return found ?? assert.fail("No provider is registered.");
}

async function lensesOf(document: FakeDocument): Promise<(vscode.Command & { readonly line: number })[]> {
  const lenses = (await provider().provideCodeLenses(document.real, stop)) ?? [];
  const resolved = lenses.map(async (lens) =>
    lens.command ? lens : await provider().resolveCodeLens!(lens, stop),
  );
  return (await Promise.all(resolved)).map((lens) => ({
    line: lens!.range.start.line,
    ...lens!.command!,
  }));
}
