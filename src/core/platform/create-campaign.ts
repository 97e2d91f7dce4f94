import { exchange, type Exchange, type ExchangeParameters } from "./exchange";
import { createCampaignRequest } from "./request";

export interface SubmitParameters extends ExchangeParameters {
  /** From `toRequestBody`; sent as it is. */
  readonly body: string;
}

export type Submission = Exchange;

/**
 * Creates the campaign. At most one transport call, whatever happens; the platform has no idempotency key, so a
 * second try is the person's decision. Who wants to note the attempt before it leaves wraps the transport.
 */
export function submitCampaign(parameters: SubmitParameters): Promise<Submission> {
  return exchange(parameters, (connection, token) =>
    createCampaignRequest(connection, parameters.body, token),
  );
}
