import { isSame } from "../campaign/same-value";
import { compareWithAccount, type Comparison } from "../comparison/compare";
import { changedOmissions, omissionsOf, type ChangedOmission, type Omission } from "../comparison/omission";
import type { Attempt, FinishedEntry, LedgerEntry } from "../ledger/entry";
import type { Acknowledged, Ledger, Obstacle } from "../ledger/ledger";
import { assessRepaired, recorded } from "../ledger/recorded";
import type { SendOnceResult } from "../ledger/send-once";
import type { Exchange } from "../platform/exchange";
import type { AccountCampaign } from "../platform/existing/get-campaign";
import { isStopped, type Outcome } from "../platform/outcome";
import { phaseOf } from "./phase";
import type { readOne } from "./read-campaign";

/** What the editor or the command line does for the policy: it asks, shows, reads and sends. */
export interface UpdateSteps {
  readonly ledger: Pick<Ledger, "assess" | "repair" | "resolve">;
  /** The campaign file as parsed JSON. */
  readonly file: unknown;
  /** Its `change` is the update of the same campaign. */
  readonly attempt: Attempt;
  /** `in-advance`: `--yes` covers the differences, but neither a damaged ledger nor a value that the file omits. */
  readonly consent: "ask" | "in-advance";
  /** Ends the wait for another window or process that uses the ledger. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** `readOne`, with what the list returns at the same time. */
  readonly read: () => ReturnType<typeof readOne>;
  /** Shows the differences, and asks about them unless the yes was given in advance. */
  readonly confirm: (question: UpdateQuestion) => Promise<boolean>;
  /** `sendOnce`. `acknowledged` is what the yes covers. */
  readonly send: (acknowledged: readonly Acknowledged[]) => Promise<SendOnceResult>;
}

/** Ask a person about exactly these differences, at least one, and about what the file omits. */
export interface UpdateQuestion extends Comparison {
  readonly campaign: AccountCampaign;
  /** Values of the account that the update could reset. */
  readonly omitted: readonly Omission[];
}

export type UpdateEnd =
  | {
      readonly kind: "sent";
      readonly submission: Exchange;
      /** What the account has after the request; absent if the outcome is certain without it. */
      readonly after?: ReadBack;
      /** Absent when the outcome could not be recorded. */
      readonly entry?: FinishedEntry;
    }
  /** The account has every value of the file that it returns. */
  | ({ readonly kind: "exists" } & UpdateQuestion)
  | UpdateRefused
  /** The person said no. */
  | { readonly kind: "declined" }
  /** The person stopped it before anything was sent. */
  | { readonly kind: "stopped" }
  /** The campaign could not be read, so nothing was sent. */
  | { readonly kind: "unread"; readonly outcome: Outcome }
  | { readonly kind: "blocked"; readonly by: UpdateBlocked };

/**
 * Why nothing is sent:
 * - `active`: the platform does not change active campaigns
 * - `unknown-state`: the response has no state, so it may be active
 * - `changed`: the campaign changed after it was shown
 * - `omitted`: the yes was given in advance, and the file omits values that the update could reset
 */
export type UpdateRefused =
  | {
      readonly kind: "refused";
      readonly why: "active" | "unknown-state" | "changed";
      readonly campaign: AccountCampaign;
    }
  | ({ readonly kind: "refused"; readonly why: "omitted" } & UpdateQuestion);

/** Why nothing was sent although the campaign could be changed. */
export type UpdateBlocked =
  | Exclude<Obstacle, { readonly kind: "unresolved" }>
  /** An earlier update has no response and may still take effect. `lookAgainAt` in milliseconds since 1970. */
  | { readonly kind: "unresolved"; readonly entry: LedgerEntry; readonly lookAgainAt: number }
  /** The ledger could not be written. `detail` is the reason that the disk gave. */
  | { readonly kind: "not-noted"; readonly detail: string }
  | { readonly kind: "unreadable"; readonly detail: string };

/** What was read after the request. */
export type ReadBack =
  /** `differences` were not applied, or not yet. `changed` are omitted values that were others before the request. */
  | ({ readonly kind: "read"; readonly changed: readonly ChangedOmission[] } & UpdateQuestion)
  | { readonly kind: "unread"; readonly outcome: Outcome };

/** Whether the platform accepted the update, or the account shows that it did although the response was unclear. */
export function isUpdated({ kind }: Outcome, after: ReadBack | undefined): boolean {
  return (
    kind === "accepted" || (kind === "unknown" && after?.kind === "read" && after.differences.length === 0)
  );
}

/** Whether the account has the file's values, and still has the values that the file omits. */
export function isAsExpected(after: ReadBack | undefined): boolean {
  return after?.kind === "read" && after.differences.length === 0 && after.changed.length === 0;
}

/**
 * The one way to an update: the ledger, the campaign as it is, the question about its differences, the campaign again
 * right before the request, at most one request, the campaign afterwards. The platform has no conditional update, so a
 * change by another person between the last read and the request is overwritten.
 */
