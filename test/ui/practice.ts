import assert from "node:assert/strict";
import { listCampaignsUrl } from "../../src/core/platform/endpoint";
import { mintPracticeToken } from "../../src/node/practice/token";

/** Ids of the campaigns on the practice server at this address. */
export async function campaignsAt(host: string): Promise<string[]> {
  const [accountId, streamId] = ["practice-account", "st-practice"];
  const answer = await fetch(listCampaignsUrl({ host, accountId, streamId }), {
    method: "POST",
    headers: { auth: mintPracticeToken(), iid: streamId, accountId, "content-type": "application/json" },
    body: "{}",
  });
  assert.equal(answer.status, 200);
  const { data } = (await answer.json()) as {
    readonly data: { readonly results: { readonly _id: string }[] };
  };
  return data.results.map(({ _id }) => _id);
}
