import type { Connection } from "../connection/connection";
import { contactListsUrl, listCampaignsUrl, queuesUrl } from "./endpoint";
import { createCampaignRequest } from "./request";
import type { HttpRequest } from "./transport";

/** One page of the account's voice campaigns. Times in milliseconds since 1970. */
export interface CampaignsPage {
  /** Counts from 1. */
  readonly page: number;
  /** The number of campaigns on earlier pages: sent in addition to `page`, because the vendor's sample has both. */
  readonly skip: number;
  readonly from?: number;
  readonly until?: number;
}

/** The page size in the vendor's sample. No maximum is documented. */
const CAMPAIGNS_A_PAGE = 50;

/** Uses POST as documented. The documentation requires `type` and has no value for "both". */
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

/** Reads all contact lists, with POST as documented. The documentation has no paging here. */
export function contactListsRequest(connection: Connection, token: string): HttpRequest {
  return { ...post(connection, "{}", token), url: contactListsUrl(connection) };
}

/**
 * Reads one page of queues. How to request a later page is not documented. The response contains `page`, so that
 * parameter is sent, and the reader checks whether it had an effect. The first page is requested as documented, without
 * it.
 */
export function queuesRequest(connection: Connection, page: number, token: string): HttpRequest {
  const { headers } = post(connection, "", token);
  const url = page === 1 ? queuesUrl(connection) : `${queuesUrl(connection)}?page=${page}`;
  return { method: "GET", url, headers };
}

/** Every call has the same headers as the create call. */
function post(connection: Connection, body: string, token: string): HttpRequest {
  return createCampaignRequest(connection, body, token);
}
