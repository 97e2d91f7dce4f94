import type { Campaign } from "../campaign/generated/campaign";
import { contactListFindings, nameFindings, queueFindings, type AccountFinding } from "./findings";
import type { Listed } from "../platform/list-page";
import type { ExchangeParameters } from "../platform/exchange";
import { listCampaigns } from "../platform/list-campaigns";
import { listContactLists } from "../platform/list-contact-lists";
import { listQueues } from "../platform/list-queues";
import { isStopped, isUnreached, type Outcome } from "../platform/outcome";

export type { AccountFinding } from "./findings";

/** The result of checking a campaign against an account. */
export type AccountCheck =
  | {
      readonly kind: "checked";
      readonly findings: readonly AccountFinding[];
      /** The parts that could not be read, or only partly. For them, the absence of a finding means nothing. */
      readonly unavailable: readonly UnavailablePart[];
    }
  /** The account was not reached, so nothing is known. A check that nobody asked for shows nothing. */
  | { readonly kind: "offline"; readonly outcome: Outcome }
  | { readonly kind: "cancelled" };

export interface UnavailablePart {
  readonly part: "contact-lists" | "queues" | "campaigns";
  readonly why: "scope" | "failed" | "incomplete";
  /** Absent if the response arrived but was incomplete. */
  readonly outcome?: Outcome;
}

export interface CheckAccountParameters extends ExchangeParameters {
  readonly campaign: Campaign;
  /** The maximum number of pages of 50 campaigns to read; 10 by default. */
  readonly maxCampaignCalls?: number;
  /** Formats a time in milliseconds since 1970 for the reader; in UTC without it. */
  readonly formatTime?: (at: number) => string;
}

/**
 * Looks up in the account what the campaign refers to: contact lists, queue, its own name. Only reads, one call after
 * the other: usually three, at most 16 of the 60 that an account has per minute. The do-not-call list, the caller ID
 * and the flow are not checked, because the platform has no call that lists them.
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
    // An incomplete list is enough if it contains the item.
    const isSettled = queues.kind === "listed" && queues.items.some(isQueue);
    if (!isSettled) unavailable.push(...missing("queues", queues));
    if (queues.kind === "listed") findings.push(...queueFindings(queue, queues));
  }
  return { kind: "checked", findings, unavailable };
}

type Unavailable = Extract<Listed<never>, { readonly kind: "unavailable" }>;

/** Whether to stop: the network failed, the check was canceled, or the minute’s calls are used up. */
function refusalOf(...read: readonly Listed<unknown>[]): Unavailable | undefined {
  return read
    .filter((listed) => listed.kind === "unavailable")
    .find((listed) => listed.outcome.kind === "rate-limited" || endOf(listed) !== undefined);
}

/** The parts that were read before the network failed are of little use without the rest. */
function endOf(...read: readonly (Listed<unknown> | undefined)[]): AccountCheck | undefined {
  for (const listed of read) {
    if (listed?.kind !== "unavailable") continue;
    const { outcome } = listed;
    if (isStopped(outcome)) return { kind: "cancelled" };
    if (isUnreached(outcome)) return { kind: "offline", outcome };
  }
  return undefined;
}

function missing(part: UnavailablePart["part"], listed: Listed<unknown>): UnavailablePart[] {
  if (listed.kind === "listed") return listed.complete ? [] : [{ part, why: "incomplete" }];
  const { outcome } = listed;
  const isScope = outcome.kind === "unauthorized" && outcome.why === "scope";
  return [{ part, why: isScope ? "scope" : "failed", outcome }];
}
