import type { Outcome } from "../platform/outcome";
import { firstUnits } from "../text/cut";
import { accountKey } from "./account-key";

/** One request that changes the account. It is written before its request is sent, and again when its outcome is known. */
export type LedgerEntry = PendingEntry | FinishedEntry;

/** The request and its destination. Texts are redacted, but remain untrusted (see visible.ts). */
export interface Attempt {
  /** Origin, as in the connection. */
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly connectionName: string;
  /** The path relative to the folder, for display. */
  readonly file: string;
  /** The absolute path, because other folders may contain a file with the same name. Old entries lack it. */
  readonly path?: string;
  /** The campaign's name. */
  readonly campaign: string;
  /** The result of `bodyHash` for the sent body. */
  readonly bodyHash: string;
  /** The sent body, to compare with later; absent if it is longer than 32,768 UTF-16 units. */
  readonly body?: string;
  /** Absent if the request creates the campaign. */
  readonly change?: CampaignChange;
}

/** What a request does to a campaign that exists. */
export interface CampaignChange {
  readonly action: "start" | "stop" | "update";
  readonly campaignId: string;
}

/** What a request does. */
export type Action = "create" | CampaignChange["action"];

export function actionOf({ change }: Pick<Attempt, "change">): Action {
  return change?.action ?? "create";
}

/** Whether the request creates a campaign. Only such requests count as duplicates of each other. */
export function isCreation({ change }: Pick<Attempt, "change">): boolean {
  return change === undefined;
}

interface Noted extends Attempt {
  /** Unique in the ledger. */
  readonly id: string;
  /** When it was recorded, before the request was sent. Milliseconds since 1970, as all times here. */
  readonly at: number;
}

/** The request may be in progress. Its owner renews the lease. If the lease ends, the owner is gone. */
export interface PendingEntry extends Noted {
  readonly state: "pending";
  /** The window or process that sends the request. */
  readonly owner: string;
  readonly leaseUntil: number;
}

/** The outcome is recorded; it may be `unknown`. */
export interface FinishedEntry extends Noted {
  readonly state: Outcome["kind"];
  readonly finishedAt: number;
  /** The platform's message, or the reason why nothing was sent. */
  readonly message: string;
  readonly campaignId?: string;
  /** The campaign's last known state, for example "Preparing". */
  readonly campaignState?: string;
  /** The parsed response, or the beginning of its text if that is longer than 8,192 UTF-16 units. */
  readonly response?: unknown;
  /** How an `unknown` outcome was resolved. Without it, the same body is not sent to this account again. */
  readonly resolution?: Resolution;
}

export interface Resolution {
  readonly at: number;
  /**
   * - `found`: the campaign is in the account, as `campaignId`
   * - `not-found`: the account was read, and the campaign is not there
   * - `person`: the account could not be read; a person looked
   */
  readonly kind: "found" | "not-found" | "person";
  /** The person's answer: whether the campaign is in the account. Entries of older versions lack it. */
  readonly created?: boolean;
}

/** How long a lease is valid, in milliseconds: long enough for a busy computer to renew it three times. */
export const LEASE_MS = 30_000;

/** How often the owner renews its lease, in milliseconds. */
export const RENEW_MS = 10_000;

/**
 * Whether the owner is still active. A lease that ends later than possible was written before the clock was set back,
 * and has expired.
 */
export function isUnderWay(entry: LedgerEntry, now: number): entry is PendingEntry {
  return entry.state === "pending" && entry.leaseUntil > now && entry.leaseUntil <= now + LEASE_MS;
}

/** Whether the request may have had its effect and the outcome is not resolved. */
export function isOpen(entry: LedgerEntry): boolean {
  return entry.state === "pending" || (entry.state === "unknown" && entry.resolution === undefined);
}

/**
 * Returns the same key for two submissions that would call the same people twice. Without the stream, because contacts
 * belong to the account.
 */
export function targetKey({ bodyHash, ...attempt }: Attempt): string {
  return JSON.stringify([accountKey(attempt), bodyHash]);
}

/** Adds the outcome to a pending entry. Long texts are cut. */
export function finished(entry: LedgerEntry, outcome: Outcome, finishedAt: number): FinishedEntry {
  const { id, at, host, accountId, streamId, connectionName, file, path, campaign, bodyHash } = entry;
  const { body, change } = entry;
  const noted = { id, at, host, accountId, streamId, connectionName, file, campaign, bodyHash };
  return {
    ...noted,
    ...(path === undefined ? {} : { path }),
    ...(body === undefined ? {} : { body }),
    ...(change === undefined ? {} : { change }),
    state: outcome.kind,
    finishedAt,
    message: firstUnits(messageOf(outcome), MAX_MESSAGE_LENGTH),
    ...("campaignId" in outcome ? { campaignId: outcome.campaignId } : {}),
    ...("state" in outcome ? { campaignState: outcome.state } : {}),
    ...("response" in outcome ? { response: capped(outcome.response) } : {}),
  };
}

function messageOf(outcome: Outcome): string {
  if ("detail" in outcome) return outcome.detail;
  if ("messages" in outcome) return outcome.messages.join("; ");
  if ("message" in outcome) return outcome.message;
  return outcome.kind === "redirected" ? (outcome.location ?? "") : "";
}

const MAX_MESSAGE_LENGTH = 1_000;
/** In UTF-16 units. The documented response has about 2,000. */
const MAX_RESPONSE_LENGTH = 8_192;

function capped(response: unknown): unknown {
  const text = typeof response === "string" ? response : JSON.stringify(response);
  return text.length > MAX_RESPONSE_LENGTH ? firstUnits(text, MAX_RESPONSE_LENGTH) : response;
}
