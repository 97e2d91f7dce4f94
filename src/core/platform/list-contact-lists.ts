import { isObject } from "../text/json-guards";
import { readPage, textOf, unreadable, type Listed } from "./list-page";
import type { ExchangeParameters } from "./exchange";
import { contactListsRequest } from "./read-requests";

/** A contact list. A field is absent if the response does not have it in its documented form. */
export interface ContactList {
  readonly name: string;
  /** Documented: "Ready", "Validating", "Validated" and "Invalid". */
  readonly status?: string;
  /** The number of contacts. */
  readonly count?: number;
  /** Whether a campaign uses it now. A list can be linked to campaigns (`campaigns`) without being in use. */
  readonly inUse?: boolean;
  /** The names of the linked campaigns, in any state. */
  readonly campaigns: readonly string[];
}

/** Whether a list with this status can be dialed. */
export function isReady(status: string): boolean {
  return /^(ready|validated)$/i.test(status);
}

/** Whether a list with this status never becomes ready. */
export function isInvalid(status: string): boolean {
  return /^invalid$/i.test(status);
}

/** Reads the account's contact lists in one call: no paging is documented. Do-not-call lists are not included. */
export async function listContactLists(parameters: ExchangeParameters): Promise<Listed<ContactList>> {
  const answer = await readPage(parameters, contactListsRequest);
  if (answer.kind === "unavailable") return answer;
  const { response } = answer;
  if (!isObject(response) || !Array.isArray(response["data"])) return unreadable(response);
  const data: readonly unknown[] = response["data"];
  const items = data.map(readContactList).filter((list) => list !== undefined);
  // If the platform introduces paging, it would report it as in its other lists.
  const { hasMore, totalResults } = response;
  const isWhole = hasMore !== true && !(typeof totalResults === "number" && totalResults > data.length);
  return { kind: "listed", items, complete: isWhole && items.length === data.length };
}

function readContactList(value: unknown): ContactList | undefined {
  if (!isObject(value)) return undefined;
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
      .map((user) => (isObject(user) ? textOf(user["name"]) : undefined))
      .filter((user) => user !== undefined),
  };
}
