import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { accountValues, type AccountValues } from "../../../src/core/comparison/account-values";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { PracticeAccount } from "../../../src/node/practice/account";
import { createCampaign } from "../../../src/node/practice/create-campaign";
import { listCampaigns } from "../../../src/node/practice/reads";

/** A campaign as the practice server returns it after it was created. */
export function returned(campaign: Campaign): AccountValues {
  const account = new PracticeAccount(() => 0, 0, []);
  const data = without(dataOf(createCampaign(account, campaign).body), "maxSkips");
  const [listed] = dataOf(listCampaigns(account, {}).body)["results"] as JsonObject[];
  const queue = listed?.["connection"];
  return accountValues(data, typeof queue === "string" ? { queue } : {});
}

const dataOf = (body: unknown): JsonObject => (body as { readonly data: JsonObject }).data;

export function without(value: object, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
