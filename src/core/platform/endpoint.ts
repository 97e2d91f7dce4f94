import type { Connection } from "../connection/connection";

/** What an address is made of; a whole `Connection` fits. */
export type Address = Pick<Connection, "host" | "accountId" | "streamId">;

/** POST: creates a voice campaign. */
export function createCampaignUrl(address: Address): string {
  return `${campaigns(address)}?${account(address)}&campaignType=voice`;
}

/** POST with `{}`: the state of one campaign. */
export function campaignStatusUrl(address: Address, campaignId: string): string {
  return `${campaigns(address)}/${segment(campaignId)}/status?${account(address)}&view=status`;
}

/** POST with filters and paging: the account's campaigns. */
export function listCampaignsUrl(address: Address): string {
  return `${campaigns(address)}/getAllCampaignDetails?${account(address)}`;
}

/** POST: the account's contact lists for calling. */
export function contactListsUrl(address: Address): string {
  return `${campaigns(address)}/contactList/getAllListDetails?${account(address)}&type=call`;
}

/** GET: the agent queues. Needs the scope "Configuration", which is another than "Campaign Management". */
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
 * One path segment. URL treats "..", "%2e%2e" and their mixtures alike as "one up", so a dot segment is encoded
 * twice: it then names nothing on the server, which is what an id made of dots deserves.
 */
function segment(id: string): string {
  return id === "." || id === ".." ? id.replaceAll(".", "%252E") : percentEncoded(id);
}

/** Lone halves of a surrogate pair become U+FFFD, where encodeURIComponent would throw. */
function percentEncoded(text: string): string {
  return encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text)));
}
