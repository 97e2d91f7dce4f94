import { isSame } from "../campaign/same-value";
import type { AccountValues } from "../comparison/account-values";
import type { Attempt, FinishedEntry, LedgerEntry } from "../ledger/entry";
import type { Acknowledged, EarlierSubmission, Ledger, Obstacle } from "../ledger/ledger";
import { assessRepaired, recorded } from "../ledger/recorded";
import type { SendOnceResult } from "../ledger/send-once";
import { toResult } from "../ledger/to-result";
import type { CampaignStatus } from "../platform/campaign-status";
import type { Exchange } from "../platform/exchange";
import type { Trigger } from "../platform/existing/trigger-campaign";
import { isStopped, type Outcome } from "../platform/outcome";
import { isReached, nextStep, type Consent, type Question, type Refusal } from "./next-step";
import { phaseOf } from "./phase";
import type { readOne } from "./read-campaign";

/** What the editor or the command line does for the policy: it asks, shows, reads and sends. */
export interface TriggerSteps {
  readonly ledger: Pick<Ledger, "assess" | "repair" | "resolve">;
  readonly trigger: Trigger;
  readonly campaignId: string;
  /** Its `change` names the same trigger and campaign. */
  readonly attempt: Attempt;
  readonly consent: Consent;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends the waits for another window or process that uses the ledger, and for the state. */
  readonly signal: AbortSignal;
  /** `campaignStatus`. */
  readonly readState: () => Promise<CampaignStatus>;
  /** `readOne`. Called only for a question about a start: before it, and again after the yes. */
  readonly readCampaign: () => ReturnType<typeof readOne>;
  readonly confirm: (question: TriggerQuestion) => Promise<boolean>;
  /** `sendOnce`. `acknowledged` is what the yes covers. */
  readonly send: (acknowledged: readonly Acknowledged[]) => Promise<SendOnceResult>;
  /**
   * After a request without a clear response: resolves with the state once it is the wanted one, or with undefined when
   * it is not, or cannot be read.
   */
  readonly follow: (isWanted: (state: string) => boolean) => Promise<string | undefined>;
}

/** Ask a person about exactly this. */
export interface TriggerQuestion extends Question {
  /** The campaign as the account has it, before a start. */
  readonly values?: AccountValues;
  /** Why it could not be read before a start. */
  readonly unread?: Outcome;
}

export type TriggerEnd =
  | {
      readonly kind: "sent";
      readonly submission: Exchange;
      /** The state that proves the effect of a request without a clear response. */
      readonly proof?: string;
      /** Absent when the outcome could not be recorded. */
      readonly entry?: FinishedEntry;
    }
  /** It was in the wanted state already. */
  | { readonly kind: "exists"; readonly state: string }
  | { readonly kind: "refused"; readonly why: Refusal; readonly state: string }
  /** The person said no, or stopped it before anything was sent. */
  | { readonly kind: "declined" }
  | { readonly kind: "stopped" }
  /** It could not be read, so nothing was sent. */
  | { readonly kind: "unread"; readonly outcome: Outcome; readonly what: "state" | "campaign" }
  | { readonly kind: "blocked"; readonly by: TriggerBlocked };

/** Why nothing was sent although the campaign could be started or stopped. */
export type TriggerBlocked =
  | Exclude<Obstacle, { readonly kind: "unresolved" }>
  /** An earlier start has no response, and the state does not prove it. */
  | { readonly kind: "unresolved"; readonly entry: LedgerEntry; readonly state: string }
  /** The ledger could not be written. `detail` is the reason that the disk gave. */
  | { readonly kind: "not-noted"; readonly detail: string }
  | { readonly kind: "unreadable"; readonly detail: string };

/**
 * The one way to a start or a stop: the ledger, the state right before, the question, at most one request. When the
 * ledger changed between the yes and the request, it starts again, so it reads the state anew.
 */
