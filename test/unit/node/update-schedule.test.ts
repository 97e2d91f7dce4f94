import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { created, environment, run } from "./account-run";
import { preview, UpdateScene } from "./update-scene";

const scheduled = { ...preview, schedule: { isSchedulingEnabled: true } };
const omitted = [{ pointer: "/schedule/isSchedulingEnabled", account: true }];

describe("campaign-json update of a campaign with a schedule", () => {
  let scene: UpdateScene;
  let id: string;
  beforeEach(async () => {
    scene = await UpdateScene.open();
    id = await created(scene.practice, scheduled);
  });
  afterEach(() => scene.close());

  function withRingTime<T extends object>(campaign: T): T {
    return { ...campaign, dialingStrategy: { ...preview.dialingStrategy, maxRingTime: 45 } };
  }
  async function isScheduled(): Promise<unknown> {
    const { schedule, status } = (await scene.stored(id)) as unknown as JsonObject;
    return [(schedule as JsonObject)["isSchedulingEnabled"], status];
  }
  function writeWithoutSchedule(): void {
    scene.write(withRingTime({ ...scheduled, schedule: undefined }));
  }

  it("keeps the schedule if the file was pulled", async () => {
    const { out } = await run(["pull", id], { env: environment(scene.practice.origin) });
    const { maxSkips, campaignType } = preview;
    scene.write(withRingTime({ ...(parseDocument(out).value as object), maxSkips, campaignType }));
    const { outcome, differences, err } = await scene.report();
    assert.deepEqual([outcome, differences], ["accepted", []]);
    assert.match(err, /\ndialingStrategy\.maxRingTime: “45” in the file, “30” in the account\.\n$/);
    assert.deepEqual(
      scene.puts().map(({ body }) => (JSON.parse(body) as JsonObject)["schedule"]),
      [{ isSchedulingEnabled: true }],
    );
    assert.deepEqual(await isScheduled(), [true, "Scheduled"]);
  });

  it("sends nothing with --yes if the file omits the schedule, and names what to add", async () => {
    writeWithoutSchedule();
    const { code, outcome, reason, nextStep, message, state, ...rest } = await scene.report();
    assert.deepEqual([code, outcome, reason, state], [4, "not-sent", "omitted", "Scheduled"]);
    assert.deepEqual(rest.omitted, omitted);
    assert.match(message, /The file omits 1 value that the account has, and the platform may reset it\.$/);
    assert.equal(nextStep, "Add it to the file: campaign-json pull shows it.");
    const { out } = await scene.run(["--yes"]);
    assert.match(
      out,
      /\nwarning: schedule\.isSchedulingEnabled: “true” in the account, missing in the file\.\n/,
    );
    assert.deepEqual([scene.puts(), await scene.recorded()], [[], []]);
    assert.deepEqual(await isScheduled(), [true, "Scheduled"]);
  });

  it("asks about an omitted schedule, and reports that the update switched it off", async () => {
    writeWithoutSchedule();
    const { code, err, outcome, ...rest } = await scene.report([], {
      ...{ canAsk: true, ask: () => Promise.resolve("y") },
    });
    assert.match(
      err,
      /1 value will change:\n- dialingStrategy\.maxRingTime: .+\n\nThe file omits 1 value .+:\n- schedule\.isSchedulingEnabled: “true” in the account, missing in the file\.\n/,
    );
    assert.deepEqual([code, outcome, rest.differences, rest.omitted], [0, "accepted", [], []]);
    assert.deepEqual(rest.changed, [
      { pointer: "/schedule/isSchedulingEnabled", before: true, after: false },
    ]);
    assert.match(rest.nextStep, /^Restore the changed values in the platform/);
    assert.deepEqual(await isScheduled(), [false, "Ready"]);
  });

  it("reports in the text output that the update switched an omitted schedule off", async () => {
    writeWithoutSchedule();
    const { out } = await scene.run([], { canAsk: true, ask: () => Promise.resolve("y") });
    assert.match(
      out,
      /isSchedulingEnabled: “true” before the update, “false” after it, missing in the file\./,
    );
  });

  it("does not ask about the schedule of a file that switches it off: that is a difference", async () => {
    scene.write(preview);
    const { outcome, err } = await scene.report();
    assert.equal(outcome, "accepted");
    assert.match(err, /schedule\.isSchedulingEnabled: “false” in the file, “true” in the account\.\n/);
  });
});
