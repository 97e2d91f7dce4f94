import { fake } from "./fake-vscode";
import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import type { JsonObject } from "../../../src/core/text/json-guards";
import type { URI } from "vscode-uri";
import { LifecycleScene, campaign, view } from "./lifecycle-scene";
import { springWith } from "./workspace";

const compare = "campaignJson.compareWithAccount";
const pull = "campaignJson.pull";

/** A file of the workspace and a campaign of the account with the same values. */
async function opened(): Promise<{ readonly scene: LifecycleScene; readonly file: URI }> {
  const scene = await LifecycleScene.open();
  const file = fake.write("file:///work/spring.campaign.json", springWith());
  await scene.readWorkspace();
  const values = parseDocument(springWith()).value as JsonObject & { readonly name: string };
  scene.data = values;
  scene.campaigns = [campaign({ name: values.name, queue: String(values["queue_name"]) })];
  await fake.run("campaignJson.refreshCampaigns");
  scene.calls.length = 0;
  return { scene, file };
}

/** The two sides of the diff editor, and the text of the account's side. */
async function diff(): Promise<{ readonly account: string; readonly file: string; readonly title: string }> {
  const shown = fake.executed.findLast(({ id }) => id === "vscode.diff") ?? assert.fail("no diff editor");
  const [account, file, title] = shown.given as [URI, URI, string];
  const text = fake.providedText.get(account.scheme)!.provideTextDocumentContent(account);
  return { account: String(await text), file: file.path, title };
}

describe("Comparing a file with its campaign in the account", () => {
  it("shows both, and reports that they are the same", async () => {
    const { scene, file } = await opened();
    await fake.run(compare, file);
    assert.deepEqual(scene.calls, ["find", "read"]);
    const { account, file: shown, title } = await diff();
    assert.equal(account, springWith());
    assert.equal(shown, "/work/spring.campaign.json");
    assert.equal(title, "spring.campaign.json: Test ↔ file");
    assert.match(fake.messages.at(-1)!.text, /^spring\.campaign\.json is the same as in Test\./);
  });

  it("keeps nothing of the account after the document with it was closed", async () => {
    const { file } = await opened();
    await fake.run(compare, file);
    const [account] = fake.executed.findLast(({ id }) => id === "vscode.diff")!.given as [URI];
    await fake.close(await fake.open(account.toString()));
    assert.match((await diff()).account, /no longer has what the account returned\. Compare again\.$/);
    await fake.run(compare, file);
    assert.equal((await diff()).account, springWith());
  });

  it("counts the differences and lists them in the output, with what was not compared", async () => {
    const { scene } = await opened();
    scene.data = { ...scene.data, maxSkips: null, description: "Another one", priority: "9" };
    await fake.run(compare, view().rows[0]);
    assert.deepEqual(scene.calls, ["read"]);
    assert.match(
      fake.messages.at(-1)!.text,
      /differs from Test in 2 values\. Values that the platform does not/,
    );
    const report = scene.printed.join("\n");
    for (const part of ["Another one", "Not compared, because the platform does not return it: maxSkips"])
      assert.ok(report.includes(part), report);
    assert.match((await diff()).account, /"maxSkips": "<not returned>"/);
  });

  it("offers what is possible for a campaign without a file", async () => {
    const { scene } = await opened();
    scene.campaigns = [campaign({ id: "cd-9", name: "Nowhere" })];
    await fake.run("campaignJson.refreshCampaigns");
    await fake.run(compare, view().rows[0]);
    assert.match(fake.messages.at(-1)!.text, /^No file in this workspace belongs to “Nowhere”/);
    assert.deepEqual(fake.messages.at(-1)!.buttons, ["Open as File"]);
  });

  it("reports a campaign that cannot be read, and shows no comparison", async () => {
    const { scene } = await opened();
    scene.failure = { kind: "not-sent", reason: "dns", detail: "" };
    await fake.run(compare, view().rows[0]);
    assert.match(fake.messages.at(-1)!.text, /could not be read: the server could not be reached/);
    assert.ok(!fake.executed.some(({ id }) => id === "vscode.diff"));
  });

  it("does not count the values of a file with a syntax error", async () => {
    await opened();
    const document = await fake.open("file:///work/spring.campaign.json");
    document.edit("{", "");
    await fake.run(compare, view().rows[0]);
    assert.match(fake.messages.at(-1)!.text, /is not valid JSON, so its values weren’t compared/);
  });
});

describe("Opening a campaign of the account as a file", () => {
  it("opens an unsaved campaign whose gaps are problems, and names them", async () => {
    const { scene } = await opened();
    scene.data = { ...scene.data, maxSkips: null };
    await fake.run(pull, view().rows[0]);
    const document = fake.documents.find(({ isUntitled }) => isUntitled) ?? assert.fail("nothing was opened");
    assert.equal(document.languageId, "campaign-json");
    assert.match(document.getText(), /"maxSkips": "<not returned>",? \/\/ The platform does not return/);
    assert.ok(fake.codesOf(document.uri).some((code) => code.startsWith("schema/")));
    const { text, buttons } = fake.messages.at(-1)!;
    assert.match(text, /was opened as an unsaved file\. The platform does not return .*maxSkips/);
    assert.deepEqual(buttons, ["Compare with File"]);
  });

  it("names what a file can't contain of the schedule", async () => {
    const { scene } = await opened();
    const schedule = { isSchedulingEnabled: true, isRecurrenceEnabled: true };
    scene.data = { ...scene.data, schedule };
    await fake.run(pull, view().rows[0]);
    const document = fake.documents.find(({ isUntitled }) => isUntitled) ?? assert.fail("nothing was opened");
    assert.match(
      document.getText(),
      /"isSchedulingEnabled": true \},? \/\/ The account's schedule also has isRecurrenceEnabled\./,
    );
    assert.match(
      fake.messages.at(-1)!.text,
      / also has isRecurrenceEnabled, which a campaign file can't contain\.$/,
    );
  });

  it("asks which campaign is meant, whatever file is open", async () => {
    const { scene } = await opened();
    const document = await fake.open("file:///work/spring.campaign.json");
    fake.activeEditor = { document };
    fake.answers.push(undefined);
    await fake.run(pull);
    assert.equal(fake.asked.at(-1)?.kind, "pick");
    assert.deepEqual(scene.calls, []);
  });
});
