import { isOpen, isUnderWay, type Attempt, type LedgerEntry } from "./entry";
import { MAX_ENTRIES, type Damage } from "./ledger-text";
import { openLike, earlierSubmissions, type Acknowledged, type EarlierSubmission } from "./earlier";

/** Nothing was noted, and nothing may be sent. */
export type BeginRefusal =
  | Obstacle
  /** What a person should know before saying yes, and did not when they said it. */
  | { readonly kind: "prior"; readonly prior: readonly EarlierSubmission[] };

/** What no yes of a person gets over. */
export type Obstacle =
  /** The same body is being sent to this account now, here or in another window. */
  | { readonly kind: "under-way"; readonly entry: LedgerEntry }
  /** The same body was sent and its outcome is unknown: look it up and `resolve` it first. */
  | { readonly kind: "unresolved"; readonly entry: LedgerEntry }
  /** The ledger cannot be trusted: tell, then `repair`. */
  | { readonly kind: "damaged"; readonly damage: Damage }
  /** It holds nothing but submissions that nobody has looked up. */
  | { readonly kind: "full" };

/** Why this attempt may not begin. `acknowledged` is what the person read about earlier submissions. */
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
  if (open[0] !== undefined) return { kind: "unresolved", entry: open[0] };
  return entries.filter(isOpen).length >= MAX_ENTRIES ? { kind: "full" } : undefined;
}
