import { exchange, type ExchangeParameters } from "./exchange";
import type { Outcome } from "./outcome";
import { campaignStatusRequest } from "./request";

/** `state` as named by the platform. "Preparing" becomes "Ready" without notice, within minutes in the samples. */
export type CampaignStatus =
  | { readonly kind: "known"; readonly state: string; readonly message: string }
  | { readonly kind: "unavailable"; readonly outcome: Outcome };

/** Reads the state of one campaign, once. It changes nothing, so it can be repeated; it counts as a call. */
export async function campaignStatus(
  parameters: ExchangeParameters & { readonly campaignId: string },
): Promise<CampaignStatus> {
  const { campaignId } = parameters;
  const { outcome } = await exchange(parameters, (connection, token) =>
    campaignStatusRequest(connection, campaignId, token),
  );
  if (outcome.kind !== "accepted" || outcome.state === undefined) return { kind: "unavailable", outcome };
  return { kind: "known", state: outcome.state, message: outcome.message };
}
