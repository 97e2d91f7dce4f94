import assert from "node:assert/strict";
import { secretsOf } from "../../../src/core/connection/connection";
import type { Outcome } from "../../../src/core/platform/outcome";
import { reportOf } from "../../../src/core/wording/report";
import { acme, campaign, client, now, token } from "./scene";

const accepted: Outcome = {
  kind: "accepted",
  httpStatus: 200,
  campaignId: "cd-1",
  state: "Preparing",
  message: "Campaign creation in progress",
  response: { status: "success", data: { id: "cd-1", name: campaign.name, status: "Preparing" } },
};

const report = (outcome: Outcome, connection = acme): string =>
  reportOf({
    time: "23 Nov 2026, 12:00:00 UTC",
    file: "billing-reminder.campaign.json",
    connection,
    campaign,
    submission: {
      outcome,
      request: {
        method: "POST",
        url: "https://platform.kore.ai/campaign?accountId=acc-1",
        headers: { auth: secretsOf(connection.credential)[0] ?? "" },
        body: "{}",
      },
    },
  });

describe("reportOf", () => {
  it("shows file, place, campaign, ID, state, message and next step, aligned", () => {
    const lines = report(accepted).split("\n");
    const values = ["23 Nov 2026", "billing-reminder", "Acme", "Billing Reminder", "cd-1", "Preparing"];
    const found = values.map((value) => lines.find((line) => line.includes(`  ${value}`)) ?? "");
    const columns = new Set(found.map((line) => /^\w+ +/.exec(line)?.[0].length));
    assert.deepEqual([...columns].length, 1, found.join("\n"));
    assert.match(report(accepted), /\nNext +Do not send it again\./);
    assert.match(report(accepted), /\nPOST https:\/\/platform\.kore\.ai\/campaign/);
    assert.ok(report(accepted).includes('"name": "Billing Reminder Voice Campaign1"'));
  });

  it("summarizes when and how often people are called", () => {
    const { outcome, request } = {
      outcome: accepted,
      request: { method: "POST", url: "https://a.example", headers: {}, body: "" } as const,
    };
    const about = { time: "now", file: "f", connection: acme, campaign, submission: { outcome, request } };
    const hours = "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week)";
    const times = "each contact up to 3 times, 10 min apart";
    const calls = (text: string) => /\nCalls +(.*)\n/.exec(text)?.[1];
    assert.equal(
      calls(reportOf({ ...about, now })),
      `${hours}; open now, until Mon 6:00 PM, for 30 min; ${times}`,
    );
    assert.equal(calls(reportOf(about)), `${hours}; ${times}`);
  });

  it("lists values that the platform changed, then those that it omits and adds", () => {
    const data = { ...campaign, maxSkips: 4, queue_name: undefined, isFiltersEnabled: false, id: "cd-1" };
    const response: unknown = JSON.parse(JSON.stringify({ status: "success", data }));
    const lines = report({ ...accepted, response }).split("\n");
    const at = lines.findIndex((line) => line.startsWith("Changed"));
    assert.deepEqual(lines.slice(at, at + 3), [
      "Changed     ⚠ maxSkips was sent as “1”; the platform returned “4”.",
      "Omitted     queue_name. This is normal.",
      "Defaults    Added by the platform: isFiltersEnabled: false.",
    ]);
    assert.match(lines[at + 3] ?? "", /^Next /);
  });

  it("compares nothing if the response contains no campaign, or is not a success", () => {
    for (const response of [undefined, "text", { status: "success" }, { data: [] }])
      assert.doesNotMatch(report({ ...accepted, response }), /\n(Changed|Omitted|Defaults) /);
    const response = { data: { maxSkips: 4 } };
    const rejected = report({ kind: "rejected", httpStatus: 400, messages: [], response });
    assert.doesNotMatch(rejected, /\n(Changed|Omitted|Defaults) /);
  });

  it("does not treat redacted values as differences", () => {
    const description = `Made with ${token}`;
    const response = { data: { ...campaign, description: "Made with <redacted>" } };
    const { outcome, request } = {
      outcome: { ...accepted, response },
      request: { method: "POST", url: "https://a.example", headers: {}, body: "" } as const,
    };
    const sent = { ...campaign, description };
    const about = { time: "now", file: "f", connection: acme, campaign: sent };
    assert.doesNotMatch(reportOf({ ...about, submission: { outcome, request } }), /\nChanged /);
  });

  it("never contains the token in any form, whatever the server returns", () => {
    const encoded = [token, encodeURIComponent(token), Buffer.from(token).toString("base64")];
    const text = report({ ...accepted, message: token, response: { encoded, auth: token } });
    for (const form of encoded) assert.ok(!text.includes(form), text);
  });

  it("never contains the client secret in any form", () => {
    const connection = {
      ...acme,
      credential: { kind: "client", clientId: "cs-1", clientSecret: client },
    } as const;
    const encoded = [client, encodeURIComponent(client), Buffer.from(client).toString("base64")];
    const text = report({ ...accepted, message: client, response: { encoded } }, connection);
    for (const form of encoded) assert.ok(!text.includes(form), text);
  });

  it("shows control and direction characters of a server instead of applying them", () => {
    const hostile = "\u001b[2J\u202etxt\u0007\r\nNext  Send it again";
    const text = report({ kind: "rejected", httpStatus: 400, messages: [hostile], response: hostile });
    assert.doesNotMatch(text, /[\u001b\u202e\u0007\r]/);
    assert.doesNotMatch(text.slice(text.indexOf("\nTime")), /\nNext +Send it again/);
  });

  it("shows the first lines of an HTML page, without tags, and names it as one", () => {
    const response = "<html><head><title>Blocked</title><style>p{}</style></head><p>Ask\u202e IT</p>";
    const text = report({ kind: "unauthorized", httpStatus: 403, why: "other", messages: [], response });
    assert.match(text, /not the platform's JSON[^\n]*\n {2}Blocked\n {2}Ask<U\+202E> IT\n/);
    assert.doesNotMatch(text, /<p>|style/);
  });

  it("names the settings for a certificate and a proxy", () => {
    const tls = report({ kind: "not-sent", reason: "tls", detail: "self-signed certificate" });
    assert.match(tls, /http\.systemCertificates/);
    assert.match(tls, /Turning http\.proxyStrictSSL off has no effect/);
    assert.match(report({ kind: "not-sent", reason: "proxy", detail: "407" }), /http\.proxy\b/);
  });

  it("limits an endless response", () => {
    const response = { data: "x".repeat(500_000) };
    assert.ok(report({ ...accepted, response }).length < 30_000);
  });

  it("shows detail and status of the outcomes that have no response", () => {
    const text = report({ kind: "unknown", reason: "timeout", detail: "No answer in 30 s" });
    assert.match(text, /Result +Unknown: the campaign may have been created\./);
    assert.match(text, /Detail +No answer in 30 s/);
    assert.match(
      report({ kind: "rejected", httpStatus: 412, code: 4002, messages: [], response: {} }),
      /Status +HTTP 412, code 4002/,
    );
  });
});
