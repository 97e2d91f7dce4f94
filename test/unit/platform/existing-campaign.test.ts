import assert from "node:assert/strict";
import { getCampaign, type GetResult } from "../../../src/core/platform/existing/get-campaign";
import { triggerCampaign, type Trigger } from "../../../src/core/platform/existing/trigger-campaign";
import { updateCampaign } from "../../../src/core/platform/existing/update-campaign";
import type { Outcome } from "../../../src/core/platform/outcome";
import type { HttpRequest, Transport } from "../../../src/core/platform/transport";
import { connectionTo } from "../node/servers";

const connection = connectionTo("https://platform.kore.ai");

/** The requests that were sent, and a transport that gives each this response. */
function answering(text: string, status = 200): { sent: HttpRequest[]; transport: Transport } {
  const sent: HttpRequest[] = [];
  const transport: Transport = (request, { maxBytes }) => {
    sent.push(request);
    const cut = text.length > maxBytes ? ({ cut: "too-large" } as const) : {};
    return Promise.resolve({ kind: "answered", status, headers: {}, text: text.slice(0, maxBytes), ...cut });
  };
  return { sent, transport };
}

const common = { connection, signal: new AbortController().signal, timeoutMs: 5, now: () => 0 };

describe("triggerCampaign", () => {
  const trigger = async (word: Trigger, text: string, status = 200): Promise<[Outcome, HttpRequest[]]> => {
    const { sent, transport } = answering(text, status);
    const { outcome } = await triggerCampaign({ ...common, transport, campaignId: "cd-1", trigger: word });
    return [outcome, sent];
  };

  it("sends the printed request once", async () => {
    const [, sent] = await trigger("start", "{}");
    const [request] = sent;
    assert.equal(sent.length, 1);
    assert.deepEqual(
      [request?.method, request?.body, new URL(request?.url ?? "").pathname],
      ["POST", "{}", `/api/v2/public/${connection.streamId}/campaign/trigger/cd-1`],
    );
    assert.equal(new URL(request?.url ?? "").searchParams.get("trigger"), "play");
  });

  it("accepts only the state that was asked for", async () => {
    const [started] = await trigger("start", '{"status":"Active","message":"Campaign Started"}');
    assert.ok(started.kind === "accepted");
    assert.deepEqual([started.state, started.message], ["Active", "Campaign Started"]);
    const [stopped] = await trigger("stop", '{"status":"Stopped","message":"Campaign Stopped"}');
    assert.ok(stopped.kind === "accepted" && stopped.state === "Stopped");
  });

  const others: readonly (readonly [Trigger, string, number, Outcome["kind"]])[] = [
    ["start", '{"status":"Stopped"}', 200, "unknown"],
    ["stop", '{"status":"Active"}', 200, "unknown"],
    ["start", '{"status":"success","data":{"status":"Active"}}', 200, "unknown"],
    ["start", '{"status":"active"}', 200, "unknown"],
    ["start", '{"message":"Campaign Started"}', 200, "unknown"],
    ["start", '{"status":"Active","errors":[{"msg":"no"}]}', 200, "unknown"],
    ["start", '{"status":"Active"}', 500, "unknown"],
    ["start", '{"status":"Active"}', 400, "unknown"],
    ["start", '{"status":"Active"}', 429, "unknown"],
    ["start", '{"status":"failure","message":"no"}', 200, "rejected"],
    ["start", '{"errors":[{"msg":"no","code":400}]}', 400, "rejected"],
    ["start", "Not Found", 404, "rejected"],
    ["start", "", 405, "rejected"],
    ["stop", '{"status":"error"}', 500, "rejected"],
  ];
  for (const [word, text, status, kind] of others)
    it(`${word}: ${status} ${text} is ${kind}, after one request`, async () => {
      const [outcome, sent] = await trigger(word, text, status);
      assert.deepEqual([outcome.kind, sent.length], [kind, 1]);
    });
});

describe("updateCampaign", () => {
  it("sends the body unchanged, once", async () => {
    const { sent, transport } = answering('{"status":"success","message":"ok","id":"cd-1","data":{}}');
    const body = '{"name":"x"}';
    const { outcome } = await updateCampaign({ ...common, transport, campaignId: "cd-1", body });
    assert.ok(outcome.kind === "accepted" && outcome.campaignId === "cd-1");
    assert.deepEqual(
      sent.map(({ method, body: text, url }) => [
        method,
        text,
        new URL(url).searchParams.get("campaignType"),
      ]),
      [["PUT", body, "voice"]],
    );
  });
});

describe("getCampaign", () => {
  const get = (text: string, status = 200): Promise<GetResult> =>
    getCampaign({ ...common, transport: answering(text, status).transport, campaignId: "cd-1" });
  const envelope = (data: unknown): string => JSON.stringify({ status: "success", message: "", data });

  it("keeps all keys, known or not", async () => {
    const data = { _id: "cd-1", name: "Spring", status: "Ready", updatedAt: "2026-01-05T09:00:00Z", x: [1] };
    assert.deepEqual(await get(envelope(data)), {
      kind: "known",
      campaign: { id: "cd-1", name: "Spring", state: "Ready", updatedAt: Date.UTC(2026, 0, 5, 9), data },
    });
  });

  it("reads id as well as _id, and needs neither state nor time", async () => {
    const data = { id: "cd-1", name: "Spring", status: 7, updatedAt: "soon" };
    assert.deepEqual(await get(envelope(data)), {
      kind: "known",
      campaign: { id: "cd-1", name: "Spring", data },
    });
  });

  for (const [what, text] of [
    ["another campaign", envelope({ _id: "cd-2", name: "Spring" })],
    ["a campaign without a name", envelope({ _id: "cd-1" })],
    ["a list", envelope([{ _id: "cd-1", name: "Spring" }])],
    ["no data", '{"status":"success"}'],
    ["no object", "[]"],
    ["more than 1 MiB", envelope({ _id: "cd-1", name: "Spring", x: "x".repeat(2 ** 20) })],
  ] as const)
    it(`does not take ${what} for the campaign`, async () => {
      const result = await get(text);
      assert.equal(result.kind === "unavailable" && result.outcome.kind, "unknown");
    });

  it("gives the reason if the platform refuses", async () => {
    const result = await get('{"errors":[{"msg":"Campaign not found","code":404}]}', 404);
    assert.equal(result.kind === "unavailable" && result.outcome.kind, "rejected");
  });

  it("removes the token from the data", async () => {
    const { credential } = connection;
    const token = credential.kind === "token" ? credential.token : assert.fail();
    const result = await get(envelope({ _id: "cd-1", name: "Spring", description: `x ${token}` }));
    assert.ok(result.kind === "known");
    assert.ok(!JSON.stringify(result).includes(token));
  });
});
