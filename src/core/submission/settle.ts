import type { CannotTell, FindResult } from "../platform/find-campaign";
import type { Outcome } from "../platform/outcome";
import type { ToResolve } from "../ledger/ledger";

/** What follows from looking a submission without a response up in the account. */
export type Settlement =
  /** The account decides: record this. */
  | { readonly kind: "resolve"; readonly as: ToResolve }
  /** The account gives no answer yet: look again, `at` in milliseconds since 1970. */
  | { readonly kind: "wait"; readonly at: number; readonly doubt: CannotTell }
  /** The account gives no answer: only a person who looks there knows. */
  | { readonly kind: "ask"; readonly doubt: CannotTell }
  /** The person stopped the look-up. */
  | { readonly kind: "stopped" };

/**
 * `personSays` is what a person saw in the account (`--looked-up`: not created). It counts only where the account gives
 * no answer, and not before the platform must have finished.
 */
export function settlementOf(found: FindResult, personSays?: "created" | "not-created"): Settlement {
  switch (found.kind) {
    case "found": {
      const [{ id, state }] = found.campaigns;
      const campaignState = state === undefined ? {} : { campaignState: state };
      return { kind: "resolve", as: { kind: "found", campaignId: id, ...campaignState } };
    }
    case "not-found":
      return { kind: "resolve", as: { kind: "not-found" } };
    case "cannot-tell":
      if (found.why === "too-soon") return { kind: "wait", at: found.lookAgainAt, doubt: found };
      if (found.why === "unavailable" && isStopped(found.outcome)) return { kind: "stopped" };
      return personSays === undefined
        ? { kind: "ask", doubt: found }
        : { kind: "resolve", as: { kind: "person", created: personSays === "created" } };
  }
}

/** Whether a read ended because the person stopped it. */
export function isStopped(outcome: Outcome): boolean {
  return outcome.kind === "cancelled" || (outcome.kind === "unknown" && outcome.reason === "cancelled");
}
