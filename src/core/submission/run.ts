import type { Attempt, FinishedEntry, LedgerEntry } from "../ledger/entry";
import type { Acknowledged, EarlierSubmission, Ledger, Obstacle } from "../ledger/ledger";
import type { Submission } from "../platform/create-campaign";
import type { CannotTell } from "../platform/find-campaign";
import type { LookUpEnd } from "./look-up";
import { nextStep, type Consent, type Question } from "./next-step";
import { assessRepaired } from "../ledger/recorded";
import type { Finding } from "./settle";
import type { SubmitOnceResult } from "./submit-once";

/** What the editor or the command line does for the policy: it asks, shows and sends. `Instead`: see `Answer`. */
export interface SubmissionSteps<Instead> {
  readonly ledger: Pick<Ledger, "assess" | "repair">;
  readonly attempt: Attempt;
  readonly consent: Consent;
  /** Ends the wait for another window or process that uses the ledger. */
  readonly signal?: AbortSignal;
  readonly confirm: (question: Question) => Promise<Answer<Instead>>;
  /** Shows what a yes in advance covers, right before it is sent. */
  readonly warn?: (prior: readonly EarlierSubmission[]) => void;
  /** `lookUpEntry`. Without it, a submission without a response blocks, and a person starts the look-up. */
  readonly lookUp?: (entry: LedgerEntry) => Promise<LookUpEnd>;
  /** `submitOnce`. `acknowledged` is what the yes covers. */
  readonly send: (acknowledged: readonly Acknowledged[]) => Promise<SubmitOnceResult>;
  /** After a damaged log was repaired: `ask` only where a person reads about the damage right before the question. */
  readonly ifDamaged: "ask" | "block";
  /**
   * When another window or process submitted the campaign after the yes: `repeat` with what the ledger contains now, or
   * `end`, for a caller that reads the campaign anew.
   */
  readonly ifChanged: "repeat" | "end";
}

/** `instead`: what the person wants instead of submitting. */
export type Answer<Instead> = { readonly yes: true } | { readonly yes: false; readonly instead: Instead };

export type SubmissionEnd<Instead> =
  /** `entry` is absent when the outcome could not be recorded. */
  | { readonly kind: "sent"; readonly submission: Submission; readonly entry?: FinishedEntry }
  /** The person stopped it before anything was sent. */
  | { readonly kind: "stopped" }
  | { readonly kind: "declined"; readonly instead: Instead }
  /** It was created before, and the yes given in advance does not cover a duplicate. */
  | { readonly kind: "exists"; readonly duplicate: EarlierSubmission }
  /** The look-up of an earlier submission found the campaign in the account. */
  | { readonly kind: "found"; readonly entry: LedgerEntry; readonly finding: Found }
  /** See `ifChanged`. */
  | { readonly kind: "changed" }
  | { readonly kind: "blocked"; readonly by: Blocked };

type Found = Extract<Finding, { readonly kind: "found" }>;

/** Why nothing was sent although campaign and connection are valid. */
export type Blocked =
  | Exclude<Obstacle, { readonly kind: "unresolved" }>
  /** The same campaign was sent and has no response. `doubt`: why the look-up was inconclusive, if there was one. */
  | { readonly kind: "unresolved"; readonly entry: LedgerEntry; readonly doubt?: CannotTell }
  /** Another campaign of this name was submitted after the yes was given in advance. */
  | { readonly kind: "meanwhile"; readonly prior: EarlierSubmission }
  /** The ledger could not be written. `detail` is the reason that the disk gave. */
  | { readonly kind: "not-noted"; readonly detail: string }
  /** The ledger could not be read, so earlier submissions are unknown. */
  | { readonly kind: "unreadable"; readonly detail: string };

/**
 * The one way from a checked campaign to a request: obstacles, earlier submissions, the question, at most one request.
 * When the ledger changed between the question and the request, it starts again.
 */
export async function runSubmission<Instead>(
  steps: SubmissionSteps<Instead>,
): Promise<SubmissionEnd<Instead>> {
  const { ledger, attempt, consent, signal, confirm, warn, lookUp, send, ifDamaged, ifChanged } = steps;
  const resolved = new Set<string>();
  for (;;) {
    const readsDamage = consent.kind === "ask" && ifDamaged === "ask";
    const assessed = await assessRepaired(ledger, attempt, readsDamage ? "continue" : "end", signal);
    if (assessed.kind !== "assessed") return assessed;
    const step = nextStep(assessed, consent, resolved);
    switch (step.kind) {
      case "blocked":
        return step;
      case "look-up": {
        const { entry } = step;
        if (lookUp === undefined) return blocked({ kind: "unresolved", entry });
        const looked = await lookUp(entry);
        const end = endOfLookUp(entry, looked);
        if (end !== undefined) return end;
        if (looked.kind === "settled" && looked.recorded) resolved.add(entry.id);
        continue;
      }
      case "exists":
        return step;
      case "meanwhile":
        return blocked(step);
      case "confirm": {
        const answer = await confirm(step);
        if (!answer.yes) return { kind: "declined", instead: answer.instead };
        break;
      }
      case "send":
        warn?.(step.prior);
    }
    const result = await send(step.prior);
    switch (result.kind) {
      case "sent":
      case "stopped":
        return result;
      case "not-noted":
        return blocked(result);
      case "prior":
        if (ifChanged === "end") return { kind: "changed" };
        continue;
      // The next round meets the obstacle again and deals with it.
      case "under-way":
      case "unresolved":
      case "damaged":
      case "full":
    }
  }
}

/** Undefined when the campaign is not in the account, so that the submission continues. */
function endOfLookUp(entry: LedgerEntry, looked: LookUpEnd): SubmissionEnd<never> | undefined {
  switch (looked.kind) {
    case "settled":
      return looked.finding.kind === "found" ? { kind: "found", entry, finding: looked.finding } : undefined;
    case "stopped":
      return looked;
    case "open":
      return blocked({ kind: "unresolved", entry, doubt: looked.doubt });
    case "not-noted":
    case "unreadable":
      return blocked({ kind: looked.kind, detail: looked.detail });
  }
}

function blocked(by: Blocked): SubmissionEnd<never> {
  return { kind: "blocked", by };
}
