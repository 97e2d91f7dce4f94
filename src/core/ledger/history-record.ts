import { createdBy } from "./created";
import type { LedgerEntry } from "./entry";

/** The columns of a history, in their order. The names are a promise to scripts. */
export const historyColumns = [
  ...["id", "at", "outcome", "campaign", "campaignId", "state"],
  ...["connection", "host", "accountId", "streamId", "file", "bodyHash"],
] as const;

/** One submission for a script. */
export interface HistoryRecord {
  readonly id: string;
  /** When it was recorded, before the request left: ISO 8601 in UTC. */
  readonly at: string;
  /**
   * `pending` without an outcome so far. A submission without a response that turned out to be in the account is
   * `accepted`, as for duplicates.
   */
  readonly outcome: LedgerEntry["state"];
  readonly campaign: string;
  readonly campaignId?: string;
  /** The campaign's state as last read. */
  readonly state?: string;
  readonly connection: string;
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  /** As the person knows the file. */
  readonly file: string;
  readonly bodyHash: string;
}

export function toHistoryRecord(entry: LedgerEntry): HistoryRecord {
  const { id, at, campaign, connectionName: connection, host, accountId, streamId, file, bodyHash } = entry;
  const { campaignId, campaignState } =
    entry.state === "pending" ? { campaignId: undefined, campaignState: undefined } : entry;
  return {
    ...{ id, at: new Date(at).toISOString(), outcome: outcomeOf(entry), campaign },
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(campaignState === undefined ? {} : { state: campaignState }),
    ...{ connection, host, accountId, streamId, file, bodyHash },
  };
}

function outcomeOf(entry: LedgerEntry): HistoryRecord["outcome"] {
  return createdBy(entry) === "yes" ? "accepted" : entry.state;
}
