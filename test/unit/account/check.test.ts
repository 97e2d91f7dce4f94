import assert from "node:assert/strict";
import { checkAccount, type AccountCheck } from "../../../src/core/account/check";
import type { Connection } from "../../../src/core/connection/connection";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { campaignOf, found, parametersFor, unavailable } from "./checks";

describe("checkAccount on the practice server", () => {
  let server: PracticeServer;
  beforeEach(async () => (server = await startPracticeServer()));
  afterEach(() => server.close());
  const check = (campaign: Campaign): Promise<AccountCheck> =>
    checkAccount({ ...parametersFor(server.connection), campaign });

  it("finds nothing in the vendor's sample, after three read-only calls", async () => {
    assert.deepEqual(await check(campaignOf("preview")), { kind: "checked", findings: [], unavailable: [] });
    assert.deepEqual(
      server.requests.map(({ method, url }) => [method, url.replace(/\?.*/, "").split("/").at(-1)]),
      [
        ["POST", "getAllListDetails"],
        ["POST", "getAllCampaignDetails"],
        ["GET", "queues"],
      ],
    );
  });

  it("does not request queues if the campaign has none", async () => {
    const agentless = campaignOf("agentless");
    assert.equal(agentless.queue_name, undefined);
    assert.deepEqual(unavailable(await check(agentless)), []);
    assert.equal(server.requests.length, 2);
  });

  it("finds names that the account does not contain, and suggests a similar one", async () => {
    const result = await check(
      campaignOf("preview", {
        contactLists: ["CL Only 2020 Dec 4", "bills due this Month", "Nowhere"],
        queue_name: "Queue 1",
      }),
    );
    assert.deepEqual(found(result), [
      ["account/contact-list-missing", "/contactLists/1"],
      ["account/contact-list-missing", "/contactLists/2"],
      ["account/queue-missing", "/queue_name"],
    ]);
    const messages = result.kind === "checked" ? result.findings.map(({ message }) => message) : [];
    assert.match(messages[0] ?? "", /“Bills due this month”/);
    assert.match(messages[2] ?? "", /“Queue1”/);
  });

  it("finds a campaign name that is already in use", async () => {
    const body = JSON.stringify(campaignOf("preview"));
    await submitCampaign({ ...parametersFor(server.connection), body });
    const name = " billing reminder VOICE Campaign1";
    assert.deepEqual(found(await check(campaignOf("preview", { name }))), [["account/name-taken", "/name"]]);
  });

  it("reports a missing scope", async () => {
    const token = mintPracticeToken({ scope: "none" });
    const connection: Connection = { ...server.connection, credential: { kind: "token", token } };
    const result = await checkAccount({ ...parametersFor(connection), campaign: campaignOf("preview") });
    assert.deepEqual(unavailable(result), [
      ["contact-lists", "scope"],
      ["campaigns", "scope"],
      ["queues", "scope"],
    ]);
  });
});
