import assert from "node:assert/strict";
import {
  campaignStatusUrl,
  getCampaignUrl,
  listCampaignsUrl,
  triggerCampaignUrl,
  updateCampaignUrl,
} from "../../../src/core/platform/endpoint";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { callPractice, errorsOf, sample, sampleText, type Reply, type Sent } from "./practice-call";

const START = Date.parse("2026-03-01T10:00:00Z");
const scheduled = { ...sample, schedule: { isSchedulingEnabled: true } };

let clock = START;
let server: PracticeServer;

const call = (url: string, sent: Sent = {}): Promise<Reply> =>
  callPractice(server, { url: url.slice(server.origin.length), body: "{}", ...sent });
const create = async (body: object = sample): Promise<string> => {
  const { json } = await callPractice(server, { body: JSON.stringify(body) });
  return (json["data"] as { id: string }).id;
};
const trigger = (id: string, word: "play" | "stop"): Promise<Reply> =>
  call(triggerCampaignUrl(server.connection, id, word));
const get = (id: string): Promise<Reply> => call(getCampaignUrl(server.connection, id), { method: "GET" });
const put = (id: string, body: object): Promise<Reply> =>
  call(updateCampaignUrl(server.connection, id), { method: "PUT", body: JSON.stringify(body) });
const state = async (id: string): Promise<unknown> => {
  const { json } = await call(campaignStatusUrl(server.connection, id));
  return (json["data"] as { status: unknown }).status;
};
const refusedWith = (reply: Reply): string => `${reply.status} ${errorsOf(reply)[0]?.msg}`;

