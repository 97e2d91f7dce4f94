import { fake } from "./fake-vscode";
import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { lossyServer, type LossyServer } from "../node/lossy-server";
import { LifecycleScene, view } from "./lifecycle-scene";
import { springWith } from "./workspace";

const path = "file:///work/spring.campaign.json";

describe("The requests of an update", () => {
  let practice: PracticeServer;
  let server: LossyServer;
  beforeEach(async () => {
    practice = await startPracticeServer({
      ...{ settleMs: 0, seed: [parseDocument(springWith()).value as Campaign] },
    });
    server = await lossyServer(practice);
    await LifecycleScene.openOn({ ...practice.connection, id: "test", host: server.origin });
    fake.write(path, springWith(["9:00 AM", "10:00 AM"]));
  });
  afterEach(async () => {
    await server.close();
    await practice.close();
  });

  const requests = (): string[] =>
    server.arrived.map(({ method, url }) => (url.includes("getAllCampaignDetails") ? "list" : method));
  const yes = { title: "Update Campaign", button: "Update Campaign" };

  it("read a file's campaign once before the question, once before the request and once after it", async () => {
    const { uri } = await fake.open(path);
    fake.answers.push(yes);
    await fake.run("campaignJson.update", uri);
    assert.match(fake.messages.at(-1)!.text, /^Campaign updated: cd-/);
    assert.deepEqual(requests(), ["list", "GET", "list", "GET", "PUT", "list", "GET"]);
  });

  it("are as few for a row of the view, and end with the question after Cancel", async () => {
    await fake.run("campaignJson.refreshCampaigns");
    server.arrived.length = 0;
    await fake.open(path);
    for (const answer of [undefined, yes]) {
      fake.answers.push(answer);
      await fake.run("campaignJson.update", { ...view().rows[0]!, file: fake.documents[0]!.uri });
    }
    assert.deepEqual(requests().slice(0, 2), ["list", "GET"]);
    assert.deepEqual(requests().slice(2), ["list", "GET", "list", "GET", "PUT", "list", "GET"]);
  });
});
