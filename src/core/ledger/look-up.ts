import type { FindCampaignParameters } from "../platform/find-campaign";
import { accountKey } from "./account-key";
import { isCreation, type LedgerEntry } from "./entry";

export type LookUp = Required<Pick<FindCampaignParameters, "name" | "sentAt" | "gaveUpAt" | "knownIds">>;

/** The parameters of `findCampaign` for an entry. `entries` are all entries of the log. */
export function lookUpOf(entry: LedgerEntry, entries: readonly LedgerEntry[]): LookUp {
  const account = accountKey(entry);
  const knownIds = entries
    // A start names the campaign that this look-up may be about.
    .filter((other) => other.id !== entry.id && isCreation(other) && accountKey(other) === account)
    .map((other) => (other.state === "pending" ? undefined : other.campaignId))
    .filter((campaignId) => campaignId !== undefined);
  return {
    name: entry.campaign,
    sentAt: entry.at,
    gaveUpAt: entry.state === "pending" ? entry.leaseUntil : entry.finishedAt,
    knownIds: new Set(knownIds),
  };
}
