import { accountValues, type AccountValues, type FromList } from "../comparison/account-values";
import type { ExchangeParameters } from "../platform/exchange";
import { getCampaign, type AccountCampaign } from "../platform/existing/get-campaign";
import type { ListedCampaign } from "../platform/list-campaigns";
import type { Outcome } from "../platform/outcome";
import { findTarget, listTargets, type FoundTarget, type Named } from "./find-target";

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

/**
 * Returns a function that reads one campaign as it is now: with the list, because only the list contains the queue, and
 * with the get call. `fresh` is what the list has just returned, so the first read does not list again.
 */
export function campaignReader(
  reading: ExchangeParameters,
  campaignId: string,
  fresh?: FromList,
): () => ReturnType<typeof readOne> {
  let known = fresh;
  return async () => {
    const listed = known ?? (await listedAs(reading, campaignId));
    known = undefined;
    return "kind" in listed ? listed : readOne(reading, campaignId, listed);
  };
}

/** What the list returns of one campaign: nothing if it is not on the pages that are read. */
async function listedAs(
  reading: ExchangeParameters,
  campaignId: string,
): Promise<FromList | { readonly kind: "unavailable"; readonly outcome: Outcome }> {
  const hasId = ({ id }: ListedCampaign): boolean => id === campaignId;
  const listed = await listTargets(reading, (campaigns) => campaigns.some(hasId));
  return listed.kind === "unavailable" ? listed : (listed.items.find(hasId) ?? {});
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
