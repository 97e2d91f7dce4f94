import type { LedgerEntry } from "../ledger/entry";
import type { EarlierSubmission } from "../ledger/ledger";
import type { Trigger } from "../platform/existing/trigger-campaign";
import { phaseOf, type Phase } from "./phase";

/** What is known right before a campaign is started or stopped that is not as wanted (`isReached`). */
export interface Situation {
  readonly trigger: Trigger;
  /** The state as the platform has just returned it. */
  readonly state: string;
  /** What this computer did to the campaign before, newest first. */
  readonly prior: readonly EarlierSubmission[];
  /** An earlier start without a response, which the state does not prove. */
  readonly unresolved?: LedgerEntry;
}

export type Consent =
  /** A person is asked and reads what is known. */
  { readonly kind: "ask" } | InAdvance;

/** `--yes`: given before anything was known. */
export interface InAdvance {
  readonly kind: "in-advance";
  /** When the process started; milliseconds since 1970. */
  readonly since: number;
  /** `--again`: covers that everyone is called again. */
  readonly again: boolean;
  /** `--looked-up`: a person checked that an earlier start without a response had no effect. */
  readonly lookedUp: boolean;
}

export type NextStep =
  | { readonly kind: "refused"; readonly why: Refusal }
  /** An earlier start has no response, and the yes given in advance does not cover that. */
  | { readonly kind: "unresolved"; readonly entry: LedgerEntry }
  | Question
  | { readonly kind: "send" };

/**
 * Why nothing is sent:
 * - `preparing`, `scheduled`, `paused`: the campaign's state
 * - `ran-before`: starting calls everyone again, which a yes in advance does not cover without `again`
 * - `unknown-state`: a yes in advance does not cover a state that the documentation does not have
 * - `changed`: the campaign changed after the yes
 * - `starting`: it makes no calls and needs no stop, but a start of a moment ago may still take effect
 */
export type Refusal =
  "preparing" | "scheduled" | "paused" | "ran-before" | "unknown-state" | "changed" | "starting";

/** Ask a person. */
export interface Question {
  readonly kind: "confirm";
  readonly state: string;
  /** Starting calls everyone again from the beginning. */
  readonly again: boolean;
  /** The documentation does not have the state. */
  readonly isUnknownState: boolean;
  /** An earlier start without a response, which the state does not prove. */
  readonly unresolved?: LedgerEntry;
}

/** Nobody is called again, and nothing is started twice, without a yes to exactly that. */
export function nextStep(situation: Situation, consent: Consent): NextStep {
  const { trigger, state, prior, unresolved } = situation;
  const phase = phaseOf(state);
  if (phase === "preparing" || phase === "scheduled") return refused(phase);
  // Whether a start would resume it or call everyone again is not documented.
  if (phase === "paused" && trigger === "start") return refused(phase);
  const isUnknownState = phase === "unknown";
  const starts = prior.filter(({ action, created }) => action === "start" && created === "yes");
  // The state after a stop may be "Ready" again, so the log counts too.
  const again = trigger === "start" && (phase === "stopped" || phase === "completed" || starts.length > 0);
  if (consent.kind === "ask")
    return {
      ...{ kind: "confirm", state, again, isUnknownState },
      ...(unresolved === undefined ? {} : { unresolved }),
    };
  if (trigger === "stop") return { kind: "send" };
  if (unresolved !== undefined && !consent.lookedUp) return { kind: "unresolved", entry: unresolved };
  if (isUnknownState) return refused("unknown-state");
  if (again && !consent.again) return refused("ran-before");
  // Of two runs that start together, only one starts the campaign, however slowly its state changes.
  return starts.some(({ knownSince }) => knownSince >= consent.since) ? refused("changed") : { kind: "send" };
}

/** Whether the campaign is as it was asked for. A campaign that makes no calls needs no stop. */
export function isReached(trigger: Trigger, phase: Phase): boolean {
  return trigger === "start"
    ? phase === "active"
    : phase === "stopped" || phase === "ready" || phase === "completed";
}

function refused(why: Refusal): NextStep {
  return { kind: "refused", why };
}
