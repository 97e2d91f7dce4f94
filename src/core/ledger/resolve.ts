import { finished, type FinishedEntry, type LedgerEntry } from "./entry";

export type ToResolve =
  | { readonly kind: "found"; readonly campaignId: string; readonly campaignState?: string }
  | { readonly kind: "not-found" }
  /** The person's answer after looking in the account. */
  | { readonly kind: "person"; readonly created: boolean };

/** A pending entry becomes `unknown` first, which is the outcome of a request without a response. */
export function resolved(entry: LedgerEntry, resolution: ToResolve, at: number): FinishedEntry {
  const unknown: FinishedEntry =
    entry.state === "pending"
      ? finished(entry, { kind: "unknown", reason: "other", detail: LEFT_BEHIND }, at)
      : entry;
  switch (resolution.kind) {
    case "found": {
      const { kind, ...campaign } = resolution;
      return { ...unknown, ...campaign, resolution: { kind, at } };
    }
    case "not-found":
    case "person":
      return { ...unknown, resolution: { ...resolution, at } };
  }
}

const LEFT_BEHIND = "The window or process that sent it ended before the answer was noted.";
