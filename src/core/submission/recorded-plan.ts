import { earlierSubmissions, type EarlierSubmission } from "../ledger/earlier";
import type { Attempt, LedgerEntry } from "../ledger/entry";
import { duplicateIn } from "./next-step";
import { campaignOfFile } from "../lifecycle/campaign-of-file";

/** What the log alone knows about a file that is to be submitted, without a call to the account. */
export type RecordedPlan =
  /** `prior`: earlier submissions to show before a person confirms. */
  | { readonly kind: "create"; readonly prior: readonly EarlierSubmission[] }
  /** Exactly this campaign was created. */
  | { readonly kind: "exists"; readonly duplicate: EarlierSubmission }
  /** This file created or updated a campaign with other values. */
  | { readonly kind: "differs"; readonly campaignId: string };

/** `entries` are newest first. A file without a path has no campaign of its own. */
export function recordedPlan(entries: readonly LedgerEntry[], attempt: Attempt): RecordedPlan {
  const prior = earlierSubmissions(entries, attempt);
  const duplicate = duplicateIn(prior);
  if (duplicate !== undefined) return { kind: "exists", duplicate };
  const { host, accountId, path } = attempt;
  const campaignId = path === undefined ? undefined : campaignOfFile(entries, { host, accountId, path });
  return campaignId === undefined ? { kind: "create", prior } : { kind: "differs", campaignId };
}
