import { nameKey } from "../platform/campaign-name";
import { accountKey, isSameAccount } from "./account-key";
import { createdBy, type Created } from "./created";
import { isCreation, isOpen, targetKey, type Attempt, type CampaignChange, type LedgerEntry } from "./entry";

/** An earlier request to the same account that a person should know before confirming. */
export interface EarlierSubmission {
  readonly entryId: string;
  /** When it was sent. Milliseconds since 1970, as all times here. */
  readonly at: number;
  /** When the log recorded `created`: at the response, or when it was looked up. */
  readonly knownSince: number;
  /** What the request did to the campaign; absent if it created one. */
  readonly action?: CampaignChange["action"];
  /** `body`: the same campaign. `name`: a different one with the same name, ignoring case. */
  readonly same: "body" | "name";
  readonly created: Created;
  readonly campaign: string;
  /** Absent without a response that contains an ID. */
  readonly campaignId?: string;
  readonly file: string;
}

/**
 * The earlier submission that a person was warned about. The warning expires when something else becomes known.
 */
export type Acknowledged = Pick<EarlierSubmission, "entryId" | "created">;

export type EarlierQuery = Pick<Attempt, "host" | "accountId" | "bodyHash" | "campaign" | "change">;

/**
 * Newest first; those with the same body before those with the same name. Before a change of a campaign, only earlier
 * changes of the same campaign count. Before the creation of one, only creations count, and updates that turned a campaign
 * into exactly this one.
 */
export function earlierSubmissions(
  entries: readonly LedgerEntry[],
  query: EarlierQuery,
): EarlierSubmission[] {
  const account = accountKey(query);
  const priors = entries
    .filter((entry) => accountKey(entry) === account)
    .map((entry) => toPrior(entry, query))
    .filter((prior) => prior !== undefined)
    .sort((a, b) => b.at - a.at);
  return [...priors.filter(({ same }) => same === "body"), ...priors.filter(({ same }) => same === "name")];
}

function toPrior(entry: LedgerEntry, query: EarlierQuery): EarlierSubmission | undefined {
  const created = createdBy(entry);
  if (created === undefined) return undefined;
  const same = samenessOf(entry, query);
  if (same === undefined) return undefined;
  const { id: entryId, at, campaign, file } = entry;
  const campaignId = entry.change?.campaignId ?? (entry.state === "pending" ? undefined : entry.campaignId);
  return {
    entryId,
    at,
    knownSince: knownSince(entry),
    ...(entry.change === undefined ? {} : { action: entry.change.action }),
    same,
    created,
    campaign,
    ...(campaignId === undefined ? {} : { campaignId }),
    file,
  };
}

function samenessOf(
  entry: LedgerEntry,
  { bodyHash, campaign, change }: EarlierQuery,
): EarlierSubmission["same"] | undefined {
  if (change !== undefined) return entry.change?.campaignId === change.campaignId ? "body" : undefined;
  if (entry.change !== undefined) return isUpdateTo(entry, bodyHash) ? "body" : undefined;
  if (entry.bodyHash === bodyHash) return "body";
  return nameKey(entry.campaign) === nameKey(campaign) ? "name" : undefined;
}

/** After such an update the account has exactly this campaign, so its creation would be a duplicate. */
function isUpdateTo(entry: LedgerEntry, bodyHash: string): boolean {
  return entry.change?.action === "update" && entry.bodyHash === bodyHash && createdBy(entry) === "yes";
}

function knownSince(entry: LedgerEntry): number {
  if (entry.state === "pending") return entry.at;
  return entry.resolution?.at ?? entry.finishedAt;
}

/**
 * The requests, newest first, whose outcome is unknown and that the attempt must not run beside: the creation of the
 * same campaign, or a change of the same one. A stop waits for nothing but another stop, because it ends calls.
 */
export function openLike(entries: readonly LedgerEntry[], attempt: Attempt): LedgerEntry[] {
  return entries.filter((entry) => isOpen(entry) && isLike(entry, attempt)).reverse();
}

function isLike(entry: LedgerEntry, attempt: Attempt): boolean {
  const { change } = attempt;
  if (change === undefined) return isCreation(entry) && targetKey(entry) === targetKey(attempt);
  return (
    isSameAccount(entry, attempt) &&
    entry.change?.campaignId === change.campaignId &&
    (change.action !== "stop" || entry.change.action === "stop")
  );
}
