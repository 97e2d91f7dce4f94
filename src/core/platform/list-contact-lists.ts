import { isRecord, readPage, textOf, unreadable, type Listed } from "./list-page";
import type { ExchangeParameters } from "./exchange";
import { contactListsRequest } from "./read-requests";

/** A contact list for calling. A field is absent when the answer does not hold it in its documented form. */
export interface ContactList {
  readonly name: string;
  /** "Ready" and "Validated" are the documented ones. */
  readonly status?: string;
  /** Contacts in it. */
  readonly count?: number;
  /** Held by a campaign now; a list may be linked to campaigns (`campaigns`) without being in use. */
  readonly inUse?: boolean;
  /** Names of the campaigns that it is linked to, whatever their state. */
  readonly campaigns: readonly string[];
}

/** The account's contact lists, in one call: no paging is documented. Do-not-call lists are not among them. */
export async function listContactLists(parameters: ExchangeParameters): Promise<Listed<ContactList>> {
  const answer = await readPage(parameters, contactListsRequest);
  if (answer.kind === "unavailable") return answer;
  const { response } = answer;
  if (!isRecord(response) || !Array.isArray(response["data"])) return unreadable(response);
  const data: readonly unknown[] = response["data"];
  const items = data.map(readContactList).filter((list) => list !== undefined);
  // Should the platform begin to page, it would say so as it does in its other lists.
  const { hasMore, totalResults } = response;
  const isWhole = hasMore !== true && !(typeof totalResults === "number" && totalResults > data.length);
  return { kind: "listed", items, complete: isWhole && items.length === data.length };
}

function readContactList(value: unknown): ContactList | undefined {
  if (!isRecord(value)) return undefined;
  const name = textOf(value["name"]);
  if (name === undefined) return undefined;
  const status = textOf(value["status"]);
  const { totalRecordCount: count, isListInUse: inUse, campaignInUse } = value;
  const users: readonly unknown[] = Array.isArray(campaignInUse) ? campaignInUse : [];
  return {
    name,
    ...(status === undefined ? {} : { status }),
    ...(typeof count === "number" ? { count } : {}),
    ...(typeof inUse === "boolean" ? { inUse } : {}),
    campaigns: users
      .map((user) => (isRecord(user) ? textOf(user["name"]) : undefined))
      .filter((user) => user !== undefined),
  };
}
