import type { ExchangeParameters } from "../platform/exchange";
import { getCampaign } from "../platform/existing/get-campaign";
import { listCampaigns, type ListedCampaign } from "../platform/list-campaigns";
import type { Listed } from "../platform/list-page";
import type { Outcome } from "../platform/outcome";
import { textsIn } from "../text/json-guards";

/** How a person names a campaign of the account. */
export type Named =
  /** An id or a name. */
  | { readonly kind: "text"; readonly text: string }
  /** The name in a campaign file, and the ID of the campaign that the file created, if the ledger has one. */
  | { readonly kind: "name"; readonly name: string; readonly recordedId?: string };

/** The account's campaigns as far as they were read. */
export type CampaignList = Extract<Listed<ListedCampaign>, { readonly kind: "listed" }>;

export type FoundTarget =
  | {
      readonly kind: "found";
      readonly campaign: ListedCampaign;
      /** The recorded ID of the file, if the account lacks that campaign: its name was found instead. */
      readonly goneId?: string;
    }
  /** The account has no voice campaign with this id or name. */
  | { readonly kind: "missing" }
  /** At least two. */
  | { readonly kind: "ambiguous"; readonly campaigns: readonly ListedCampaign[] }
  /** The account has more campaigns than were read, so another one may have the name. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "unavailable"; readonly outcome: Outcome };

/** Pages of 50, one call each: a third of a minute's calls. */
const MAX_CALLS = 20;

/**
 * Finds the campaign that a person means: an exact id, then an exact name. Reads the list, because only the list
 * contains the queue, and, for an id beyond the last page that is read, the campaign itself.
 */
export async function findTarget(reading: ExchangeParameters, named: Named): Promise<FoundTarget> {
  const id = idIn(named);
  const listed = await listTargets(reading, (campaigns) => campaigns.some((campaign) => campaign.id === id));
  return listed.kind === "unavailable" ? listed : findInList(reading, named, listed);
}

/** Reads the account's campaigns, at most 1,000. `enough` ends it early. */
export function listTargets(
  reading: ExchangeParameters,
  enough: (campaigns: readonly ListedCampaign[]) => boolean = () => false,
): Promise<Listed<ListedCampaign>> {
  return listCampaigns({ ...reading, maxCalls: MAX_CALLS, enough });
}

/** The same as `findTarget` for a list that was read before. */
export async function findInList(
  reading: ExchangeParameters,
  named: Named,
  listed: CampaignList,
): Promise<FoundTarget> {
  const id = idIn(named);
  const name = named.kind === "text" ? named.text : named.name;
  const hasId = (campaign: ListedCampaign): boolean => campaign.id === id;
  const items = listed.items.filter(({ type }) => !isSms(type));
  const byId = items.find(hasId);
  if (byId !== undefined) return { kind: "found", campaign: byId };
  const sameName = items.filter((campaign) => campaign.name.trim() === name.trim());
  const [first, ...others] = sameName;
  if (first !== undefined && others.length > 0) return { kind: "ambiguous", campaigns: sameName };
  if (listed.complete) return first === undefined ? { kind: "missing" } : byName(first, named);
  const isName = id === undefined || /\s/.test(id) || (first !== undefined && named.kind === "text");
  return isName ? { kind: "incomplete" } : readById(reading, id);
}

function byName(campaign: ListedCampaign, named: Named): FoundTarget {
  const goneId = named.kind === "name" ? named.recordedId : undefined;
  return { kind: "found", campaign, ...(goneId === undefined ? {} : { goneId }) };
}

function idIn(named: Named): string | undefined {
  return named.kind === "text" ? named.text : named.recordedId;
}

/** One more call, for an account with more campaigns than were read. */
async function readById(reading: ExchangeParameters, campaignId: string): Promise<FoundTarget> {
  const read = await getCampaign({ ...reading, campaignId });
  if (read.kind === "unavailable") return read.outcome.kind === "rejected" ? { kind: "incomplete" } : read;
  const { id, name, state, updatedAt, data } = read.campaign;
  if (isSms(data["campaignType"])) return { kind: "missing" };
  return {
    kind: "found",
    campaign: {
      id,
      name,
      ...(state === undefined ? {} : { state }),
      ...(updatedAt === undefined ? {} : { updatedAt }),
      contactLists: textsIn(data["contactLists"]),
    },
  };
}

/** The list is asked for voice campaigns, and the documentation does not have the channel in these responses. */
function isSms(type: unknown): boolean {
  return typeof type === "string" && type.trim().toLowerCase() === "sms";
}
