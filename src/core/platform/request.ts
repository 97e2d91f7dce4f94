import type { Connection } from "../connection/connection";
import { campaignStatusUrl, createCampaignUrl } from "./endpoint";
import type { HttpRequest } from "./transport";

/** The documented call. `token` is the raw JWT: the platform does not use "Bearer". */
export function createCampaignRequest(connection: Connection, body: string, token: string): HttpRequest {
  return { method: "POST", url: createCampaignUrl(connection), headers: headers(connection, token), body };
}

/** Requests the state of one campaign. The platform reads with POST and an empty object. */
export function campaignStatusRequest(
  connection: Connection,
  campaignId: string,
  token: string,
): HttpRequest {
  const url = campaignStatusUrl(connection, campaignId);
  return { method: "POST", url, headers: headers(connection, token), body: "{}" };
}

function headers(connection: Connection, token: string): HttpRequest["headers"] {
  return {
    auth: token,
    iid: connection.streamId,
    accountId: connection.accountId,
    "Content-Type": "application/json",
  };
}
