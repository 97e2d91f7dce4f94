import type { CannotTell, FindResult } from "../platform/find-campaign";
import { isStopped } from "../platform/outcome";
import type { ToResolve } from "../ledger/ledger";

/** What follows from looking a submission without a response up in the account. */
export type Settlement =
  /** The account or a person decides: record this. */
  | { readonly kind: "resolve"; readonly finding: Finding }
  /** The account gives no answer yet: look again, `at` in milliseconds since 1970. */
  | { readonly kind: "wait"; readonly at: number; readonly doubt: CannotTell }
  /** The account gives no answer: only a person who looks there knows. */
  | { readonly kind: "ask"; readonly doubt: CannotTell }
  /** The person stopped the look-up. */
  | { readonly kind: "stopped" };

/** What is known about a submission without a response. */
export type Finding =
  Exclude<FindResult, CannotTell> | { readonly kind: "person"; readonly created: boolean };

/**
 * `personSays` is what a person saw in the account (`--looked-up`: not created). It counts only where the account gives
 * no answer, and not before the platform must have finished.
 */
export function settlementOf(found: FindResult, personSays?: "created" | "not-created"): Settlement {
  switch (found.kind) {
    case "found":
    case "not-found":
      return { kind: "resolve", finding: found };
    case "cannot-tell":
      if (found.why === "too-soon") return { kind: "wait", at: found.lookAgainAt, doubt: found };
      if (found.why === "unavailable" && isStopped(found.outcome)) return { kind: "stopped" };
      return personSays === undefined
        ? { kind: "ask", doubt: found }
        : { kind: "resolve", finding: { kind: "person", created: personSays === "created" } };
  }
}

/** What the ledger records of it. */
export function resolutionOf(finding: Finding): ToResolve {
  if (finding.kind !== "found") return finding;
  const [{ id, state }] = finding.campaigns;
  return { kind: "found", campaignId: id, ...(state === undefined ? {} : { campaignState: state }) };
}
