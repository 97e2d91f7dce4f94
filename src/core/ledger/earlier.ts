import { nameKey } from "../platform/campaign-name";
import { accountKey } from "./account-key";
import { createdBy, type Created } from "./created";
import { isOpen, targetKey, type Attempt, type LedgerEntry } from "./entry";

/** An earlier submission to the same account that a person should know before confirming. */
export interface EarlierSubmission {
  readonly entryId: string;
  /** When it was sent. Milliseconds since 1970, as all times here. */
  readonly at: number;
  /** When the log recorded `created`: at the response, or when it was looked up. */
  readonly knownSince: number;
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

export type EarlierQuery = Pick<Attempt, "host" | "accountId" | "bodyHash" | "campaign">;

/** Newest first; those with the same body before those with the same name. */
export function earlierSubmissions(
  entries: readonly LedgerEntry[],
  query: EarlierQuery,
): EarlierSubmission[] {
  const account = accountKey(query);
  const name = nameKey(query.campaign);
  const priors = entries
    .filter((entry) => accountKey(entry) === account)
    .map((entry) => toPrior(entry, query.bodyHash, name))
    .filter((prior) => prior !== undefined)
    .sort((a, b) => b.at - a.at);
  return [...priors.filter(({ same }) => same === "body"), ...priors.filter(({ same }) => same === "name")];
}

function toPrior(entry: LedgerEntry, bodyHash: string, name: string): EarlierSubmission | undefined {
  const created = createdBy(entry);
  if (created === undefined) return undefined;
  const same = entry.bodyHash === bodyHash ? "body" : nameKey(entry.campaign) === name ? "name" : undefined;
  if (same === undefined) return undefined;
  const { id: entryId, at, campaign, file } = entry;
  const campaignId = entry.state === "pending" ? undefined : entry.campaignId;
  return {
    entryId,
    at,
    knownSince: knownSince(entry),
    same,
    created,
    campaign,
    ...(campaignId === undefined ? {} : { campaignId }),
    file,
  };
}

function knownSince(entry: LedgerEntry): number {
  if (entry.state === "pending") return entry.at;
  return entry.resolution?.at ?? entry.finishedAt;
}

/** The same body to the same account, newest first, as long as its outcome is unknown. */
export function openLike(entries: readonly LedgerEntry[], attempt: Attempt): LedgerEntry[] {
  const key = targetKey(attempt);
  return entries.filter((entry) => isOpen(entry) && targetKey(entry) === key).reverse();
}
