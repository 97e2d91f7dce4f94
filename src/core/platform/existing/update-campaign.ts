import { exchange, type Exchange, type ExchangeParameters } from "../exchange";
import { updateCampaignRequest } from "../request";

export interface UpdateParameters extends ExchangeParameters {
  readonly campaignId: string;
  /** A whole create body, from `toRequestBody`; sent unchanged. */
  readonly body: string;
}

/** Changes a campaign with at most one transport call. Which fields the platform changes is not documented. */
export function updateCampaign(parameters: UpdateParameters): Promise<Exchange> {
  const { campaignId, body } = parameters;
  return exchange(parameters, (connection, token) =>
    updateCampaignRequest(connection, campaignId, body, token),
  );
}
