import { exchange, type Exchange, type ExchangeParameters } from "./exchange";
import { createCampaignRequest } from "./request";

export interface SubmitParameters extends ExchangeParameters {
  /** From `toRequestBody`; sent unchanged. */
  readonly body: string;
}

export type Submission = Exchange;

/**
 * Creates the campaign with at most one transport call. The platform has no idempotency key, so a second attempt is the
 * person's decision. To record the attempt before it leaves, wrap the transport.
 */
export function submitCampaign(parameters: SubmitParameters): Promise<Submission> {
  return exchange(parameters, (connection, token) =>
    createCampaignRequest(connection, parameters.body, token),
  );
}
