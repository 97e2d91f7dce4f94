import assert from "node:assert/strict";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { callPractice, errorsOf, sample, strategy, type Sent } from "./practice-call";

describe("the practice server refuses", () => {
  let server: PracticeServer;
  before(async () => {
    // The clock keeps moving, because the rate limit has its own test.
    let clock = Date.now();
    server = await startPracticeServer({ now: () => (clock += 10_000) });
  });
  after(() => server.close());

  const expired = mintPracticeToken({ exp: 1 });
  const create = "/campaign/api/v2/public/st-practice/campaign";
  const ask = "?accountId=practice-account&campaignType=voice";
  const refusals: readonly (readonly [
    what: string,
    sent: Sent,
    status: number,
    code: number,
    words: string,
  ])[] = [
    ["another method", { method: "GET" }, 405, 405, "Method Not Allowed"],
    ["PUT", { method: "PUT" }, 405, 405, "Method Not Allowed"],
    ["another path", { url: "/campaign/api/v1/public/st-practice/campaign" }, 404, 404, "Not Found"],
    [
      "a path that climbs",
      { url: `/x/../campaign/api/v2/public/st-practice/campaign${ask}` },
      404,
      404,
      "Not Found",
    ],
    ["a path that cannot be decoded", { url: `${create}/%ff/status${ask}` }, 404, 404, "Not Found"],
    ["a path of slashes", { url: "///" }, 404, 404, "Not Found"],
    ["no token", { headers: { auth: undefined } }, 401, 4002, "Invalid SDK credentials"],
    ["a token that is none", { headers: { auth: "abc" } }, 401, 4002, "Invalid JWT token"],
    [
      "Bearer before the token",
      { headers: { auth: `Bearer ${mintPracticeToken()}` } },
      401,
      4002,
      "Invalid JWT token",
    ],
    ["an expired token", { headers: { auth: expired } }, 401, 4002, "Invalid JWT token"],
    [
      "a token without the scope",
      { headers: { auth: mintPracticeToken({ scope: "none" }) } },
      401,
      4002,
      "Permission denied. Scope is incorrect!",
    ],
    ["another stream in the header", { headers: { iid: "st-other" } }, 401, 4002, "Invalid SDK credentials"],
    ["no stream in the header", { headers: { iid: undefined } }, 401, 4002, "Invalid SDK credentials"],
    [
      "another account in the header",
      { headers: { accountid: "other" } },
      401,
      4002,
      "Invalid SDK credentials",
    ],
    ["no account in the header", { headers: { accountid: undefined } }, 401, 4002, "Invalid SDK credentials"],
    [
      "no account in the query",
      { url: `${create}?campaignType=voice` },
      401,
      4002,
      "Invalid SDK credentials",
    ],
    ["the account twice", { url: `${create}${ask}&accountId=x` }, 401, 4002, "Invalid SDK credentials"],
    ["no campaign type", { url: `${create}?accountId=practice-account` }, 412, 412, "campaignType"],
    [
      "another campaign type",
      { url: `${create}?accountId=practice-account&campaignType=sms` },
      412,
      412,
      "campaignType",
    ],
    ["another content type", { headers: { "content-type": "text/plain" } }, 415, 415, "Content-Type"],
    ["no JSON", { body: '{"name":' }, 400, 400, "not JSON"],
    ["a comment in the JSON", { body: "{} // x" }, 400, 400, "not JSON"],
    ["an empty body", { body: "" }, 412, 412, "name is required"],
    ["a list", { body: "[]" }, 412, 412, "must be object"],
    ["a deep body", { body: "[".repeat(200_000) + "]".repeat(200_000) }, 412, 412, "must be object"],
    [
      "a value out of bounds",
      { body: JSON.stringify({ ...sample, dialingStrategy: { ...strategy, maxRingTime: 121 } }) },
      412,
      412,
      "dialingStrategy.maxRingTime",
    ],
    [
      "a value that is not allowed",
      { body: JSON.stringify({ ...sample, dialingMode: "Power" }) },
      412,
      412,
      "Preview, Progressive, Agentless",
    ],
    [
      "no queue in Preview",
      { body: JSON.stringify({ ...sample, queue_name: undefined }) },
      412,
      412,
      "queue_name is required",
    ],
    [
      "an SMS campaign",
      { body: JSON.stringify({ ...sample, campaignType: "sms" }) },
      412,
      412,
      "campaignType",
    ],
    [
      "a body over 1 MiB",
      { body: JSON.stringify({ ...sample, description: "x".repeat(2 ** 20) }) },
      413,
      413,
      "1 MiB",
    ],
    ["another host name", { headers: { host: "evil.example" } }, 421, 421, "127.0.0.1"],
    ["its own name with another port", { headers: { host: "127.0.0.1:1" } }, 421, 421, "127.0.0.1"],
    [
      "a status of an unknown campaign",
      { url: `${create}/cd-none/status?accountId=practice-account&view=status` },
      404,
      404,
      "Campaign not found",
    ],
    [
      "a status without a view",
      { url: `${create}/cd-none/status?accountId=practice-account` },
      412,
      412,
      "view",
    ],
  ];
  for (const [what, sent, status, code, words] of refusals)
    it(`${what}: ${status}`, async () => {
      const reply = await callPractice(server, sent);
      assert.equal(reply.status, status, JSON.stringify(reply.json));
      const [first] = errorsOf(reply);
      assert.equal(first?.code, code);
      assert.ok(first.msg.includes(words), first.msg);
    });
});
