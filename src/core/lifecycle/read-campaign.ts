import { accountValues, type AccountValues, type FromList } from "../comparison/account-values";
import type { ExchangeParameters } from "../platform/exchange";
import { getCampaign, type AccountCampaign } from "../platform/existing/get-campaign";
import type { Outcome } from "../platform/outcome";
import { findTarget, type FoundTarget, type Named } from "./find-target";

/** A campaign with all that the get and the list call return of it. */
export interface ReadCampaign {
  readonly kind: "read";
  readonly campaign: AccountCampaign;
  readonly values: AccountValues;
  /** As in `FoundTarget`. */
  readonly goneId?: string;
}

export type CampaignReading = ReadCampaign | NotRead;

/** The account has no such campaign, or has several, or could not be read. */
export type NotRead = Exclude<FoundTarget, { readonly kind: "found" }>;

/** Finds a campaign in the account and reads it: one call per 50 campaigns, and one for the campaign. Changes nothing. */
export async function readCampaign(reading: ExchangeParameters, named: Named): Promise<CampaignReading> {
  return readTarget(reading, await findTarget(reading, named));
}

/** Reads the campaign that was found. */
export async function readTarget(reading: ExchangeParameters, target: FoundTarget): Promise<CampaignReading> {
  if (target.kind !== "found") return target;
  const { campaign, goneId } = target;
  const read = await readOne(reading, campaign.id, campaign);
  return read.kind === "read" && goneId !== undefined ? { ...read, goneId } : read;
}

/** Reads one campaign by its ID. `listed` is what the list returned of it. */
export async function readOne(
  reading: ExchangeParameters,
  campaignId: string,
  listed: FromList,
): Promise<ReadCampaign | { readonly kind: "unavailable"; readonly outcome: Outcome }> {
  const got = await getCampaign({ ...reading, campaignId });
  if (got.kind === "unavailable") return got;
  const { campaign } = got;
  return { kind: "read", campaign, values: accountValues(campaign.data, listed) };
}
