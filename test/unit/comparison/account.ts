import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { accountValues, type AccountValues } from "../../../src/core/comparison/account-values";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { PracticeAccount } from "../../../src/node/practice/account";
import type { Answer } from "../../../src/node/practice/answer";
import { getCampaign } from "../../../src/node/practice/existing-campaign";
import { listCampaigns } from "../../../src/node/practice/reads";

/** A campaign as the get and the list call of the practice server return it after it was created. */
export function returned(campaign: Campaign): AccountValues {
  const account = new PracticeAccount(() => 0, { settleMs: 0, runMs: 0 }, []);
  const { id } = account.create(campaign);
  const [listed] = dataOf(listCampaigns(account, {}))["results"] as JsonObject[];
  const queue = listed?.["connection"];
  return accountValues(dataOf(getCampaign(account, id)), typeof queue === "string" ? { queue } : {});
}

function dataOf({ body }: Answer): JsonObject {
  return (JSON.parse(JSON.stringify(body)) as { readonly data: JsonObject }).data;
}

export function without(value: object, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
