import { fake } from "./fake-vscode";
import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Connection } from "../../../src/core/connection/connection";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { answered } from "../submission/run-scene";
import { LifecycleScene, campaign, test, view } from "./lifecycle-scene";
import { acme } from "./secret-storage";
import { springWith } from "./workspace";

const update = "campaignJson.update";
const yes = { title: "Update Campaign", button: "Update Campaign" };

/** A file that differs from its campaign in the account in the description. */
async function opened(connection: Connection = test): Promise<LifecycleScene> {
  const scene = await LifecycleScene.open(connection);
  fake.write("file:///work/spring.campaign.json", springWith());
  await scene.readWorkspace();
  const values = parseDocument(springWith()).value as JsonObject & { readonly name: string };
  scene.data = { ...values, description: "As it was before" };
  scene.campaigns = [campaign({ name: values.name, queue: String(values["queue_name"]) })];
  await fake.run("campaignJson.refreshCampaigns");
  scene.calls.length = 0;
  return scene;
}

const last = () => fake.messages.at(-1)!;
const question = (): string => JSON.stringify(fake.asked.map(({ options }) => options));
const sent = (scene: LifecycleScene): number => scene.calls.filter((call) => call === "update").length;
const agree = async () => fake.run(update, view().rows[0]);

describe("Updating a campaign from its file", () => {
  it("shows exactly the differences, sends one request, and reads the campaign again", async () => {
    const scene = await opened();
    fake.answers.push(yes);
    await agree();
    assert.match(question(), /1 value will change:\\n- description: .*“As it was before” in the account/);
    assert.deepEqual(scene.calls, ["find", "read", "find", "read", "update", "find", "read"]);
    assert.deepEqual(fake.progress.slice(1), ["Update “Spring reminder” in Test"]);
    assert.equal(last().level, "information");
    assert.match(last().text, /^Campaign updated: cd-1 has every value of the file/);
  });

  it("sends nothing after Cancel", async () => {
    const scene = await opened();
    fake.answers.push(undefined);
    await agree();
    assert.equal(sent(scene), 0);
  });

  it("reports what the platform did not apply", async () => {
    const scene = await opened();
    scene.update = () => answered(200, { status: "success", message: "updated", data: { _id: "cd-1" } });
    fake.answers.push(yes);
    await agree();
    assert.equal(last().level, "warning");
    assert.match(last().text, /1 value of the account still differs from the file/);
    assert.equal(last().buttons[0], "Compare with Account");
    assert.match(scene.printed.join("\n"), /Not applied: description: .*As it was before/);
  });

  it("asks about a schedule that the file omits, and warns if the update switched it off", async () => {
    const scene = await opened();
    const [document] = fake.documents;
    assert.ok(!document?.getText().includes("schedule"));
    scene.data = { ...scene.data, schedule: { isSchedulingEnabled: true } };
    fake.answers.push(yes);
    await agree();
    assert.match(
      question(),
      /The file omits 1 value .+\\n- schedule\.isSchedulingEnabled: “true” in the account/,
    );
    assert.equal(sent(scene), 1);
    assert.equal(last().level, "warning");
    assert.match(last().text, /isSchedulingEnabled changed, which the file omits/);
    assert.match(
      scene.printed.join("\n"),
      /Changed: schedule\.isSchedulingEnabled: “true” before the update, not returned after it/,
    );
  });

  it("asks for the name where real people are called", async () => {
    const scene = await opened(acme);
    fake.answers.push({ title: "Update in Acme…", button: "Update in Acme…" }, undefined);
    await agree();
    assert.match(question(), /This campaign calls real people\. Update “/);
    assert.equal(sent(scene), 0);
  });

  it("asks nothing when the account has every value already", async () => {
    const scene = await opened();
    scene.data = {
      ...scene.data,
      description: (parseDocument(springWith()).value as JsonObject)["description"],
    };
    await agree();
    assert.equal(sent(scene), 0);
    assert.equal(fake.asked.length, 0);
    assert.match(last().text, /^The campaign is up to date/);
  });

  it("sends nothing to an active campaign", async () => {
    const scene = await opened();
    scene.campaigns = scene.campaigns.map((one) => ({ ...one, state: "Active" }));
    await agree();
    assert.equal(sent(scene), 0);
    assert.match(last().text, /does not change a campaign while it is active/);
    assert.equal(view().rows[0]?.campaign.state, "Active");
  });

  it("sends nothing for a file with errors", async () => {
    const scene = await opened();
    const document = await fake.open("file:///work/spring.campaign.json");
    document.edit('"Preview"', '"Sideways"');
    await agree();
    assert.deepEqual(scene.calls, []);
    assert.match(last().text, /has 1 error, so its campaign was not updated/);
  });

  it("sends nothing while the team's configuration is invalid, or when the file can't be saved", async () => {
    const scene = await opened();
    fake.write("file:///work/.campaignlint.json", "{");
    await agree();
    assert.match(last().text, /^Not updated: \.campaignlint\.json, line 1 is invalid/);
    fake.write("file:///work/.campaignlint.json", "{}");
    const [document] = fake.documents;
    document!.edit("9:00 AM", "10:00 AM");
    document!.saves = false;
    await agree();
    assert.equal(last().text, "Not updated: the file wasn’t saved. Save it, then update again.");
    assert.deepEqual(scene.calls, []);
  });

  it("sends nothing when the file changes during the question", async () => {
    const scene = await opened();
    fake.answers.push(() => {
      fake.documents[0]!.edit("9:00 AM", "10:00 AM");
      return yes;
    });
    await agree();
    assert.equal(sent(scene), 0);
    assert.match(last().text, /the file or the connection has changed/);
  });
});
