import assert from "node:assert/strict";
import { created } from "./account-run";
import { preview, UpdateScene } from "./update-scene";

describe("campaign-json update", () => {
  let scene: UpdateScene;
  beforeEach(async () => (scene = await UpdateScene.open()));
  afterEach(() => scene.close());

  it("changes the campaign to the values of the file with one PUT of its body, and records it", async () => {
    const campaignId = await created(scene.practice, preview);
    scene.write({ $schema: "x", ...preview, priority: "2" });
    const { code, outcome, state, err, ...rest } = await scene.report();
    assert.deepEqual([code, outcome, rest.campaignId, state], [0, "accepted", campaignId, "Ready"]);
    assert.deepEqual([rest.differences, rest.notCompared], [[], ["/maxSkips", "/campaignType"]]);
    assert.match(rest.message, /details updated successfully$/);
    assert.deepEqual(err.split("\n"), [
      'warning: Line 15: The caller ID "+181633xxxxx" is a placeholder, so people would not see a real number. Use a number that is verified in your account.',
      "priority: “2” in the file, “5” in the account.",
      "",
    ]);
    assert.deepEqual(
      scene.puts().map(({ url, body }) => [url.split("?")[0], JSON.parse(body) as unknown]),
      [[`/campaign/api/v2/public/st-1/campaign/${campaignId}`, { ...preview, priority: "2" }]],
    );
    assert.equal((await scene.stored(campaignId)).priority, "2");
    assert.deepEqual(await scene.recorded(), ["update accepted"]);
  });

  it("compares the queue before and after, although only the list contains it", async () => {
    await created(scene.practice, preview);
    scene.write({ ...preview, queue_name: "Night shift" });
    const { err, outcome, differences } = await scene.report();
    assert.match(err, /queue_name: “Night shift” in the file, “Default Queue” in the account\./);
    assert.deepEqual([outcome, differences], ["accepted", []]);
  });

  it("sends nothing without a difference", async () => {
    const campaignId = await created(scene.practice, preview);
    scene.write(preview);
    const { code, outcome, message, nextStep, ...rest } = await scene.report();
    assert.deepEqual([code, outcome, rest.campaignId], [0, "exists", campaignId]);
    assert.match(
      message,
      /Nothing was sent\. Not compared, because the platform does not return it: maxSkips, /,
    );
    assert.match(nextStep, /change it in the platform/);
    assert.deepEqual([scene.puts(), await scene.recorded()], [[], []]);
  });

  it("asks about exactly the differences, and sends nothing after a no", async () => {
    await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    const asked: string[] = [];
    const answers = ["n", "y"];
    const ask = (question: string): Promise<string | undefined> => {
      asked.push(question);
      return Promise.resolve(answers.shift());
    };
    const declined = await scene.report([], { canAsk: true, ask });
    assert.deepEqual([declined.code, declined.outcome, scene.puts().length], [130, "cancelled", 0]);
    assert.match(
      declined.err,
      /1 value will change:\n- priority: “2” in the file, “5” in the account\.\n\nNot compared/,
    );
    const done = await scene.report([], { canAsk: true, ask });
    assert.deepEqual([done.code, scene.puts().length], [0, 1]);
    assert.deepEqual(asked, ["Update it? [y/N]", "Update it? [y/N]"]);
  });

  it("needs a terminal or --yes", async () => {
    const { code, err } = await scene.run([]);
    assert.deepEqual([code, scene.server.arrived.length], [2, 0]);
    assert.match(err, /Pass --yes/);
  });

  it("does not change an active campaign, and the reason is for scripts", async () => {
    const id = await created(scene.practice, preview);
    const query = "accountId=account-1&campaignType=voice&trigger=play";
    await scene.call("POST", `/api/v2/public/st-1/campaign/trigger/${id}?${query}`, {});
    scene.write({ ...preview, priority: "2" });
    const { code, outcome, reason, state, message } = await scene.report();
    assert.deepEqual([code, outcome, reason, state], [4, "not-sent", "active", "Active"]);
    assert.match(message, /does not change a campaign while it is active/);
    assert.equal(scene.puts().length, 0);
  });

  it("sends nothing if the campaign changed while the person read the differences", async () => {
    const id = await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    const { code, outcome, reason } = await scene.report([], {
      canAsk: true,
      ask: async () => {
        const query = "accountId=account-1&campaignType=voice";
        const address = `/campaign/api/v2/public/st-1/campaign/${id}?${query}`;
        await scene.call("PUT", address, { ...preview, description: "Another" });
        return "y";
      },
    });
    assert.deepEqual([code, outcome, reason, scene.puts().length], [4, "not-sent", "changed", 0]);
  });

  it("sends nothing for a file with errors, without reading the account", async () => {
    scene.write({ ...preview, priority: 9 });
    const { code, outcome } = await scene.report();
    assert.deepEqual([code, outcome, scene.server.arrived.length], [1, "invalid-file", 0]);
  });

  it("does not know a campaign that the account does not have", async () => {
    scene.write(preview);
    const { code, outcome, reason } = await scene.report();
    assert.deepEqual([code, outcome, reason, scene.puts().length], [3, "rejected", "unknown-campaign", 0]);
  });

  it("lists the IDs if several campaigns have the name", async () => {
    const ids = [await created(scene.practice, preview), await created(scene.practice, preview)];
    scene.write({ ...preview, priority: "2" });
    const { code, out, err } = await scene.run(["--yes"]);
    assert.deepEqual([code, out, scene.puts().length], [2, "", 0]);
    for (const id of ids) assert.ok(err.includes(id));
  });

  it("follows the campaign of the last update when its name changes again", async () => {
    const campaignId = await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    assert.equal((await scene.report()).outcome, "accepted");
    scene.write({ ...preview, name: "Renamed" });
    const renamed = await scene.report();
    assert.deepEqual([renamed.outcome, renamed.campaignId], ["accepted", campaignId]);
    assert.equal((await scene.stored(campaignId)).name, "Renamed");
  });

  it("makes a submission of the updated file a duplicate, so that --yes sends nothing", async () => {
    const campaignId = await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    assert.equal((await scene.report()).outcome, "accepted");
    const submitted = await scene.submit("--yes");
    assert.deepEqual([submitted.code, submitted.outcome, submitted.campaignId], [0, "exists", campaignId]);
    assert.match(submitted.message, /A campaign of this account was updated to exactly this one on /);
    scene.write({ ...preview, priority: "1" });
    assert.equal((await scene.submit("--yes")).outcome, "accepted");
  });

  it("reports values that the platform did not apply", async () => {
    const campaignId = await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    scene.fault = (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({ status: "success", message: "updated", id: campaignId, data: { _id: campaignId } }),
      );
    };
    const { code, outcome, differences } = await scene.report();
    assert.deepEqual([code, outcome], [0, "accepted"]);
    assert.deepEqual(differences, [{ pointer: "/priority", file: "2", account: "5" }]);
    const { out } = await scene.run(["--yes"]);
    assert.match(out, /\nwarning: priority: “2” in the file, “5” in the account\.\n/);
    assert.match(out, /changes only some values of an existing campaign/);
  });
});
