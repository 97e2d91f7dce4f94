import { nameKey } from "../api/campaign-name";
import { isOpen, targetKey, type Attempt, type LedgerEntry } from "./entry";

/** An earlier submission to the same account that a person should hear of before saying yes. */
export interface Prior {
  readonly entryId: string;
  /** When it was sent; milliseconds since 1970. */
  readonly at: number;
  /** `body`: exactly this campaign. `name`: another one of the same name, in any case. */
  readonly same: "body" | "name";
  /** `perhaps`: nobody knows what became of it. */
  readonly created: "yes" | "perhaps";
  readonly campaign: string;
  /** Absent when the answer named none, or none came. */
  readonly campaignId?: string;
  readonly file: string;
}

export type PriorQuery = Pick<Attempt, "host" | "accountId" | "bodyHash" | "campaign">;

/** Newest first; those with the same body before those with the same name. */
export function priorOf(entries: readonly LedgerEntry[], query: PriorQuery): Prior[] {
  const priors = entries
    .filter(({ host, accountId }) => host === query.host && accountId === query.accountId)
    .map((entry) => toPrior(entry, query))
    .filter((prior) => prior !== undefined)
    .sort((a, b) => b.at - a.at);
  return [...priors.filter(({ same }) => same === "body"), ...priors.filter(({ same }) => same === "name")];
}

function toPrior(entry: LedgerEntry, query: PriorQuery): Prior | undefined {
  const created = createdBy(entry);
  const isName = nameKey(entry.campaign) === nameKey(query.campaign);
  const same = entry.bodyHash === query.bodyHash ? "body" : isName ? "name" : undefined;
  if (created === undefined || same === undefined) return undefined;
  const { id: entryId, at, campaign, file } = entry;
  const campaignId = entry.state === "pending" ? undefined : entry.campaignId;
  return {
    entryId,
    at,
    same,
    created,
    campaign,
    ...(campaignId === undefined ? {} : { campaignId }),
    file,
  };
}

/** Undefined when it created nothing for certain. */
function createdBy(entry: LedgerEntry): Prior["created"] | undefined {
  if (entry.state === "accepted") return "yes";
  if (isOpen(entry)) return "perhaps";
  if (entry.state !== "unknown") return undefined;
  switch (entry.resolution?.kind) {
    case "found":
      return "yes";
    case "not-found":
      return undefined;
    case "person":
    case undefined:
      return "perhaps";
  }
}

/** The same body to the same account, newest first, as long as nobody knows what became of it. */
export function openLike(entries: readonly LedgerEntry[], attempt: Attempt): LedgerEntry[] {
  const key = targetKey(attempt);
  return entries.filter((entry) => isOpen(entry) && targetKey(entry) === key).reverse();
}
