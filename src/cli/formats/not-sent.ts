import { visibleLine } from "../../core/text/visible";
import type { HttpRequest } from "../../core/platform/transport";
import type { Blocked } from "../../core/submission/run";
import { describeBlocked, type BlockedContext } from "../../core/wording/blocked";
import type { OutcomeText } from "../../core/wording/outcome-text";

/** Nothing was sent. `not-sent` and `unknown` promise here what they promise of an outcome. */
export interface NotSentRecord extends OutcomeText {
  readonly outcome: "not-sent" | "unknown";
  /**
   * - `under-way`: the same campaign is being submitted now
   * - `unresolved`: the same campaign was sent, and it may have been created
   * - `submitted-meanwhile`: another campaign of this name was submitted after this run started
   * - `damaged`, `full`, `not-noted`: the ledger
   * - `name-not-looked-up`: the look-up of `--unless-exists` was inconclusive
   * - `earlier-unknown`: the outcome of an earlier file of this run is unknown
   */
  readonly reason:
    | "under-way"
    | "unresolved"
    | "submitted-meanwhile"
    | "damaged"
    | "full"
    | "not-noted"
    | "name-not-looked-up"
    | "earlier-unknown";
}

export interface NotSentReport extends NotSentRecord {
  readonly kind: "held";
  readonly request: HttpRequest;
}

export function describeNotSent(by: Blocked, context: Omit<BlockedContext, "place">): NotSentRecord {
  const words = describeBlocked(by, { ...context, place: "terminal" });
  return { outcome: by.kind === "unresolved" ? "unknown" : "not-sent", reason: REASONS[by.kind], ...words };
}

const REASONS: Readonly<Record<Blocked["kind"], NotSentRecord["reason"]>> = {
  "under-way": "under-way",
  unresolved: "unresolved",
  meanwhile: "submitted-meanwhile",
  damaged: "damaged",
  full: "full",
  "not-noted": "not-noted",
  unreadable: "not-noted",
};

/** `--unless-exists` without an answer. `why` is a clause. */
export function nameNotLookedUp(why: string): NotSentRecord {
  return {
    outcome: "not-sent",
    reason: "name-not-looked-up",
    headline: "Not sent: nothing was created.",
    explanation: `Could not determine whether the account has a campaign of this name: ${why}.`,
    nextStep: "Fix that and run the same command again, or leave out --unless-exists.",
  };
}

/** For the files after one whose outcome is unknown. `file` is that one, as on the command line. */
export function stoppedAfter(file: string): NotSentRecord {
  return {
    outcome: "not-sent",
    reason: "earlier-unknown",
    headline: `Not sent, because the outcome of ${visibleLine(file, 200)} is unknown.`,
    explanation: "The run stopped at that file, so that a failing connection does not leave more of them.",
    nextStep: "Resolve that submission, then run the same command again.",
  };
}
