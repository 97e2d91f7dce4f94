import type { Connection } from "../connection/connection";
import { contactListsUrl, listCampaignsUrl, queuesUrl } from "./endpoint";
import { createCampaignRequest } from "./request";
import type { HttpRequest } from "./transport";

/** One page of the account's voice campaigns. Times in milliseconds since 1970. */
export interface CampaignsPage {
  /** Counts from 1. */
  readonly page: number;
  /** Campaigns on the pages before: sent beside `page`, because the vendor's sample has both. */
  readonly skip: number;
  readonly from?: number;
  readonly until?: number;
}

/** Campaigns asked for at once: the number in the vendor's sample. No largest one is documented. */
const CAMPAIGNS_A_PAGE = 50;

/** Reads, with POST as documented. `type` is required by the vendor's page and has no value for "both". */
export function listCampaignsRequest(
  connection: Connection,
  { page, skip, from, until }: CampaignsPage,
  token: string,
): HttpRequest {
  const ask = {
    limit: CAMPAIGNS_A_PAGE,
    skip,
    page,
    ...(from === undefined ? {} : { startDate: new Date(from).toISOString() }),
    ...(until === undefined ? {} : { endDate: new Date(until).toISOString() }),
    type: "voice",
    sortBy: { createdAt: "desc" },
  };
  return { ...post(connection, JSON.stringify(ask), token), url: listCampaignsUrl(connection) };
}

/** Reads all contact lists for calling, with POST as documented. The vendor's page knows no paging here. */
export function contactListsRequest(connection: Connection, token: string): HttpRequest {
  return { ...post(connection, "{}", token), url: contactListsUrl(connection) };
}

/**
 * Reads one page of queues. How to ask for a later one is not documented; its answer says `page`, so that is what is
 * asked for, and the reader looks whether it was heard. The first is asked for as documented, without.
 */
export function queuesRequest(connection: Connection, page: number, token: string): HttpRequest {
  const { headers } = post(connection, "", token);
  const url = page === 1 ? queuesUrl(connection) : `${queuesUrl(connection)}?page=${page}`;
  return { method: "GET", url, headers };
}

/** Every call of the platform carries the headers of the one that creates. */
function post(connection: Connection, body: string, token: string): HttpRequest {
  return createCampaignRequest(connection, body, token);
}
