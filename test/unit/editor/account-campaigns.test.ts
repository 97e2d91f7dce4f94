import { fake, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { accepted, attempt, begun } from "../submission/attempts";
import { LifecycleScene, campaign, contextKey, lineOf, test, view } from "./lifecycle-scene";

const show = "campaignJson.refreshCampaigns";
const emptiness = (): unknown => contextKey("campaignJson.accountCampaigns");

describe("The view of the account's campaigns", () => {
  it("reads nothing, and loads no code, before a person asks for it", async () => {
    const scene = await LifecycleScene.open();
    assert.deepEqual(view().rows, []);
    fake.views.get("campaignJson.campaigns")!.visible = true;
    fake.on.shown.fire(undefined);
    await settled();
    assert.deepEqual([scene.loads, scene.calls], [0, []]);
    assert.equal(view().title, "Campaigns in Test");
    await fake.run(show);
    assert.deepEqual([scene.loads, scene.calls], [1, ["list"]]);
    assert.equal(emptiness(), "listed");
  });

  it("shows name, state, mode, queue and last change, and everything in the tooltip", async () => {
    const scene = await LifecycleScene.open();
    scene.campaigns = [campaign({ state: "Active", updatedAt: Date.now() - 120_000, dncList: "DNC $(x)" })];
    await fake.run(show);
    const line = await lineOf(view().rows[0]!);
    assert.equal(line.label, "Spring");
    assert.match(String(line.description), /^Active · Preview · Queue · 2 min/);
    assert.deepEqual((line.iconPath as vscode.ThemeIcon).id, "play-circle");
    const tooltip = String(Reflect.get(line.tooltip as object, "value"));
    for (const part of ["cd-1", "List", "DNC $(x)", "Test", "acc-1", "To pause, resume or delete it"])
      assert.ok(tooltip.includes(part), tooltip);
    assert.match(String(line.accessibilityInformation?.label), /^Spring, Active, Preview, Queue, 2 minutes/);
  });

  for (const [state, flags] of [
    ["Preparing", ""],
    ["Ready", "startable;"],
    ["Scheduled", ""],
    ["Active", "stoppable;"],
    ["Paused", ""],
    ["Stopped", "startable;"],
    ["Completed", "startable;"],
    ["Brand-new", ""],
  ] as const)
    it(`offers in the menu of a campaign that is ${state} only what is possible`, async () => {
      const scene = await LifecycleScene.open();
      scene.campaigns = [campaign({ state })];
      await fake.run(show);
      assert.equal((await lineOf(view().rows[0]!)).contextValue, `;campaign;${flags}`);
    });

  it("filters by words, by state and by mode", async () => {
    const scene = await LifecycleScene.open();
    scene.campaigns = [
      campaign({ id: "cd-1", name: "Ready to pay", state: "Active" }),
      campaign({ id: "cd-2", name: "Spring", state: "Ready", mode: "Agentless" }),
      campaign({ id: "cd-3", name: "Summer", state: "Ready" }),
    ];
    await fake.run(show);
    const filtered = async (text: string): Promise<string[]> => {
      fake.answers.push(text);
      await fake.run("campaignJson.filterCampaigns");
      return view().rows.map(({ campaign: { id } }) => id);
    };
    assert.deepEqual(await filtered("ready"), ["cd-1", "cd-2", "cd-3"]);
    assert.deepEqual(await filtered("state:ready"), ["cd-2", "cd-3"]);
    assert.deepEqual(await filtered("STATE:ready mode:preview"), ["cd-3"]);
    assert.match(view().message ?? "", /Only campaigns with “STATE:ready mode:preview” are shown/);
    assert.deepEqual(await filtered("cd-9"), []);
    assert.equal(emptiness(), "unmatched");
    await fake.run("campaignJson.clearCampaignFilter");
    assert.equal(view().rows.length, 3);
    assert.equal(view().message, "");
    assert.equal(contextKey("campaignJson.campaignsFiltered"), false);
  });

  for (const [outcome, expected, button] of [
    [{ kind: "not-sent", reason: "dns", detail: "" }, "unreached", "Test Connection"],
    [
      { kind: "rate-limited", httpStatus: 429, messages: [], response: {} },
      "rate-limited",
      "Test Connection",
    ],
    [
      { kind: "unauthorized", httpStatus: 403, why: "scope", messages: [], response: {} },
      "unauthorized",
      "Update Credentials…",
    ],
    [{ kind: "unknown", reason: "unexpected", detail: "" }, "unreadable", "Test Connection"],
  ] as const)
    it(`explains what to do when the account is ${expected}`, async () => {
      const scene = await LifecycleScene.open();
      await fake.run(show);
      scene.failure = outcome;
      await fake.run(show);
      assert.deepEqual(view().rows, []);
      assert.equal(emptiness(), expected);
      assert.equal(fake.messages.at(-1)?.buttons[0], button);
    });

  it("distinguishes an empty account, and warns that the account has more", async () => {
    const scene = await LifecycleScene.open();
    scene.campaigns = [];
    await fake.run(show);
    assert.equal(emptiness(), "empty");
    scene.campaigns = [campaign()];
    scene.complete = false;
    await fake.run(show);
    assert.match(view().message ?? "", /more campaigns than are listed: the newest 500 were read/);
  });

  it("reads nothing in an untrusted workspace", async () => {
    const scene = await LifecycleScene.open();
    fake.trusted = false;
    await fake.run(show);
    assert.deepEqual(scene.calls, []);
    assert.match(fake.messages.at(-1)!.text, /this workspace isn’t trusted/);
  });

  it("knows the file by the submission log, else by a name that only one file has", async () => {
    const scene = await LifecycleScene.open();
    const file = fake.write("file:///work/old.campaign.json", '{"name":"Renamed"}');
    const ledger = scene.computer.window();
    const { host, accountId } = test;
    const entry = begun(await ledger.begin(attempt({ host, accountId, path: file.fsPath }), []));
    await ledger.finish(entry, accepted);
    fake.write("file:///work/summer.campaign.json", '{"name":"Summer"}');
    for (const copy of ["a", "b"]) fake.write(`file:///work/${copy}.campaign.json`, '{"name":"Twice"}');
    await scene.readWorkspace();
    scene.campaigns = [
      campaign(),
      campaign({ id: "cd-2", name: "Summer" }),
      campaign({ id: "cd-3", name: "Twice" }),
    ];
    await fake.run(show);
    assert.deepEqual(
      view().rows.map((row) => row.file?.path),
      ["/work/old.campaign.json", "/work/summer.campaign.json", undefined],
    );
  });

  it("follows a campaign again that this computer created and that is preparing", async () => {
    const scene = await LifecycleScene.open();
    const ledger = scene.computer.window();
    const { host, accountId } = test;
    const entry = begun(await ledger.begin(attempt({ host, accountId }), []));
    await ledger.finish(entry, accepted);
    scene.campaigns = [campaign({ state: "Preparing" }), campaign({ id: "cd-2", state: "Preparing" })];
    await fake.run(show);
    assert.deepEqual(scene.watched, [entry.id]);
  });

  it("copies an ID and refreshes the state of one row", async () => {
    const scene = await LifecycleScene.open();
    await fake.run(show);
    await fake.run("campaignJson.copyIdOfCampaign", view().rows[0]);
    assert.deepEqual(fake.copied, ["cd-1"]);
    scene.campaigns = [campaign({ state: "Completed" })];
    await fake.run("campaignJson.refreshCampaign", view().rows[0]);
    assert.equal(view().rows[0]?.campaign.state, "Completed");
    assert.match(fake.messages.at(-1)!.text, /^“Spring” is Completed\.$/);
  });
});
