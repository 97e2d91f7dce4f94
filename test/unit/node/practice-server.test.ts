import assert from "node:assert/strict";
import { connect } from "node:net";
import { campaignStatus } from "../../../src/core/platform/campaign-status";
import { contactListsUrl, listCampaignsUrl, queuesUrl } from "../../../src/core/platform/endpoint";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { callPractice, errorsOf, sample, sampleText, strategy, type Sent } from "./practice-call";

/** The keys that the documented response omits, and those that it repeats with an ID. */
const unechoed = ["queue_name", "schedule", "campaignType", "dncLists"];
const create = "/campaign/api/v2/public/st-practice/campaign";

let clock = Date.parse("2026-03-01T10:00:00Z");
let server: PracticeServer;

const call = (sent?: Sent) => callPractice(server, sent);
const target = (url: string): string => url.slice(server.origin.length);

describe("the practice server", () => {
  beforeEach(async () => {
    server = await startPracticeServer({ settleMs: 2000, now: () => clock });
  });
  afterEach(() => server.close());

  it("creates the vendor's sample and returns the documented response", async () => {
    const { status, json } = await call();
    assert.equal(status, 200);
    const data = json["data"] as Record<string, unknown>;
    const { id, dncLists, ...rest } = data;
    assert.match(id as string, /^cd-[0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.match((dncLists as { id: string }).id, /^cl-[0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const echoed = Object.fromEntries(Object.entries(sample).filter(([key]) => !unechoed.includes(key)));
    assert.deepEqual(rest, {
      ...echoed,
      lname: "billing reminder voice campaign1",
      dialingStrategy: { ...strategy, useSystemMappings: false },
      status: "Preparing",
      isFiltersEnabled: false,
      createdAt: "2026-03-01T10:00:00.000Z",
      updatedAt: "2026-03-01T10:00:00.000Z",
    });
    assert.equal(json["status"], "success");
    assert.equal(json["message"], "Campaign Billing Reminder Voice Campaign1 creation in progress");
    // The order of the keys is also the documented one.
    const keys = [
      "name",
      "lname",
      "description",
      "dncLists",
      "priority",
      "dialingMode",
      "dialingStrategy",
      "status",
    ];
    const more = ["maxSkips", "isFiltersEnabled", "createdAt", "updatedAt", "id", "contactLists"];
    assert.deepEqual(Object.keys(data), [...keys, ...more]);
  });

  it("stores only the beginning of large bodies, and few of many", async () => {
    const body = "x".repeat(1_000_000);
    for (let count = 0; count < 8; count++) await call({ body });
    const latest = server.requests.slice(-8).map((request) => request.body.length);
    assert.deepEqual(latest, Array<number>(8).fill(16_384));
    for (let count = 0; count < 300; count++) await call({ body: body.slice(0, 20_000) });
    const kept = server.requests.reduce((length, request) => length + request.body.length, 0);
    assert.ok(kept <= 4 * 1_048_576, `${kept} characters are kept`);
  });

  for (const mode of ["preview", "progressive", "agentless"])
    it(`accepts the vendor's ${mode} sample through the product, and it becomes Ready`, async () => {
      const { connection } = server;
      const common = {
        connection,
        transport: fetchTransport,
        signal: new AbortController().signal,
        timeoutMs: 2000,
        now: () => clock,
      };
      const { outcome } = await submitCampaign({ ...common, body: sampleText(mode) });
      assert.ok(outcome.kind === "accepted" && outcome.state === "Preparing");
      const campaignId = outcome.campaignId ?? "";
      const state = async (): Promise<unknown> => {
        const status = await campaignStatus({ ...common, campaignId });
        return status.kind === "known" ? status.state : status;
      };
      assert.equal(await state(), "Preparing");
      clock += 2000;
      assert.equal(await state(), "Ready");
    });

  it("gives two campaigns of the same name different IDs, as the platform does", async () => {
    const ids = [await call(), await call()].map(({ json }) => (json["data"] as { id: string }).id);
    assert.notEqual(ids[0], ids[1]);
  });

  it("answers under localhost too", async () => {
    assert.equal((await call({ headers: { host: `LOCALHOST:${server.port}` } })).status, 200);
  });

  it("is not affected by a key named __proto__", async () => {
    const body = JSON.stringify(sample).replace("{", '{"__proto__":{"polluted":true},');
    await call({ body });
    assert.equal(Reflect.get({}, "polluted"), undefined);
  });

  it("lists campaigns with filters, dates, order and pages", async () => {
    const named = (name: string, priority: string): string => JSON.stringify({ ...sample, name, priority });
    for (const [name, priority] of [
      ["A", "5"],
      ["B", "3"],
      ["C", "5"],
    ] as const) {
      await call({ body: named(name, priority) });
      clock += 1000;
    }
    const list = async (body: object): Promise<string> => {
      const { json } = await call({
        url: target(listCampaignsUrl(server.connection)),
        body: JSON.stringify(body),
      });
      const { results, totalResults } = json["data"] as { results: { name: string }[]; totalResults: number };
      return `${results.map(({ name }) => name).join("")} of ${totalResults}`;
    };
    assert.equal(await list({}), "CBA of 3");
    assert.equal(await list({ sortBy: { name: "asc" } }), "ABC of 3");
    assert.equal(await list({ filters: { priority: [5], dialingMode: ["Preview"] } }), "CA of 2");
    assert.equal(await list({ filters: { dialingMode: ["Agentless"] } }), " of 0");
    assert.equal(await list({ filters: { status: ["Preparing"] } }), "C of 1");
    assert.equal(await list({ limit: 2, page: 2 }), "A of 3");
    assert.equal(await list({ limit: 1, skip: 1 }), "B of 3");
    assert.equal(await list({ startDate: new Date(clock - 2500).toISOString() }), "CB of 2");
    assert.equal(await list({ type: "sms" }), " of 0");
    const bad = await call({ url: target(listCampaignsUrl(server.connection)), body: '{"limit":1000}' });
    assert.equal(bad.status, 412);
  });

  it("has the contact lists and the queue of the samples", async () => {
    await call();
    const lists = await call({ url: target(contactListsUrl(server.connection)), body: "" });
    const used = (lists.json["data"] as { name: string; campaignInUse: { name: string }[] }[]).find(
      ({ name }) => name === "CL Only 2020 Dec 4",
    );
    assert.equal(used?.campaignInUse[0]?.name, sample["name"]);
    const queues = await call({ method: "GET", url: target(queuesUrl(server.connection)), body: "" });
    assert.ok(JSON.stringify(queues.json["results"]).includes('"Default Queue"'));
  });

  it("lets an account call 60 times a minute, and each account has its own minute", async () => {
    for (let n = 0; n < 60; n++) assert.equal((await call()).status, 200);
    const refused = await call();
    assert.equal(refused.status, 429);
    assert.match(errorsOf(refused)[0]?.msg ?? "", /^You've exceeded the per-minute rate limit\./);
    const other = { url: `${create}?accountId=other&campaignType=voice`, headers: { accountid: "other" } };
    assert.equal((await call(other)).status, 200);
    clock += 60_000;
    assert.equal((await call()).status, 200);
  });

  it("stores the requests, without the token", async () => {
    await call({ headers: { "x-echo": `a ${server.connection.credential.token}` } });
    await call({ method: "DELETE" });
    assert.deepEqual(
      server.requests.map(({ method, status }) => `${method} ${status}`),
      ["POST 200", "DELETE 405"],
    );
    assert.equal(server.requests[0]?.headers["auth"], "<redacted>");
    assert.ok(!JSON.stringify(server.requests).includes("eyJ"));
    assert.deepEqual(JSON.parse(server.requests[0].body), sample);
  });

  it("keeps running if clients disconnect, send invalid data or never finish", async () => {
    const hello = `POST ${create} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`;
    const texts = [
      "\0\0\0",
      "GET\r\n\r\n",
      "GET * HTTP/1.1\r\n\r\n",
      `${hello}Content-Length: 10\r\n\r\n{`,
      `${hello}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    ];
    const more = [
      `CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n`,
      `${hello}Upgrade: x\r\nConnection: upgrade\r\n\r\n`,
      `GET http://[ HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`,
    ];
    for (const text of [...texts, ...more])
      await new Promise<void>((resolve) => {
        const socket = connect(server.port, "127.0.0.1", () => socket.end(text));
        socket.on("error", () => undefined).on("close", () => resolve());
        socket.resume();
      });
    assert.equal((await call()).status, 200);
  });

  it("listens only on this computer and reports if its port is in use", async () => {
    assert.match(server.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    await assert.rejects(startPracticeServer({ port: server.port }), /EADDRINUSE/);
  });
});
