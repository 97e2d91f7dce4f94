import type { ExchangeParameters } from "../platform/exchange";
import { getCampaign, type AccountCampaign } from "../platform/existing/get-campaign";
import { listCampaigns, type ListedCampaign } from "../platform/list-campaigns";
import type { Listed } from "../platform/list-page";
import type { Outcome } from "../platform/outcome";
import { accountValues, type AccountValues } from "./account-values";

/** Which campaign is meant: the one with this ID, or else the one with exactly this name. */
export interface Sought {
  readonly id?: string;
  readonly name: string;
}

/** A campaign with all that the get and the list call return of it. */
export interface ReadCampaign {
  readonly campaign: AccountCampaign;
  readonly values: AccountValues;
}

export type CampaignReading =
  | ({ readonly kind: "read" } & ReadCampaign)
  /** The account was read to its end and has no such campaign. */
  | { readonly kind: "missing" }
  /** Several campaigns have the name, newest first. */
  | { readonly kind: "ambiguous"; readonly campaigns: readonly ListedCampaign[] }
  | NotRead;

/** Whether the account has the campaign, or what it contains, is unknown. */
export type NotRead =
  | { readonly kind: "unavailable"; readonly outcome: Outcome }
  /** The account has more campaigns than were read. */
  | { readonly kind: "incomplete" };

/** The account's campaigns as far as they were read. */
export type CampaignList = Extract<Listed<ListedCampaign>, { readonly kind: "listed" }>;

export interface ReadCampaignParameters extends ExchangeParameters {
  readonly sought: Sought;
}

/** Finds a campaign in the account and reads it: one call per 50 campaigns, and one for the campaign. Changes nothing. */
export async function readCampaign({ sought, ...reading }: ReadCampaignParameters): Promise<CampaignReading> {
  const { id } = sought;
  const enough = (items: readonly ListedCampaign[]): boolean => items.some((item) => item.id === id);
  const listed = await listAll({ ...reading, enough });
  return listed.kind === "unavailable" ? listed : readListed({ ...reading, sought, listed });
}

/** Reads the account's campaigns for `readListed`. */
export function listAll(
  parameters: ExchangeParameters & Pick<Parameters<typeof listCampaigns>[0], "enough">,
): Promise<Listed<ListedCampaign>> {
  return listCampaigns({ ...parameters, maxCalls: MAX_LIST_CALLS });
}

/** 1,000 campaigns, and a third of a minute's calls. */
const MAX_LIST_CALLS = 20;

/** Reads a campaign that is sought in a list. */
export async function readListed({
  sought,
  listed,
  ...reading
}: ReadCampaignParameters & { readonly listed: CampaignList }): Promise<CampaignReading> {
  const { id, name } = sought;
  const { items, complete } = listed;
  const withId = items.find((item) => item.id === id);
  if (withId !== undefined) return readOne(reading, withId.id, withId);
  if (id !== undefined && !complete) {
    const read = await readOne(reading, id);
    // The account has no campaign with this ID.
    if (read.kind !== "unavailable" || read.outcome.kind !== "rejected") return read;
  }
  const [first, ...others] = items.filter((item) => item.name === name);
  if (others.length > 0 && first !== undefined) {
    const campaigns = [first, ...others].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
    return { kind: "ambiguous", campaigns };
  }
  if (!complete) return { kind: "incomplete" };
  return first === undefined ? { kind: "missing" } : readOne(reading, first.id, first);
}

async function readOne(
  reading: ExchangeParameters,
  campaignId: string,
  listed?: ListedCampaign,
): Promise<({ readonly kind: "read" } & ReadCampaign) | Extract<NotRead, { readonly kind: "unavailable" }>> {
  const got = await getCampaign({ ...reading, campaignId });
  if (got.kind === "unavailable") return got;
  const { campaign } = got;
  return { kind: "read", campaign, values: accountValues(campaign.data, listed) };
}
