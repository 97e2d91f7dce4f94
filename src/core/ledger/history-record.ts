import { createdBy } from "./created";
import { actionOf, type Action, type LedgerEntry } from "./entry";

/** The columns of a history, in their order. The names are a promise to scripts. */
export const historyColumns = [
  ...["id", "at", "outcome", "campaign", "campaignId", "state"],
  ...["connection", "host", "accountId", "streamId", "file", "bodyHash", "action"],
] as const;

/** One request for a script. */
export interface HistoryRecord {
  readonly id: string;
  /** When it was recorded, before the request left: ISO 8601 in UTC. */
  readonly at: string;
  /**
   * `pending` without an outcome so far. A submission without a response that turned out to be in the account is
   * `accepted`, as for duplicates. So is a start or stop that the state of the campaign proved.
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
  /** What the request did. */
  readonly action: Action;
}

export function toHistoryRecord(entry: LedgerEntry): HistoryRecord {
  const { id, at, campaign, connectionName: connection, host, accountId, streamId, file, bodyHash } = entry;
  const finished = entry.state === "pending" ? undefined : entry;
  const campaignId = finished?.campaignId ?? entry.change?.campaignId;
  const campaignState = finished?.campaignState;
  return {
    ...{ id, at: new Date(at).toISOString(), outcome: outcomeOf(entry), campaign },
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(campaignState === undefined ? {} : { state: campaignState }),
    ...{ connection, host, accountId, streamId, file, bodyHash, action: actionOf(entry) },
  };
}

function outcomeOf(entry: LedgerEntry): HistoryRecord["outcome"] {
  return createdBy(entry) === "yes" ? "accepted" : entry.state;
}
