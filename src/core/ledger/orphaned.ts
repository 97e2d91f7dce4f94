import { isUnderWay, type LedgerEntry, type PendingEntry } from "./entry";

export interface Orphaned {
  /** To be asked about: their window or process is gone. Oldest first. */
  readonly entries: readonly PendingEntry[];
  /** When the next of those that are under way would turn out to be left behind too; milliseconds since 1970. */
  readonly checkAgainAt?: number;
}

export function orphanedEntries(entries: readonly LedgerEntry[], now: number): Orphaned {
  const pending = entries.filter((entry) => entry.state === "pending");
  const live = pending.filter((entry) => isUnderWay(entry, now));
  return {
    entries: pending.filter((entry) => !isUnderWay(entry, now)),
    ...(live.length === 0 ? {} : { checkAgainAt: Math.min(...live.map(({ leaseUntil }) => leaseUntil)) }),
  };
}