describe("the practice server, after a campaign was created", () => {
  beforeEach(async () => {
    clock = START;
    server = await startPracticeServer({ settleMs: 2000, runMs: 60_000, now: () => clock });
  });
  afterEach(() => server.close());

  it("starts a campaign that is ready, and completes it", async () => {
    const id = await create();
    assert.equal(refusedWith(await trigger(id, "play")), "400 Campaign is not ready");
    clock += 2000;
    assert.equal(await state(id), "Ready");
    const { status, json } = await trigger(id, "play");
    const { campaignInstanceId, ...rest } = json;
    assert.match(String(campaignInstanceId), /^cid-[0-9a-f-]{35}$/);
    assert.deepEqual(
      [status, rest],
      [
        200,
        {
          status: "Active",
          message: "Campaign Started",
          totalCallsCompleted: 0,
          updatedAt: "2026-03-01T10:00:02.000Z",
        },
      ],
    );
    assert.equal(await state(id), "Active");
    assert.equal(refusedWith(await trigger(id, "play")), "400 Campaign is already active");
    clock += 60_000;
    assert.equal(await state(id), "Completed");
    assert.equal(refusedWith(await trigger(id, "stop")), "400 Campaign is not active");
    const { data } = (await get(id)).json as { data: Record<string, unknown> };
    assert.equal(data["updatedAt"], "2026-03-01T10:01:02.000Z");
  });

  it("stops an active campaign, and a start after that is another run", async () => {
    const id = await create();
    clock += 2000;
    assert.equal(refusedWith(await trigger(id, "stop")), "400 Campaign is not active");
    const first = (await trigger(id, "play")).json["campaignInstanceId"];
    clock += 1000;
    assert.deepEqual((await trigger(id, "stop")).json, {
      status: "Stopped",
      message: "Campaign Stopped",
      updatedAt: "2026-03-01T10:00:03.000Z",
      campaignInstanceId: first,
    });
    clock += 3_600_000;
    assert.equal(await state(id), "Stopped");
    assert.equal(refusedWith(await trigger(id, "stop")), "400 Campaign is not active");
    const again = (await trigger(id, "play")).json;
    assert.equal(again["status"], "Active");
    assert.notEqual(again["campaignInstanceId"], first);
  });

  it("does not start a scheduled campaign, unless an update disables its schedule", async () => {
    const id = await create(scheduled);
    clock += 2000;
    assert.equal(await state(id), "Scheduled");
    assert.match(refusedWith(await trigger(id, "play")), /^400 Campaign is scheduled/);
    assert.equal((await put(id, sample)).status, 200);
    assert.equal(await state(id), "Ready");
  });

  it("returns the documented keys of one campaign", async () => {
    const id = await create();
    clock += 2000;
    const { json } = await get(id);
    assert.equal(json["status"], "success");
    assert.equal(json["message"], "Campaign Billing Reminder Voice Campaign1 retrieved successfully");
    const data = json["data"] as Record<string, unknown>;
    assert.deepEqual(Object.keys(data), [
      ...["_id", "name", "lname", "description", "dncLists", "priority", "dialingMode", "dialingStrategy"],
      ...["status", "createdAt", "updatedAt", "schedule", "contactLists"],
    ]);
    assert.deepEqual(
      [data["_id"], data["status"], data["createdAt"], data["updatedAt"], data["schedule"]],
      [
        id,
        "Ready",
        "2026-03-01T10:00:00.000Z",
        "2026-03-01T10:00:02.000Z",
        { isSchedulingEnabled: false, isRecurrenceEnabled: false },
      ],
    );
  });

  it("returns the id of an Agentless campaign's flow, the same for the same name", async () => {
    const agentless = JSON.parse(sampleText("agentless")) as object;
    const flows: unknown[] = [];
    for (const id of [await create(agentless), await create(agentless)])
      flows.push(((await get(id)).json["data"] as Record<string, unknown>)["experienceFlow"]);
    assert.match(String(flows[0]), /^cf-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(flows[0], flows[1]);
  });

  it("updates a campaign, and keeps its state, its id and the time of its creation", async () => {
    const id = await create();
    clock += 10_000;
    const { status, json } = await put(id, { ...sample, name: "Renamed", maxSkips: 3 });
    assert.equal(status, 200);
    const data = json["data"] as Record<string, unknown>;
    assert.deepEqual(
      [json["message"], json["id"], data["_id"], data["name"], data["maxSkips"], data["isFiltersEnabled"]],
      ["Campaign Renamed details updated successfully", id, id, "Renamed", 3, false],
    );
    assert.deepEqual(
      [data["status"], data["createdAt"], data["updatedAt"]],
      ["Ready", "2026-03-01T10:00:00.000Z", "2026-03-01T10:00:10.000Z"],
    );
    const listed = await call(listCampaignsUrl(server.connection), {
      body: JSON.stringify({ type: "voice", filters: { status: ["Ready"] } }),
    });
    const { results } = listed.json["data"] as { results: Record<string, unknown>[] };
    assert.deepEqual(
      results.map(({ _id, name, updatedAt }) => [_id, name, updatedAt]),
      [[id, "Renamed", "2026-03-01T10:00:10.000Z"]],
    );
  });

  it("refuses an update of an active campaign, and an invalid one", async () => {
    const id = await create();
    clock += 2000;
    const invalid = await put(id, { ...sample, priority: "9" });
    assert.equal(invalid.status, 412);
    await trigger(id, "play");
    assert.equal(refusedWith(await put(id, sample)), "400 Active campaigns cannot be edited");
    await trigger(id, "stop");
    assert.equal((await put(id, sample)).status, 200);
    assert.equal(await state(id), "Stopped");
  });

  it("filters by the states that a campaign gets", async () => {
    const ids = [await create(), await create(scheduled), await create(), await create()];
    clock += 2000;
    await trigger(ids[0] ?? "", "play");
    await trigger(ids[2] ?? "", "play");
    await trigger(ids[2] ?? "", "stop");
    const inState = async (status: string): Promise<unknown> => {
      const body = JSON.stringify({ type: "voice", filters: { status: [status] } });
      const { json } = await call(listCampaignsUrl(server.connection), { body });
      return (json["data"] as { results: { _id: string }[] }).results.map(({ _id }) => _id);
    };
    assert.deepEqual(await inState("Active"), [ids[0]]);
    assert.deepEqual(await inState("Scheduled"), [ids[1]]);
    assert.deepEqual(await inState("Stopped"), [ids[2]]);
    assert.deepEqual(await inState("Ready"), [ids[3]]);
  });

  it("refuses unknown campaigns, other methods and other words in the query", async () => {
    const { connection } = server;
    for (const reply of [
      await get("cd-none"),
      await put("cd-none", sample),
      await trigger("cd-none", "play"),
    ])
      assert.equal(refusedWith(reply), "404 Campaign not found");
    const id = await create();
    assert.equal((await call(getCampaignUrl(connection, id), { method: "DELETE" })).status, 405);
    assert.equal((await call(triggerCampaignUrl(connection, id, "play"), { method: "PUT" })).status, 405);
    const sms = updateCampaignUrl(connection, id).replace("=voice", "=sms");
    assert.match(
      refusedWith(await call(sms, { method: "PUT", body: JSON.stringify(sample) })),
      /campaignType/,
    );
    for (const other of ["trigger=pause", "trigger=play&trigger=stop", "x=1"]) {
      const url = triggerCampaignUrl(connection, id, "play").replace("trigger=play", other);
      assert.match(refusedWith(await call(url)), /^412 .*trigger must be play or stop/);
    }
    for (const path of ["/api/v1/public/s/campaign/trigger/x", "/api/v2/public/s/campaign/trigger/x/y"])
      assert.equal((await callPractice(server, { url: path })).status, 404);
  });

  it("has the campaigns of its seed in every account, without preparing them", async () => {
    await server.close();
    const seed = [sample, scheduled] as unknown as Campaign[];
    server = await startPracticeServer({ seed, settleMs: 2000, now: () => clock });
    for (const accountId of ["practice-account", "other"]) {
      const url = listCampaignsUrl({ ...server.connection, accountId });
      const { json } = await call(url, { headers: { accountid: accountId } });
      const { results } = json["data"] as { results: { status: string }[] };
      assert.deepEqual(results.map(({ status }) => status).sort(), ["Ready", "Scheduled"]);
    }
  });
});
