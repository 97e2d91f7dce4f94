import type { Outcome } from "../platform/outcome";
import { firstUnits } from "../text/cut";
import { accountKey } from "./account-key";

/** One submission: written before its request leaves, and again when its outcome is known. */
export type LedgerEntry = PendingEntry | FinishedEntry;

/** What was sent where. Texts have passed the redactor; they are untrusted all the same (see visible.ts). */
export interface Attempt {
  /** Origin, as in the connection. */
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly connectionName: string;
  /** As the person knows the file: relative to the folder. */
  readonly file: string;
  /** Where the file was on this computer, absolute: other folders may have one of the same name. Old entries have none. */
  readonly path?: string;
  /** The campaign's name. */
  readonly campaign: string;
  /** From `bodyHash`, of the body as it was sent. */
  readonly bodyHash: string;
  /** What was sent, to compare with later; absent when it is longer than 32,768 UTF-16 units. */
  readonly body?: string;
}

interface Noted extends Attempt {
  /** Unique in the ledger. */
  readonly id: string;
  /** When it was noted, before the request left. Milliseconds since 1970, as all times here. */
  readonly at: number;
}

/** The request may be under way. Its owner renews the lease; when nobody does, the owner is gone. */
export interface PendingEntry extends Noted {
  readonly state: "pending";
  /** The window or process that sends it. */
  readonly owner: string;
  readonly leaseUntil: number;
}

/** There is an outcome, though it may be `unknown`. */
export interface FinishedEntry extends Noted {
  readonly state: Outcome["kind"];
  readonly finishedAt: number;
  /** What the platform said, or why nothing was sent. */
  readonly message: string;
  readonly campaignId?: string;
  /** The campaign's state as last read, for example "Preparing". */
  readonly campaignState?: string;
  /** The parsed answer; as the beginning of its text when that is longer than 8,192 UTF-16 units. */
  readonly response?: unknown;
  /** What was found out about an `unknown` one. Without it, the same body is not sent there again. */
  readonly resolution?: Resolution;
}

export interface Resolution {
  readonly at: number;
  /**
   * - `found`: the campaign is in the account, as `campaignId`
   * - `not-found`: the account was read, and it is not there
   * - `person`: the account gave no answer; a person looked
   */
  readonly kind: "found" | "not-found" | "person";
  /** What the person saw in the account. Entries of older versions do not have it. */
  readonly created?: boolean;
}

/** How long a lease holds, in milliseconds: long enough for a busy computer to renew it three times. */
export const LEASE_MS = 30_000;

/** How often its owner should renew it. */
export const RENEW_MS = 10_000;

/**
 * Whether its owner is still at it. A lease that ends later than any could was written before the clock was set back,
 * and holds no longer.
 */
export function isUnderWay(entry: LedgerEntry, now: number): entry is PendingEntry {
  return entry.state === "pending" && entry.leaseUntil > now && entry.leaseUntil <= now + LEASE_MS;
}

/** It may have created its campaign, and nobody has found out. */
export function isOpen(entry: LedgerEntry): boolean {
  return entry.state === "pending" || (entry.state === "unknown" && entry.resolution === undefined);
}

/** The same for two submissions that would ring the same people twice. The stream is left out: people are the account's. */
export function targetKey({ bodyHash, ...attempt }: Attempt): string {
  return JSON.stringify([accountKey(attempt), bodyHash]);
}

/** A pending entry with its outcome. Long texts are cut. */
export function finished(entry: LedgerEntry, outcome: Outcome, finishedAt: number): FinishedEntry {
  const { id, at, host, accountId, streamId, connectionName, file, path, campaign, bodyHash, body } = entry;
  const noted = { id, at, host, accountId, streamId, connectionName, file, campaign, bodyHash };
  return {
    ...noted,
    ...(path === undefined ? {} : { path }),
    ...(body === undefined ? {} : { body }),
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
/** UTF-16 units. The documented answer has some 2,000. */
const MAX_RESPONSE_LENGTH = 8_192;

function capped(response: unknown): unknown {
  const text = typeof response === "string" ? response : JSON.stringify(response);
  return text.length > MAX_RESPONSE_LENGTH ? firstUnits(text, MAX_RESPONSE_LENGTH) : response;
}
