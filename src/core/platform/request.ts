import type { Connection } from "../connection/connection";
import { campaignStatusUrl, createCampaignUrl } from "./endpoint";
import type { HttpRequest } from "./transport";

/** The documented call, value by value. `token` is the JWT as it is: the platform takes no "Bearer" before it. */
export function createCampaignRequest(connection: Connection, body: string, token: string): HttpRequest {
  return { method: "POST", url: createCampaignUrl(connection), headers: headers(connection, token), body };
}

/** Asks for the state of one campaign. The platform reads with POST and an empty object. */
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
