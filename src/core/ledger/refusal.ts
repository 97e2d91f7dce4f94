import { actionOf, isOpen, isUnderWay, type Attempt, type LedgerEntry } from "./entry";
import { MAX_ENTRIES, type Damage } from "./ledger-text";
import { openLike, earlierSubmissions, type Acknowledged, type EarlierSubmission } from "./earlier";

/** Nothing was recorded, so nothing must be sent. */
export type BeginRefusal =
  | Obstacle
  /** Earlier submissions that became known after the person confirmed. */
  | { readonly kind: "prior"; readonly prior: readonly EarlierSubmission[] };

/** Reasons that a confirmation does not override. */
export type Obstacle =
  /** This or another window is sending the same body to this account now, or changes the same campaign. */
  | { readonly kind: "under-way"; readonly entry: LedgerEntry }
  /** The same body was sent, or the same campaign was started or updated, and the outcome is unknown. Look it up and `resolve` it first. */
  | { readonly kind: "unresolved"; readonly entry: LedgerEntry }
  /** The log is damaged. Notify the person, then `repair` it. */
  | { readonly kind: "damaged"; readonly damage: Damage }
  /** The log is full of unresolved submissions. */
  | { readonly kind: "full" };

/**
 * The reason why an attempt must not begin. `acknowledged` are the earlier submissions that the person was warned
 * about.
 */
export function refusalOf(
  attempt: Attempt,
  entries: readonly LedgerEntry[],
  damage: Damage | undefined,
  acknowledged: readonly Acknowledged[],
  now: number,
): BeginRefusal | undefined {
  const obstacle = obstacleOf(attempt, entries, damage, now);
  if (obstacle !== undefined) return obstacle;
  const prior = earlierSubmissions(entries, attempt);
  const read = new Map(acknowledged.map(({ entryId, created }) => [entryId, created]));
  return prior.some(({ entryId, created }) => read.get(entryId) !== created)
    ? { kind: "prior", prior }
    : undefined;
}

export function obstacleOf(
  attempt: Attempt,
  entries: readonly LedgerEntry[],
  damage: Damage | undefined,
  now: number,
): Obstacle | undefined {
  if (damage !== undefined) return { kind: "damaged", damage };
  const open = openLike(entries, attempt);
  const live = open.find((entry) => isUnderWay(entry, now));
  if (live !== undefined) return { kind: "under-way", entry: live };
  const unresolved = open.find((entry) => mustBeResolved(entry, attempt));
  if (unresolved !== undefined) return { kind: "unresolved", entry: unresolved };
  return entries.filter(isOpen).length >= MAX_ENTRIES ? { kind: "full" } : undefined;
}

/** A second stop is harmless, and an earlier one does not forbid a start: the state of the campaign decides. */
function mustBeResolved(entry: LedgerEntry, attempt: Attempt): boolean {
  return actionOf(attempt) !== "stop" && actionOf(entry) === actionOf(attempt);
}
