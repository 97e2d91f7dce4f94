import type { Connection } from "../connection/connection";
import {
  campaignStatusUrl,
  createCampaignUrl,
  getCampaignUrl,
  triggerCampaignUrl,
  updateCampaignUrl,
} from "./endpoint";
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

/** Reads one campaign. */
export function getCampaignRequest(connection: Connection, campaignId: string, token: string): HttpRequest {
  return { method: "GET", url: getCampaignUrl(connection, campaignId), headers: headers(connection, token) };
}

/** Changes one campaign. `body` is a whole create body. */
export function updateCampaignRequest(
  connection: Connection,
  campaignId: string,
  body: string,
  token: string,
): HttpRequest {
  const url = updateCampaignUrl(connection, campaignId);
  return { method: "PUT", url, headers: headers(connection, token), body };
}

/** Starts (`play`) or stops one campaign. */
export function triggerCampaignRequest(
  connection: Connection,
  campaignId: string,
  trigger: "play" | "stop",
  token: string,
): HttpRequest {
  const url = triggerCampaignUrl(connection, campaignId, trigger);
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
