import { finished, type FinishedEntry, type LedgerEntry, type Resolution } from "./entry";

export type ToResolve =
  | { readonly kind: "found"; readonly campaignId: string; readonly campaignState?: string }
  | { readonly kind: "not-found" }
  | { readonly kind: "person" };

/** A pending one becomes `unknown` first: that is what a request without an answer is. */
export function resolved(entry: LedgerEntry, { kind, ...found }: ToResolve, at: number): FinishedEntry {
  const unknown: FinishedEntry =
    entry.state === "pending"
      ? finished(entry, { kind: "unknown", reason: "other", detail: LEFT_BEHIND }, at)
      : entry;
  const resolution: Resolution = { kind, at };
  return { ...unknown, ...found, resolution };
}

const LEFT_BEHIND = "The window or process that sent it ended before the answer was noted.";
