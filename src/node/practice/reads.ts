import type { KeptCampaign, PracticeAccount } from "./account";
import { invalidArguments, type Answer } from "./answer";
import { contactLists, queues } from "./seed";

/** Responds to the campaign list call: filters, dates, order and paging as documented. */
export function listCampaigns(account: PracticeAccount, body: unknown): Answer {
  const ask = Object(body) as Record<string, unknown>;
  const limit = toCount(ask["limit"], 50);
  const page = toCount(ask["page"], 1);
  const skip = toCount(ask["skip"], 0);
  if (limit === undefined || limit < 1 || limit > 100)
    return invalidArguments("limit must be between 1 and 100");
  if (page === undefined || page < 1) return invalidArguments("page must be 1 or more");
  if (skip === undefined) return invalidArguments("skip must be 0 or more");
  const from = toTime(ask["startDate"], -Infinity);
  const until = toTime(ask["endDate"], Infinity);
  if (from === undefined) return invalidArguments("startDate must be a date");
  if (until === undefined) return invalidArguments("endDate must be a date");

  const filters = Object(ask["filters"]) as Record<string, unknown>;
  const found = account
    .list()
    .filter(({ createdAt }) => createdAt >= from && createdAt <= until)
    .filter(() => ask["type"] === undefined || ask["type"] === "voice")
    .filter((kept) => allows(filters["status"], account.state(kept).status))
    .filter((kept) => allows(filters["dialingMode"], kept.campaign.dialingMode))
    .filter((kept) => allows(filters["priority"], Number(kept.campaign.priority)))
    .map((kept) => toSummary(kept, account))
    .sort(toOrder(ask["sortBy"]));
  const start = skip > 0 ? skip : (page - 1) * limit;
  const results = found.slice(start, start + limit);
  const data = {
    results,
    skip: start,
    limit,
    hasMore: start + results.length < found.length,
    totalPages: Math.ceil(found.length / limit),
    totalResults: found.length,
  };
  return { status: 200, body: { status: "success", message: "Campaign  retrieved successfully", data } };
}

/** Responds with the account's contact lists; do-not-call lists are not included. */
export function listContactLists(account: PracticeAccount): Answer {
  const campaigns = account.list();
  const data = contactLists.map((list) => {
    const users = campaigns.filter(({ campaign }) => campaign.contactLists.includes(list.name));
    return {
      ...list,
      isListInUse: false,
      listType: "call",
      campaignInUse: users.map(({ id, campaign }) => ({ id, name: campaign.name })),
      source: "passiveApi",
    };
  });
  return { status: 200, body: { status: "success", message: "", data } };
}

/** Responds with the agent queues; this is the only call without an envelope. */
export function listQueues(): Answer {
  const totalResults = queues.length;
  return {
    status: 200,
    body: { results: queues, page: 1, limit: 10, hasMore: false, totalPages: 1, totalResults },
  };
}

interface Summary {
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Here the queue's key is `connection`. */
function toSummary(kept: KeptCampaign, account: PracticeAccount): Summary & Record<string, unknown> {
  const { id, campaign, doNotCallId, createdAt } = kept;
  const { status, updatedAt } = account.state(kept);
  return {
    _id: id,
    name: campaign.name,
    description: campaign.description,
    dncLists: { id: doNotCallId, name: campaign.dncLists.name },
    priority: campaign.priority,
    dialingMode: campaign.dialingMode,
    status,
    isFiltersEnabled: false,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    campaignInstanceUpdatedAt: new Date(updatedAt).toISOString(),
    schedule: { isSchedulingEnabled: campaign.schedule?.isSchedulingEnabled ?? false },
    connection: campaign.queue_name,
    contactLists: campaign.contactLists,
  };
}

/** Newest first by default. */
function toOrder(sortBy: unknown): (a: Summary, b: Summary) => number {
  const entry = Object.entries(Object(sortBy) as Record<string, unknown>)[0] ?? ["createdAt", "desc"];
  const key = entry[0] === "name" || entry[0] === "updatedAt" ? entry[0] : "createdAt";
  const sign = entry[1] === "asc" ? 1 : -1;
  return (a, b) => sign * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}

/** An absent or empty filter matches everything. */
function allows(filter: unknown, value: string | number): boolean {
  return !Array.isArray(filter) || filter.length === 0 || filter.includes(value);
}

function toCount(value: unknown, absent: number): number | undefined {
  if (value === undefined) return absent;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function toTime(value: unknown, absent: number): number | undefined {
  if (value === undefined) return absent;
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
