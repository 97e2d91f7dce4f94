import { isCreation, isUnderWay, type LedgerEntry, type PendingEntry } from "./entry";

export interface Orphaned {
  /** Creations to ask about, because their window or process is gone. Oldest first. */
  readonly entries: readonly PendingEntry[];
  /** When the next pending entry would be considered orphaned; milliseconds since 1970. */
  readonly checkAgainAt?: number;
}

export function orphanedEntries(entries: readonly LedgerEntry[], now: number): Orphaned {
  const pending = entries.filter(isCreation).filter((entry) => entry.state === "pending");
  const live = pending.filter((entry) => isUnderWay(entry, now));
  return {
    entries: pending.filter((entry) => !isUnderWay(entry, now)),
    ...(live.length === 0 ? {} : { checkAgainAt: Math.min(...live.map(({ leaseUntil }) => leaseUntil)) }),
  };
}
