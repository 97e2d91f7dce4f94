import type { LedgerEntry } from "../ledger/entry";
import type { Acknowledged, Assessment, Obstacle, EarlierSubmission } from "../ledger/ledger";

/** What happens next with a campaign that is to be submitted. The editor and the command line ask and show only. */
export type NextStep = StepBeforeAsking | StepWithoutAsking;

export type StepBeforeAsking =
  | Blocked
  /** Ask a person. With a `duplicate`, the answer no is the default. */
  | {
      readonly kind: "confirm";
      readonly prior: readonly EarlierSubmission[];
      readonly duplicate?: EarlierSubmission;
    };

export type StepWithoutAsking =
  | Blocked
  /** It was created already, and the yes given in advance does not cover a duplicate. */
  | { readonly kind: "exists"; readonly duplicate: EarlierSubmission }
  /** An earlier submission became known after the yes was given. */
  | { readonly kind: "meanwhile"; readonly prior: EarlierSubmission }
  /** Send, with what the yes acknowledges. */
  | {
      readonly kind: "send";
      readonly acknowledged: readonly Acknowledged[];
      readonly prior: readonly EarlierSubmission[];
    };

type Blocked =
  /** Nothing may be sent, whatever a person answers. */
  | { readonly kind: "blocked"; readonly by: Exclude<Obstacle, { readonly kind: "unresolved" }> }
  /** The same campaign was sent and has no response: look this entry up in the account first. */
  | { readonly kind: "look-up"; readonly entry: LedgerEntry };

/** A person is asked and reads what is known. */
export interface AskFirst {
  readonly kind: "ask";
}

/** `--yes`: given before anything was known. */
export interface InAdvance {
  readonly kind: "in-advance";
  /** When the process started; milliseconds since 1970. */
  readonly since: number;
  /** `--again`: covers a duplicate that was known before `since`. */
  readonly again: boolean;
  /** Ids of entries that this run resolved itself. */
  readonly resolved: ReadonlySet<string>;
}

export type Consent = AskFirst | InAdvance;

/**
 * The policy: no duplicate without a yes to that duplicate. A yes in advance covers only what was known before it was
 * given, so of two runs that start together only one sends.
 */
export function nextStep(assessment: Assessment, consent: AskFirst): StepBeforeAsking;
export function nextStep(assessment: Assessment, consent: Consent): NextStep;
export function nextStep({ obstacle, prior }: Assessment, consent: Consent): NextStep {
  if (obstacle?.kind === "unresolved") return { kind: "look-up", entry: obstacle.entry };
  if (obstacle !== undefined) return { kind: "blocked", by: obstacle };
  const duplicate = duplicateIn(prior);
  if (consent.kind === "ask")
    return { kind: "confirm", prior, ...(duplicate === undefined ? {} : { duplicate }) };
  if (duplicate !== undefined && !(consent.again && isCovered(duplicate, consent)))
    return { kind: "exists", duplicate };
  const later = prior.find((one) => !isCovered(one, consent));
  if (later === undefined) return { kind: "send", acknowledged: prior, prior };
  return later.same === "body" && later.created === "yes"
    ? { kind: "exists", duplicate: later }
    : { kind: "meanwhile", prior: later };
}

/** The newest submission that created exactly this campaign in this account. */
export function duplicateIn(prior: readonly EarlierSubmission[]): EarlierSubmission | undefined {
  return prior.find(({ same, created }) => same === "body" && created === "yes");
}

/** Whether it was known before the yes was given, or became known by this run's own doing. */
function isCovered({ entryId, knownSince }: EarlierSubmission, { since, resolved }: InAdvance): boolean {
  return knownSince < since || resolved.has(entryId);
}
