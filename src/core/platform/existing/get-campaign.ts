import { isObject, type JsonObject } from "../../text/json-guards";
import type { ExchangeParameters } from "../exchange";
import { campaignIdIn } from "../list-campaigns";
import { readPage, textOf, timeOf, unreadable } from "../list-page";
import type { Outcome } from "../outcome";
import { getCampaignRequest } from "../request";
import { DEFAULT_MAX_BYTES } from "../transport";

/** A campaign as the account returns it. */
export interface AccountCampaign {
  readonly id: string;
  readonly name: string;
  /** For example "Ready"; absent if the response has none. */
  readonly state?: string;
  /** Milliseconds since 1970. */
  readonly updatedAt?: number;
  /**
   * All keys of the response, known or not, with secrets removed. By the documentation it contains no queue, no channel,
   * no `maxSkips` and no `enableMachineDetect`, and the id of the flow in place of its name.
   */
  readonly data: JsonObject;
}

export type GetResult =
  | { readonly kind: "known"; readonly campaign: AccountCampaign }
  /** A response without the requested campaign is the outcome `unknown`, `unexpected`. */
  | { readonly kind: "unavailable"; readonly outcome: Outcome };

/** Reads one campaign, in one call. */
export async function getCampaign(
  parameters: ExchangeParameters & { readonly campaignId: string },
): Promise<GetResult> {
  const { campaignId } = parameters;
  const answer = await readPage(
    parameters,
    (connection, token) => getCampaignRequest(connection, campaignId, token),
    DEFAULT_MAX_BYTES,
  );
  if (answer.kind === "unavailable") return answer;
  const { response } = answer;
  const data = isObject(response) ? response["data"] : undefined;
  const name = isObject(data) ? textOf(data["name"]) : undefined;
  // Another campaign must never be taken for this one.
  if (!isObject(data) || name === undefined || campaignIdIn(data) !== campaignId)
    return unreadable(response, "The answer does not contain the requested campaign.");
  const state = textOf(data["status"]);
  const updatedAt = timeOf(data["updatedAt"]);
  return {
    kind: "known",
    campaign: {
      id: campaignId,
      name,
      ...(state === undefined ? {} : { state }),
      ...(updatedAt === undefined ? {} : { updatedAt }),
      data,
    },
  };
}