export async function runTrigger(steps: TriggerSteps): Promise<TriggerEnd> {
  const { ledger, trigger, attempt, consent, signal, readState, readCampaign, confirm, send } = steps;
  for (;;) {
    // Before the state, so that the state shows the effect of what the ledger knows.
    const assessed = await assessRepaired(
      ledger,
      attempt,
      consent.kind === "ask" ? "continue" : "end",
      signal,
    );
    if (assessed.kind !== "assessed") return assessed;
    const { obstacle, prior } = assessed;
    if (obstacle?.kind === "under-way" || obstacle?.kind === "full") return blocked(obstacle);
    const read = await readState();
    if (read.kind === "unavailable") return unread(read.outcome);
    const { state } = read;
    const unresolved = obstacle?.entry;
    if (isReached(trigger, phaseOf(state))) return reached(state, prior, steps);
    const situation = { trigger, state, prior, ...(unresolved === undefined ? {} : { unresolved }) };
    const step = nextStep(situation, consent);
    switch (step.kind) {
      case "refused":
        return { ...step, state };
      case "unresolved":
        return blocked({ ...step, state });
      case "confirm": {
        const shown = trigger === "start" ? await readCampaign() : undefined;
        if (shown?.kind === "unavailable" && isStopped(shown.outcome)) return { kind: "stopped" };
        if (!(await confirm({ ...step, ...asShown(shown) }))) return { kind: "declined" };
        // A person may take minutes to answer. The state is read last, because it shows a start by another person.
        if (shown?.kind === "read") {
          const now = await readCampaign();
          if (now.kind === "unavailable") return unread(now.outcome, "campaign");
          if (!isSame(shown.values, now.values)) return { kind: "refused", why: "changed", state };
        }
        const latest = await readState();
        if (latest.kind === "unavailable") return unread(latest.outcome);
        if (isReached(trigger, phaseOf(latest.state))) return reached(latest.state, prior, steps);
        if (latest.state !== state) return { kind: "refused", why: "changed", state: latest.state };
        break;
      }
      case "send":
    }
    if (unresolved !== undefined) {
      const said = { kind: "person", created: false } as const;
      const settled = await recorded(ledger.resolve(unresolved.id, said, signal), signal);
      if (settled.kind !== "recorded") return settled.kind === "stopped" ? settled : blocked(settled);
      if (!settled.value) continue;
    }
    const result = await send(prior.map((one) => acknowledgedOf(one, unresolved)));
    switch (result.kind) {
      case "sent":
        return afterRequest(result, steps);
      case "stopped":
        return result;
      case "not-noted":
        return blocked(result);
      // The next round meets the obstacle again, or reads the new state.
      case "prior":
      case "under-way":
      case "unresolved":
      case "damaged":
      case "full":
    }
  }
}

/** Two minutes: how long a start without a response may take to show in the state, with the default time limit. */
const START_SETTLES_MS = 120_000;

/** Nothing is to be sent. The state also proves earlier requests of this kind that have no response. */
async function reached(
  state: string,
  prior: readonly EarlierSubmission[],
  { ledger, trigger, campaignId, now, signal }: TriggerSteps,
): Promise<TriggerEnd> {
  const isStarting = ({ action, created, at }: EarlierSubmission): boolean =>
    action === "start" && created === "perhaps" && now() - at < START_SETTLES_MS;
  if (trigger === "stop" && prior.some(isStarting)) return { kind: "refused", why: "starting", state };
  for (const { entryId, action, created } of prior)
    if (action === trigger && created === "perhaps")
      await note(ledger.resolve(entryId, { kind: "found", campaignId, campaignState: state }, signal));
  return { kind: "exists", state };
}

/** What the state proves. If it cannot be recorded, the next run reads the state again. */
async function note(change: Promise<boolean>): Promise<void> {
  await toResult(change);
}

/** The person's answer has just resolved the entry. */
function acknowledgedOf({ entryId, created }: EarlierSubmission, resolved?: LedgerEntry): Acknowledged {
  return { entryId, created: entryId === resolved?.id ? "denied" : created };
}

/** Without a clear response, the state of the campaign decides, and not a guess. */
async function afterRequest(
  sent: Extract<SendOnceResult, { readonly kind: "sent" }>,
  { ledger, trigger, campaignId, signal, follow }: TriggerSteps,
): Promise<TriggerEnd> {
  const { outcome } = sent.submission;
  if (outcome.kind !== "unknown" || isStopped(outcome)) return sent;
  const proof = await follow((state) => isReached(trigger, phaseOf(state)));
  if (proof === undefined) return sent;
  if (sent.entry !== undefined) {
    const finding = { kind: "found", campaignId, campaignState: proof } as const;
    await note(ledger.resolve(sent.entry.id, finding, signal));
  }
  return { ...sent, proof };
}

/** A read without a clear response says nothing about the campaign, and nothing was sent that changes it. */
function unread(outcome: Outcome, what: "state" | "campaign" = "state"): TriggerEnd {
  return isStopped(outcome) ? { kind: "stopped" } : { kind: "unread", outcome, what };
}

function asShown(
  shown: Awaited<ReturnType<typeof readOne>> | undefined,
): Pick<TriggerQuestion, "values" | "unread"> {
  if (shown === undefined) return {};
  return shown.kind === "read" ? { values: shown.values } : { unread: shown.outcome };
}

function blocked(by: TriggerBlocked): TriggerEnd {
  return { kind: "blocked", by };
}
