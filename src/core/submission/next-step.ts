import type { LedgerEntry } from "../ledger/entry";
import type { Assessment, Obstacle, EarlierSubmission } from "../ledger/ledger";

/** What happens next with a campaign that is to be submitted. */
export type NextStep =
  /** Nothing may be sent, whatever a person answers. */
  | { readonly kind: "blocked"; readonly by: Exclude<Obstacle, { readonly kind: "unresolved" }> }
  /** The same campaign was sent and has no response: look this entry up in the account first. */
  | { readonly kind: "look-up"; readonly entry: LedgerEntry }
  | Question
  /** It was created already, and the yes given in advance does not cover a duplicate. */
  | { readonly kind: "exists"; readonly duplicate: EarlierSubmission }
  /** An earlier submission became known after the yes was given. */
  | { readonly kind: "meanwhile"; readonly prior: EarlierSubmission }
  /** Send: the yes given in advance covers `prior`. */
  | { readonly kind: "send"; readonly prior: readonly EarlierSubmission[] };

/** Ask a person. With a `duplicate`, the answer no is the default. */
export interface Question {
  readonly kind: "confirm";
  readonly prior: readonly EarlierSubmission[];
  readonly duplicate?: EarlierSubmission;
}

export type Consent =
  /** A person is asked and reads what is known. */
  { readonly kind: "ask" } | InAdvance;

/** `--yes`: given before anything was known. */
export interface InAdvance {
  readonly kind: "in-advance";
  /** When the process started; milliseconds since 1970. */
  readonly since: number;
  /** `--again`: covers a duplicate that was known before `since`. */
  readonly again: boolean;
}

/**
 * No duplicate without a yes to that duplicate. A yes in advance covers only what was known before it was given, so of
 * two runs that start together only one sends. `resolved`: ids of the entries that this run resolved itself.
 */
export function nextStep(
  { obstacle, prior }: Assessment,
  consent: Consent,
  resolved: ReadonlySet<string>,
): NextStep {
  if (obstacle?.kind === "unresolved") return { kind: "look-up", entry: obstacle.entry };
  if (obstacle !== undefined) return { kind: "blocked", by: obstacle };
  const duplicate = duplicateIn(prior);
  if (consent.kind === "ask")
    return { kind: "confirm", prior, ...(duplicate === undefined ? {} : { duplicate }) };
  // Known before the yes was given, or by this run's own doing.
  const isCovered = ({ entryId, knownSince }: EarlierSubmission): boolean =>
    knownSince < consent.since || resolved.has(entryId);
  if (duplicate !== undefined && !(consent.again && isCovered(duplicate)))
    return { kind: "exists", duplicate };
  const later = prior.find((one) => !isCovered(one));
  if (later === undefined) return { kind: "send", prior };
  return later.same === "body" && later.created === "yes"
    ? { kind: "exists", duplicate: later }
    : { kind: "meanwhile", prior: later };
}

/** The newest submission that created exactly this campaign in this account. */
export function duplicateIn(prior: readonly EarlierSubmission[]): EarlierSubmission | undefined {
  return prior.find(({ same, created }) => same === "body" && created === "yes");
}