export async function runUpdate(steps: UpdateSteps): Promise<UpdateEnd> {
  const { ledger, file, attempt, consent, signal, now, read, confirm, send } = steps;
  for (;;) {
    // Before the campaign, so that it shows the effect of what the ledger knows.
    const assessed = await assessRepaired(ledger, attempt, consent === "ask" ? "continue" : "end", signal);
    if (assessed.kind !== "assessed") return assessed;
    const { obstacle, prior } = assessed;
    if (obstacle?.kind === "under-way" || obstacle?.kind === "full") return blocked(obstacle);
    const shown = await read();
    if (shown.kind === "unavailable") return unread(shown.outcome);
    const { campaign } = shown;
    const omitted = omissionsOf(file, shown.values);
    const question = { campaign, ...compareWithAccount(file, shown.values), omitted };
    const isEqual = question.differences.length === 0;
    if (obstacle !== undefined) {
      const { entry } = obstacle;
      const lookAgainAt = settledAt(entry);
      if (!isEqual && now() < lookAgainAt) return blocked({ kind: "unresolved", entry, lookAgainAt });
      const finding = isEqual ? foundAs(campaign) : ({ kind: "not-found" } as const);
      const settled = await recorded(ledger.resolve(entry.id, finding, signal), signal);
      if (settled.kind !== "recorded") return settled.kind === "stopped" ? settled : blocked(settled);
      continue;
    }
    if (isEqual) return { kind: "exists", ...question };
    const refused = refusalOf(campaign);
    if (refused !== undefined) return refused;
    if (consent === "in-advance" && omitted.length > 0)
      return { kind: "refused", why: "omitted", ...question };
    if (!(await confirm(question))) return { kind: "declined" };
    // A person may take minutes to answer.
    const latest = await read();
    if (latest.kind === "unavailable") return unread(latest.outcome);
    const refusedNow = refusalOf(latest.campaign);
    if (refusedNow !== undefined) return refusedNow;
    if (!isUnchanged(campaign, latest.campaign))
      return { kind: "refused", why: "changed", campaign: latest.campaign };
    const result = await send(prior.map(({ entryId, created }) => ({ entryId, created })));
    switch (result.kind) {
      case "sent":
        return afterRequest(result, omitted, steps);
      case "stopped":
        return result;
      case "not-noted":
        return blocked(result);
      // This computer changed the campaign in the meantime.
      case "prior":
        return { kind: "refused", why: "changed", campaign: latest.campaign };
      // The next round meets the obstacle again.
      case "under-way":
      case "unresolved":
      case "damaged":
      case "full":
    }
  }
}

/** A minute after the wait ended, as for a creation: the platform may continue after a gateway gave up. */
const SETTLE_MS = 60_000;

function settledAt(entry: LedgerEntry): number {
  return (entry.state === "pending" ? entry.leaseUntil : entry.finishedAt) + SETTLE_MS;
}

function refusalOf(campaign: AccountCampaign): UpdateRefused | undefined {
  if (campaign.state === undefined) return { kind: "refused", why: "unknown-state", campaign };
  return phaseOf(campaign.state) === "active" ? { kind: "refused", why: "active", campaign } : undefined;
}

/** Any change in the response counts: its time, its state, its values. */
function isUnchanged(before: AccountCampaign, after: AccountCampaign): boolean {
  return isSame(before.data, after.data);
}

/** The response of an update need not be the truth: which fields change is not documented. So the campaign is read. */
async function afterRequest(
  sent: Extract<SendOnceResult, { readonly kind: "sent" }>,
  before: readonly Omission[],
  { ledger, file, signal, read }: UpdateSteps,
): Promise<UpdateEnd> {
  const { outcome } = sent.submission;
  const isCertain = outcome.kind !== "accepted" && outcome.kind !== "unknown";
  if (isCertain || isStopped(outcome)) return sent;
  const now = await read();
  if (now.kind === "unavailable") return { ...sent, after: { kind: "unread", outcome: now.outcome } };
  const after: Extract<ReadBack, { readonly kind: "read" }> = {
    ...{ kind: "read", campaign: now.campaign, ...compareWithAccount(file, now.values) },
    ...{ omitted: omissionsOf(file, now.values), changed: changedOmissions(file, before, now.values) },
  };
  // If this cannot be recorded, the next run reads the campaign again.
  if (outcome.kind === "unknown" && after.differences.length === 0 && sent.entry !== undefined)
    await recorded(ledger.resolve(sent.entry.id, foundAs(now.campaign), signal), signal);
  return { ...sent, after };
}

function foundAs({ id, state }: AccountCampaign): {
  readonly kind: "found";
  readonly campaignId: string;
  readonly campaignState?: string;
} {
  return { kind: "found", campaignId: id, ...(state === undefined ? {} : { campaignState: state }) };
}

/** A read without a clear response says nothing about the campaign, and nothing was sent that changes it. */
function unread(outcome: Outcome): UpdateEnd {
  return isStopped(outcome) ? { kind: "stopped" } : { kind: "unread", outcome };
}

function blocked(by: UpdateBlocked): UpdateEnd {
  return { kind: "blocked", by };
}
