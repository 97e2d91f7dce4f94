import { fake, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { accepted, attempt, begun } from "../submission/attempts";
import { answered, timeout } from "../submission/run-scene";
import { LifecycleScene, campaign, test, view } from "./lifecycle-scene";
import { springWith } from "./workspace";
import { acme } from "./secret-storage";

const show = "campaignJson.refreshCampaigns";
const start = "campaignJson.start";
const stop = "campaignJson.stop";
const yesTo = (title: string) => ({ title, button: title });

/** Opens a window and reads the account. */
async function opened(...given: Parameters<typeof LifecycleScene.open>): Promise<LifecycleScene> {
  const scene = await LifecycleScene.open(...given);
  await fake.run(show);
  scene.calls.length = 0;
  return scene;
}

const last = (): string => fake.messages.at(-1)!.text;
const question = (): string => JSON.stringify(fake.asked.map(({ options }) => options));

describe("Starting and stopping a campaign in the editor", () => {
  it("asks, sends one request, and shows the new state in the view", async () => {
    const scene = await opened();
    fake.answers.push(yesTo("Start Campaign"));
    await fake.run(start, view().rows[0]);
    assert.deepEqual(scene.calls, ["state", "read", "read", "state", "play"]);
    assert.match(last(), /^Campaign started: cd-1 calls people in its calling hours/);
    assert.equal(view().rows[0]?.campaign.state, "Active");
    assert.match(scene.printed.join("\n"), /Spring: Campaign started: cd-1/);
  });

  it("shows one progress for all its steps, and sends nothing once that is canceled", async () => {
    const scene = await opened();
    fake.progress.length = 0;
    fake.answers.push(yesTo("Start Campaign"));
    await fake.run(start, view().rows[0]);
    assert.deepEqual(fake.progress, ["Start “Spring” in Test"]);
    fake.answers.push(() => {
      fake.cancelProgress();
      return yesTo("Start Campaign");
    });
    scene.calls.length = 0;
    await fake.run(start, view().rows[0]);
    assert.deepEqual(
      scene.calls.filter((call) => call === "play"),
      [],
    );
    assert.match(last(), /^Canceled: nothing was sent\./);
  });

  it("sends nothing after Cancel", async () => {
    const scene = await opened();
    fake.answers.push(undefined);
    await fake.run(start, view().rows[0]);
    assert.deepEqual(scene.calls, ["state", "read"]);
  });

  it("asks for the name where real people are called, and sends nothing for another one", async () => {
    const scene = await opened(acme);
    fake.answers.push(yesTo("Start in Acme…"), undefined);
    await fake.run(start, view().rows[0]);
    assert.match(question(), /Real people will be called\. Start “Spring” in Acme/);
    assert.deepEqual(scene.calls, ["state", "read"]);
    fake.answers.push(yesTo("Start in Acme…"), "Spring");
    await fake.run(start, view().rows[0]);
    assert.deepEqual(scene.calls, ["state", "read", "state", "read", "read", "state", "play"]);
  });

  it("focuses a button that sends nothing when a start calls everyone again", async () => {
    const scene = await opened();
    scene.campaigns = [campaign({ state: "Stopped" })];
    fake.answers.push(yesTo("Show Submissions"));
    await fake.run(start, view().rows[0]);
    assert.match(question(), /It ran before\. Starting it calls everyone/);
    assert.deepEqual(scene.calls, ["state", "read"]);
    assert.ok(fake.executed.some(({ id }) => id === "campaignJson.showSubmissions"));
  });

  it("stops an active campaign", async () => {
    const scene = await opened();
    scene.campaigns = [campaign({ state: "Active" })];
    scene.respond = () => answered(200, { status: "Stopped", message: "Campaign Stopped" });
    fake.answers.push(yesTo("Stop Campaign"));
    await fake.run(stop, view().rows[0]);
    assert.deepEqual(scene.calls, ["state", "state", "stop"]);
    assert.match(last(), /^Campaign stopped: cd-1 calls everyone on its lists again/);
  });

  for (const [state, words] of [
    ["Active", /already active/],
    ["Preparing", /still preparing it\. Try again when it is ready/],
    ["Scheduled", /follows its schedule/],
  ] as const)
    it(`sends nothing when the campaign is ${state} by now`, async () => {
      const scene = await opened();
      scene.campaigns = [campaign({ state })];
      await fake.run(start, view().rows[0]);
      assert.deepEqual(scene.calls, ["state"]);
      assert.match(last(), words);
      assert.equal(view().rows[0]?.campaign.state, state);
    });

  it("reads the state after a request without a response, and offers to read it again", async () => {
    const scene = await opened();
    scene.respond = () => timeout;
    fake.answers.push(yesTo("Start Campaign"));
    await fake.run(start, view().rows[0]);
    assert.deepEqual(scene.calls, ["state", "read", "read", "state", "play", "poll"]);
    assert.deepEqual(fake.messages.at(-1)?.buttons, ["Refresh Status", "Show Output"]);
  });

  it("sends one request when the command is called twice", async () => {
    const scene = await opened();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    scene.respond = async () => {
      await held;
      return answered(200, { status: "Active" });
    };
    fake.answers.push(yesTo("Start Campaign"));
    const first = fake.run(start, view().rows[0]);
    await settled();
    await fake.run(start, view().rows[0]);
    const refused = /already being changed from this window/;
    assert.ok(fake.messages.some(({ text }) => refused.test(text)));
    release();
    await first;
    assert.equal(scene.calls.filter((call) => call === "play").length, 1);
  });

  it("finds the campaign of a file by its name, and shows the file's hours if the account returns none", async () => {
    const scene = await opened();
    const text = springWith();
    scene.campaigns = [campaign({ name: /"name": "([^"]*)"/.exec(text)![1]! })];
    await fake.open("file:///work/spring.campaign.json", text);
    fake.answers.push(undefined);
    await fake.run(start, fake.documents[0]!.uri);
    assert.deepEqual(scene.calls, ["find", "state", "read"]);
    assert.match(question(), /Calling hours in the file: /);
  });

  it("finds the campaign that the file created, or says that it is gone and takes the one with its name", async () => {
    const scene = await opened();
    const file = fake.write("file:///work/spring.campaign.json", '{ "name": "Spring" }');
    const { host, accountId } = test;
    const ledger = scene.computer.window();
    const entry = begun(await ledger.begin(attempt({ host, accountId, path: file.fsPath }), []));
    await ledger.finish(entry, { ...accepted, campaignId: "cd-2" });
    scene.campaigns = [campaign(), campaign({ id: "cd-2" })];
    await fake.run("campaignJson.refreshCampaign", file);
    assert.match(last(), /^“Spring” is Ready\./);
    scene.campaigns = [campaign()];
    fake.answers.push(undefined);
    await fake.run(start, file);
    assert.match(
      fake.messages.at(-2)!.text,
      /^The account no longer has the campaign cd-2 of this file, so .*: “Spring” \(cd-1, Ready\)\.$/,
    );
    assert.match(question(), /ID: cd-1/);
  });

  it("sends nothing for a file whose campaign is not in the account", async () => {
    const scene = await opened();
    await fake.open("file:///work/other.campaign.json", '{ "name": "Other" }');
    await fake.run(start, fake.documents[0]!.uri);
    assert.deepEqual(scene.calls, ["find"]);
    assert.match(last(), /^Test has no campaign “Other”\. Submit it first/);
  });

  it("asks which one is meant when two campaigns have the name", async () => {
    const scene = await opened();
    scene.campaigns = [campaign(), campaign({ id: "cd-2", state: "Completed" })];
    await fake.open("file:///work/spring.campaign.json", '{ "name": "Spring" }');
    fake.answers.push(undefined);
    await fake.run(start, fake.documents[0]!.uri);
    assert.match(question(), /2 campaigns named “Spring”/);
    assert.deepEqual(scene.calls, ["find"]);
  });

  it("lets a person pick one of those that can be started when no file is open", async () => {
    const scene = await opened();
    scene.campaigns = [campaign({ id: "cd-1", state: "Active" }), campaign({ id: "cd-2", name: "Idle" })];
    await fake.run(show);
    scene.calls.length = 0;
    fake.answers.push(undefined);
    await fake.run(start);
    assert.doesNotMatch(question(), /cd-1/);
    assert.match(question(), /cd-2/);
    assert.deepEqual(scene.calls, []);
  });

  it("sends nothing for a row that was read from another account", async () => {
    const scene = await opened();
    const [row] = view().rows;
    await fake.run(start, { ...row, through: { ...row!.through, accountId: "acc-2" } });
    assert.deepEqual(scene.calls, []);
    assert.match(last(), /isn’t in the account that this window uses now/);
  });

  it("sends nothing in an untrusted workspace", async () => {
    const scene = await opened();
    fake.trusted = false;
    await fake.run(start, view().rows[0]);
    assert.deepEqual(scene.calls, []);
  });

  it("sends nothing when the connection changes during the question", async () => {
    const scene = await opened();
    fake.answers.push(async () => {
      await scene.removeConnection();
      return yesTo("Start Campaign");
    });
    await fake.run(start, view().rows[0]);
    assert.deepEqual(scene.calls, ["state", "read"]);
    assert.ok(fake.messages.some(({ text }) => /the connection has changed/.test(text)));
  });
});
