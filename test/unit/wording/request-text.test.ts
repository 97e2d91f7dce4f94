import assert from "node:assert/strict";
import { requestForReading, requestText } from "../../../src/core/wording/request-text";
import type { Connection } from "../../../src/core/connection/connection";

const secret = "a-client-secret-of-forty-characters-or-so";
const connection: Connection = {
  id: "6f1c",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc 1",
  streamId: "st-1",
  production: true,
  credential: { kind: "client", clientId: "cs-1", clientSecret: secret },
};

describe("The description of the request", () => {
  it("is the documented request, line by line", () => {
    assert.deepEqual(requestText(connection, '{"name":"Spring"}').split("\n"), [
      "POST https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc%201&campaignType=voice",
      "auth: <redacted>",
      "iid: st-1",
      "accountId: acc 1",
      "Content-Type: application/json",
      "",
      '{"name":"Spring"}',
      "",
    ]);
  });

  it("shows no secret, not even one that the campaign contains", () => {
    const body = JSON.stringify({ name: secret, description: encodeURIComponent(secret) });
    assert.doesNotMatch(requestText(connection, body), new RegExp(secret));
  });

  it("is indented, with the same keys and values in the same order", () => {
    const body = '{"name":"Spring","maxSkips":1,"contactLists":["a","b"]}';
    const text = requestForReading(`POST https://host\nauth: <redacted>\n\n${body}\n`);
    const lines = text.split("\n");
    assert.deepEqual(lines.slice(0, 2), ["// POST https://host", "// auth: <redacted>"]);
    assert.equal(JSON.stringify(JSON.parse(lines.slice(2).join("\n"))), body);
  });

  it("is shown unchanged if it is not JSON after redaction", () => {
    const exact = "POST https://host\n\n<redacted>\n";
    assert.equal(requestForReading(exact), exact);
  });
});
