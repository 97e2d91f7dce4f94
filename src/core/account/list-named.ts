import type { ExchangeParameters } from "../platform/exchange";
import { listCampaigns } from "../platform/list-campaigns";
import { listContactLists, type ContactList } from "../platform/list-contact-lists";
import type { Listed } from "../platform/list-page";
import { listQueues, type Queue } from "../platform/list-queues";

/** What an account contains of the parts that a campaign names. */
export interface NamedItems {
  readonly contactList: ContactList;
  readonly dncList: DncList;
  readonly queue: Queue;
}

/** The parts of a campaign that name something in the account. */
export type NamedPart = keyof NamedItems;

export interface DncList {
  readonly name: string;
}

/** Reads the items of one part. Makes one call; for queues one for each page of 10, at most 5. */
export function listNamed<P extends NamedPart>(
  part: P,
  parameters: ExchangeParameters,
): Promise<Listed<NamedItems[P]>> {
  return lists[part](parameters);
}

const lists: {
  readonly [P in NamedPart]: (parameters: ExchangeParameters) => Promise<Listed<NamedItems[P]>>;
} = { contactList: listContactLists, dncList: listDncLists, queue: listQueues };

/**
 * The platform has no call that lists do-not-call lists, so these are the ones of the account's 50 newest campaigns. Never
 * complete.
 */
async function listDncLists(parameters: ExchangeParameters): Promise<Listed<DncList>> {
  const campaigns = await listCampaigns({ ...parameters, maxCalls: 1 });
  if (campaigns.kind === "unavailable") return campaigns;
  const names = new Set(campaigns.items.flatMap(({ dncList }) => (dncList === undefined ? [] : [dncList])));
  return { kind: "listed", items: [...names].map((name) => ({ name })), complete: false };
}
