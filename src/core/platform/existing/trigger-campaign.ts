import { exchange, type Exchange, type ExchangeParameters } from "../exchange";
import { triggerCampaignRequest } from "../request";

export interface TriggerParameters extends ExchangeParameters {
  readonly campaignId: string;
  readonly trigger: Trigger;
}

export type Trigger = "start" | "stop";

/**
 * Starts or stops a campaign with at most one transport call. Accepted only if the response has the state "Active" or
 * "Stopped". The documentation has other addresses for version 1 and for SMS; none of them is tried, because a second
 * request may start the campaign twice.
 */
export function triggerCampaign(parameters: TriggerParameters): Promise<Exchange> {
  const { campaignId, trigger } = parameters;
  return exchange(
    parameters,
    (connection, token) =>
      triggerCampaignRequest(connection, campaignId, trigger === "start" ? "play" : "stop", token),
    trigger === "start" ? "Active" : "Stopped",
  );
}
