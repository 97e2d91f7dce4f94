import type { Campaign } from "../campaign/generated/campaign";
import { contactListFindings, nameFindings, queueFindings, type AccountFinding } from "./findings";
import type { Listed } from "../platform/list-page";
import type { ExchangeParameters } from "../platform/exchange";
import { listCampaigns } from "../platform/list-campaigns";
import { listContactLists } from "../platform/list-contact-lists";
import { listQueues } from "../platform/list-queues";
import type { Outcome } from "../platform/outcome";

export type { AccountFinding } from "./findings";

/** What the account says of a campaign. */
export type AccountCheck =
  | {
      readonly kind: "checked";
      readonly findings: readonly AccountFinding[];
      /** What could not be looked at, or only in part; on that, no finding means nothing. */
      readonly unavailable: readonly UnavailablePart[];
    }
  /** The account was not reached, which says nothing of the campaign: who checks unasked stays silent. */
  | { readonly kind: "offline"; readonly outcome: Outcome }
  | { readonly kind: "cancelled" };

export interface UnavailablePart {
  readonly part: "contact-lists" | "queues" | "campaigns";
  readonly why: "scope" | "failed" | "incomplete";
  /** Absent when the answer came and was only a part. */
  readonly outcome?: Outcome;
}

export interface CheckAccountParameters extends ExchangeParameters {
  readonly campaign: Campaign;
  /** Pages of 50 campaigns read at most; 10 by default. */
  readonly maxCampaignCalls?: number;
  /** A time in milliseconds since 1970 as the reader's clock shows it; in UTC without it. */
  readonly formatTime?: (at: number) => string;
}

/**
 * Looks in the account for what the campaign names: contact lists, queue, its own name. Reads only, one call after the
 * other, as a rule three and at most 16 of the 60 that an account has a minute. Nothing is said of the do-not-call
 * list, of the caller ID and of a flow: no call of the platform lists them.
 */
export async function checkAccount(parameters: CheckAccountParameters): Promise<AccountCheck> {
  const { campaign, maxCampaignCalls = 10, formatTime } = parameters;
  const findings: AccountFinding[] = [];
  const unavailable: UnavailablePart[] = [];
  const queue = campaign.queue_name;
  const isQueue = ({ name }: { readonly name: string }): boolean => name === queue;

  const lists = await listContactLists(parameters);
  const campaigns = refusalOf(lists) ?? (await listCampaigns({ ...parameters, maxCalls: maxCampaignCalls }));
  const queues =
    queue === undefined
      ? undefined
      : (refusalOf(lists, campaigns) ??
        (await listQueues({ ...parameters, enough: (items) => items.some(isQueue) })));
  const end = endOf(lists, campaigns, queues);
  if (end !== undefined) return end;

  unavailable.push(...missing("contact-lists", lists), ...missing("campaigns", campaigns));
  const known = campaigns.kind === "listed" ? campaigns.items : [];
  findings.push(...nameFindings(campaign, known, formatTime));
  if (lists.kind === "listed") findings.push(...contactListFindings(campaign, lists, known));
  if (queue !== undefined && queues !== undefined) {
    // Read in part is enough when the one that is sought was in it.
    const isSettled = queues.kind === "listed" && queues.items.some(isQueue);
    if (!isSettled) unavailable.push(...missing("queues", queues));
    if (queues.kind === "listed") findings.push(...queueFindings(queue, queues));
  }
  return { kind: "checked", findings, unavailable };
}

type Unavailable = Extract<Listed<never>, { readonly kind: "unavailable" }>;

/** Why nothing more is asked: there is no network, no wish to go on, or no call left in this minute. */
function refusalOf(...read: readonly Listed<unknown>[]): Unavailable | undefined {
  return read
    .filter((listed) => listed.kind === "unavailable")
    .find((listed) => listed.outcome.kind === "rate-limited" || endOf(listed) !== undefined);
}

/** What was read before the network went says little without the rest. */
function endOf(...read: readonly (Listed<unknown> | undefined)[]): AccountCheck | undefined {
  for (const listed of read) {
    if (listed?.kind !== "unavailable") continue;
    const { outcome } = listed;
    if (outcome.kind === "cancelled") return { kind: "cancelled" };
    if (outcome.kind === "unknown" && outcome.reason === "cancelled") return { kind: "cancelled" };
    if (isUnreached(outcome)) return { kind: "offline", outcome };
  }
  return undefined;
}

function isUnreached(outcome: Outcome): boolean {
  if (outcome.kind === "not-sent")
    return outcome.reason !== "token-expired" && outcome.reason !== "invalid-connection";
  // An answer of an unexpected form is an answer.
  return outcome.kind === "unknown" && outcome.httpStatus === undefined && outcome.reason !== "unexpected";
}

function missing(part: UnavailablePart["part"], listed: Listed<unknown>): UnavailablePart[] {
  if (listed.kind === "listed") return listed.complete ? [] : [{ part, why: "incomplete" }];
  const { outcome } = listed;
  const isScope = outcome.kind === "unauthorized" && outcome.why === "scope";
  return [{ part, why: isScope ? "scope" : "failed", outcome }];
}
