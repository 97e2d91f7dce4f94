import type { Connection } from "../connection/connection";

/** The parts of an address; a `Connection` satisfies it. */
export type Address = Pick<Connection, "host" | "accountId" | "streamId">;

/** POST: creates a voice campaign. */
export function createCampaignUrl(address: Address): string {
  return `${campaigns(address)}?${account(address)}&campaignType=voice`;
}

/** POST with `{}`: the state of one campaign. */
export function campaignStatusUrl(address: Address, campaignId: string): string {
  return `${campaigns(address)}/${segment(campaignId)}/status?${account(address)}&view=status`;
}

/** GET: one campaign. */
export function getCampaignUrl(address: Address, campaignId: string): string {
  return `${campaigns(address)}/${segment(campaignId)}?${account(address)}`;
}

/** PUT: changes one campaign. The page prints `campaignType=sms`, and its table asks for `voice`. */
export function updateCampaignUrl(address: Address, campaignId: string): string {
  return `${getCampaignUrl(address, campaignId)}&campaignType=voice`;
}

/**
 * POST with `{}`: starts or stops one campaign. As printed for voice campaigns, without the leading `/campaign` of the
 * other calls.
 */
export function triggerCampaignUrl(address: Address, campaignId: string, trigger: "play" | "stop"): string {
  const path = `api/v2/public/${segment(address.streamId)}/campaign/trigger/${segment(campaignId)}`;
  return `${address.host}/${path}?${account(address)}&campaignType=voice&trigger=${trigger}`;
}

/** POST with filters and paging: the account's campaigns. */
export function listCampaignsUrl(address: Address): string {
  return `${campaigns(address)}/getAllCampaignDetails?${account(address)}`;
}

/** POST: the account's contact lists for calling. */
export function contactListsUrl(address: Address): string {
  return `${campaigns(address)}/contactList/getAllListDetails?${account(address)}&type=call`;
}

/** GET: the agent queues. Requires the scope "Configuration", not "Campaign Management". */
export function queuesUrl(address: Address): string {
  return `${address.host}/agentassist/api/v1/public/${segment(address.streamId)}/queues`;
}

function campaigns(address: Address): string {
  return `${address.host}/campaign/api/v2/public/${segment(address.streamId)}/campaign`;
}

function account(address: Address): string {
  return `accountId=${percentEncoded(address.accountId)}`;
}

/**
 * One path segment. URL treats "..", "%2e%2e" and mixtures of them as the parent folder. So a dot segment is encoded
 * twice and then matches nothing on the server.
 */
function segment(id: string): string {
  return id === "." || id === ".." ? id.replaceAll(".", "%252E") : percentEncoded(id);
}

/** Lone surrogates become U+FFFD; encodeURIComponent would throw. */
function percentEncoded(text: string): string {
  return encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text)));
}
