import { isUnderWay, type LedgerEntry } from "./entry";

/** The status of a submission: its outcome, or the result of a later look-up. */
export type SubmissionStatus =
  | Exclude<LedgerEntry["state"], "pending" | "unknown">
  | "under-way"
  /** No response, not resolved: it may have been created. */
  | "open"
  | "found"
  | "not-found"
  /** Resolved manually, because the look-up was inconclusive. */
  | "person";

/** `now` in milliseconds since 1970. */
export function statusOf(entry: LedgerEntry, now: number): SubmissionStatus {
  if (entry.state === "pending") return isUnderWay(entry, now) ? "under-way" : "open";
  return entry.state === "unknown" ? (entry.resolution?.kind ?? "open") : entry.state;
}
