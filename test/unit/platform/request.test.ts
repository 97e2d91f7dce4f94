import assert from "node:assert/strict";
import fc from "fast-check";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import * as endpoint from "../../../src/core/platform/endpoint";

const HOST = "https://platform.kore.ai";

describe("endpoint", () => {
  it("is the documented address", () => {
    const address = { host: HOST, accountId: "acc", streamId: "st-1" };
    const root = "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign";
    assert.equal(endpoint.createCampaignUrl(address), `${root}?accountId=acc&campaignType=voice`);
    assert.equal(
      endpoint.campaignStatusUrl(address, "cd-1"),
      `${root}/cd-1/status?accountId=acc&view=status`,
    );
    assert.equal(endpoint.getCampaignUrl(address, "cd-1"), `${root}/cd-1?accountId=acc`);
    assert.equal(
      endpoint.updateCampaignUrl(address, "cd-1"),
      `${root}/cd-1?accountId=acc&campaignType=voice`,
    );
    const trigger = "https://platform.kore.ai/api/v2/public/st-1/campaign/trigger/cd-1";
    for (const word of ["play", "stop"] as const)
      assert.equal(
        endpoint.triggerCampaignUrl(address, "cd-1", word),
        `${trigger}?accountId=acc&campaignType=voice&trigger=${word}`,
      );
    assert.equal(endpoint.listCampaignsUrl(address), `${root}/getAllCampaignDetails?accountId=acc`);
    assert.equal(
      endpoint.contactListsUrl(address),
      `${root}/contactList/getAllListDetails?accountId=acc&type=call`,
    );
    assert.equal(
      endpoint.queuesUrl(address),
      "https://platform.kore.ai/agentassist/api/v1/public/st-1/queues",
    );
  });

  it("keeps each ID in its place in the path and query", () => {
    const nasty = fc.constantFrom(
      "..",
      ".",
      "../..",
      "%2e%2e",
      "a/b",
      "a?b",
      "a#b",
      "a&accountId=b",
      " ",
      "\\",
      "\ud800",
    );
    const id = fc.oneof(nasty, fc.string({ unit: "binary", minLength: 1 }));
    fc.assert(
      fc.property(id, id, id, (accountId, streamId, campaignId) => {
        const url = new URL(endpoint.campaignStatusUrl({ host: HOST, accountId, streamId }, campaignId));
        assert.equal(url.origin, HOST);
        const path = url.pathname.split("/");
        assert.equal(path.length, 9);
        assert.deepEqual(
          [...path.slice(0, 5), path[6], path[8]],
          ["", "campaign", "api", "v2", "public", "campaign", "status"],
        );
        assert.deepEqual([...url.searchParams.keys()], ["accountId", "view"]);
        const trigger = new URL(
          endpoint.triggerCampaignUrl({ host: HOST, accountId, streamId }, campaignId, "play"),
        );
        assert.deepEqual(
          [trigger.origin, ...trigger.pathname.split("/").slice(0, 4), trigger.pathname.split("/").length],
          [HOST, "", "api", "v2", "public", 8],
        );
        assert.deepEqual([...trigger.searchParams.keys()], ["accountId", "campaignType", "trigger"]);
        if (accountId.isWellFormed()) assert.equal(url.searchParams.get("accountId"), accountId);
        if (streamId.isWellFormed() && !/^\.\.?$/.test(streamId))
          assert.equal(decodeURIComponent(path[5]!), streamId);
      }),
    );
  });
});

describe("toRequestBody", () => {
  it("leaves out the root's $schema and nothing else, in the order of the file", () => {
    const value: unknown = JSON.parse('{"$schema":"x","b":{"$schema":"kept"},"a":[{"$schema":1}],"z":null}');
    assert.equal(toRequestBody(value), '{"b":{"$schema":"kept"},"a":[{"$schema":1}],"z":null}');
  });

  it("keeps a key named __proto__ a key", () => {
    const text = '{"__proto__":{"name":"x"},"constructor":1,"toJSON":2}';
    assert.equal(toRequestBody(JSON.parse(`{"$schema":1,${text.slice(1)}`)), text);
  });

  it("equals JSON.stringify for any value without $schema", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(toRequestBody(value), JSON.stringify(value));
      }),
    );
  });
});
