import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { registerLanguageStatus } from "../../../src/editor/campaign/language-status";
import { registerLintConfigs } from "../../../src/editor/workspace/lint-configs";
import { acme, connectionsOf, SecretStorage } from "./secret-storage";
import { log, springWith } from "./workspace";

const configFile = "file:///work/team/.campaignlint.json";

describe("The language status of a campaign", () => {
  let dispose: () => void = () => undefined;

  const start = async (inUse?: string): Promise<void> => {
    const connections = connectionsOf(new SecretStorage(acme), inUse);
    const configs = registerLintConfigs();
    const status = registerLanguageStatus({ connections, configs, log });
    dispose = () => [status, connections, configs].forEach((each) => void each.dispose());
    await show("file:///work/team/a.campaign.json");
  };
  const show = async (address: string): Promise<void> => {
    fake.activeEditor = { document: await fake.open(address, springWith(), "campaign-json") };
    fake.on.opened.fire(fake.activeEditor.document);
    await settled();
  };
  const item = (id: string) => fake.languageStatus.get(`campaignJson.${id}`)!;

  beforeEach(() => newWindow().addFolder("file:///work"));
  afterEach(() => dispose());

  it("shows the connection in use and switches it", async () => {
    await start();
    const { text, detail, severity, command } = item("connection");
    assert.deepEqual([text, detail, severity], ["Acme", "calls real people (production)", 0]);
    assert.equal(command?.command, "campaignJson.switchConnection");
  });

  it("warns if the connection in use can't be used", async () => {
    await start("gone");
    assert.deepEqual([item("connection").text, item("connection").severity], ["No connection", 1]);
  });

  it("shows the lint configuration in effect, and opens it", async () => {
    fake.files.set(configFile, '{ "rules": {} }');
    await start();
    const { text, severity, command } = item("lintConfig");
    assert.deepEqual([text, severity], ["team/.campaignlint.json", 0]);
    assert.deepEqual([command?.command, String(command?.arguments?.[0])], ["vscode.open", configFile]);
  });

  it("warns about a configuration with problems", async () => {
    fake.files.set(configFile, '{ "rules": { "no-such-rule": "off" } }');
    await start();
    assert.deepEqual([item("lintConfig").detail, item("lintConfig").severity], ["has problems", 1]);
  });

  it("offers to create a configuration where there is none, and follows its creation", async () => {
    await start();
    const { text, command } = item("lintConfig");
    assert.equal(text, "No .campaignlint.json");
    assert.equal(command?.command, "campaignJson.createLintConfig");
    fake.write("file:///work/.campaignlint.json", '{ "rules": {} }');
    await settled();
    assert.equal(item("lintConfig").text, ".campaignlint.json");
  });

  it("shows when rules run, and opens the setting", async () => {
    fake.settings.set("campaignJson.lint.run", "onSave");
    await start();
    assert.equal(item("lintRun").text, "Rules run when you open or save");
    assert.deepEqual(item("lintRun").command?.arguments, ["campaignJson.lint.run"]);
    fake.settings.set("campaignJson.lint.run", "onType");
    fake.on.configured.fire({ affectsConfiguration: (section: string) => section === "campaignJson.lint" });
    await settled();
    assert.equal(item("lintRun").text, "Rules run as you type");
  });

  it("removes its items", async () => {
    await start();
    assert.equal(fake.languageStatus.size, 3);
    dispose();
    assert.equal(fake.languageStatus.size, 0);
  });
});
