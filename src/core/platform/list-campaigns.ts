import { isObject, isText, textsIn, type JsonObject } from "../text/json-guards";
import { readPage, textOf, timeOf, unreadable, type Listed } from "./list-page";
import type { ExchangeParameters } from "./exchange";
import { listCampaignsRequest } from "./read-requests";

/** A campaign as the account lists it. */
export interface ListedCampaign {
  readonly id: string;
  readonly name: string;
  /** For example "Ready"; absent if the response has none. */
  readonly state?: string;
  /** Milliseconds since 1970; absent if the response has no readable time. */
  readonly createdAt?: number;
  /** Milliseconds since 1970. */
  readonly updatedAt?: number;
  /** The dialing mode. */
  readonly mode?: string;
  /** The name of the agent queue. The platform calls it `connection` here. */
  readonly queue?: string;
  /** The channel. No sample of a list has one. */
  readonly type?: string;
  readonly contactLists: readonly string[];
  /** The name of its do-not-call list; absent if the response has none. */
  readonly dncList?: string;
}

export interface ListCampaignsParameters extends ExchangeParameters {
  /** Milliseconds since 1970. Which time the platform compares is not documented. */
  readonly from?: number;
  readonly until?: number;
  /** The maximum number of pages of 50, one call each; 10 by default, a sixth of a minute's calls. */
  readonly maxCalls?: number;
  /** Receives all campaigns so far; returning true stops reading. The list then counts as incomplete. */
  readonly enough?: (campaigns: readonly ListedCampaign[]) => boolean;
}

/**
 * Reads the account's voice campaigns page by page. `complete` requires that everything agrees: the response reports no
 * more pages, the total matches, each page is the requested one, and each campaign has an id and a name.
 */
export async function listCampaigns(parameters: ListCampaignsParameters): Promise<Listed<ListedCampaign>> {
  const { from, until, maxCalls = 10, enough = () => false } = parameters;
  const window = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  const campaigns = new Map<string, ListedCampaign>();
  let allReadable = true;
  let skip = 0;
  for (let page = 1; page <= maxCalls; page++) {
    const asked = { ...window, page, skip };
    const answer = await readPage(parameters, (connection, token) =>
      listCampaignsRequest(connection, asked, token),
    );
    if (answer.kind === "unavailable") return answer;
    const part = readPart(answer.response);
    if (part === undefined) return unreadable(answer.response);
    const before = campaigns.size;
    for (const campaign of part.campaigns) campaigns.set(campaign.id, campaign);
    allReadable &&= part.campaigns.length === part.count;
    skip += part.count;
    const items = [...campaigns.values()];
    const isAsked = part.skip === undefined || part.skip === asked.skip;
    const { total = skip, hasMore = part.total === undefined ? undefined : skip < part.total } = part;
    if (isAsked && hasMore === false)
      return { kind: "listed", items, complete: allReadable && items.length >= total };
    // No information on further pages, the same page again, or an empty page with more to come.
    if (!isAsked || hasMore === undefined || campaigns.size === before || enough(items))
      return { kind: "listed", items, complete: false };
  }
  return { kind: "listed", items: [...campaigns.values()], complete: false };
}

interface Part {
  readonly campaigns: readonly ListedCampaign[];
  /** Entries on this page, readable or not. */
  readonly count: number;
  readonly hasMore?: boolean;
  readonly skip?: number;
  readonly total?: number;
}

function readPart(response: unknown): Part | undefined {
  const data = isObject(response) ? response["data"] : undefined;
  if (!isObject(data) || !Array.isArray(data["results"])) return undefined;
  const results: readonly unknown[] = data["results"];
  const { hasMore, skip, totalResults } = data;
  return {
    campaigns: results.map(readCampaign).filter((campaign) => campaign !== undefined),
    count: results.length,
    ...(typeof hasMore === "boolean" ? { hasMore } : {}),
    ...(typeof skip === "number" ? { skip } : {}),
    ...(typeof totalResults === "number" ? { total: totalResults } : {}),
  };
}

function readCampaign(value: unknown): ListedCampaign | undefined {
  if (!isObject(value)) return undefined;
  const id = campaignIdIn(value);
  const name = textOf(value["name"]);
  if (id === undefined || name === undefined) return undefined;
  const [state, mode, queue] = ["status", "dialingMode", "connection"].map((key) => textOf(value[key]));
  const type = textOf(value["campaignType"]) ?? textOf(value["type"]);
  const createdAt = timeOf(value["createdAt"]);
  const updatedAt = timeOf(value["updatedAt"]);
  const dncLists = value["dncLists"];
  const dncList = isObject(dncLists) ? textOf(dncLists["name"]) : undefined;
  return {
    id,
    name,
    ...(state === undefined ? {} : { state }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(mode === undefined ? {} : { mode }),
    ...(queue === undefined ? {} : { queue }),
    ...(type === undefined ? {} : { type }),
    contactLists: textsIn(value["contactLists"]),
    ...(dncList === undefined ? {} : { dncList }),
  };
}

/**
 * The id of a campaign in a response. Get, list and update have `_id`; the table below the list and the samples of
 * create and of SMS campaigns have `id`.
 */
export function campaignIdIn(campaign: JsonObject): string | undefined {
  return [campaign["_id"], campaign["id"]].filter(isText).find(({ length }) => length <= MAX_ID_LENGTH);
}

/** UTF-16 units. The vendor's ids have 38; an id becomes part of an address. */
const MAX_ID_LENGTH = 256;
