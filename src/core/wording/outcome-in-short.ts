import type { Outcome } from "../platform/outcome";
import { phaseOf } from "../lifecycle/phase";
import { visibleLine } from "../text/visible";
import { DEEDS, type Deed } from "./deed-text";
import { NOT_SENT } from "./not-sent-text";
import { duration } from "./outcome-text";
import { readFailure } from "./read-failure";

type Failure = Exclude<Outcome, { readonly kind: "accepted" }>;

export interface InShort {
  /** How many values came back other than they were sent. */
  readonly changes: number;
  /** Whether the submission log has the outcome. */
  readonly isRecorded: boolean;
}

/**
 * The outcome of a submission as one sentence, for a notification: its buttons are the next step, and the output has
 * the whole text.
 */
export function outcomeInShort(outcome: Outcome, { changes, isRecorded }: InShort): string {
  if (outcome.kind !== "accepted") return failureInShort(outcome, "create");
  if (outcome.campaignId === undefined)
    return "Campaign accepted without an id: look it up by name, and don't send it again.";
  const accepted = `Campaign accepted: ${visibleLine(outcome.campaignId, 60)}`;
  if (changes === 0 && !isRecorded) return `${accepted}, so don't send it again.`;
  if (changes === 0)
    return `${accepted} is in Campaign Submissions, and ${
      outcome.state === undefined || phaseOf(outcome.state) === "preparing"
        ? "you'll be notified when it is ready to start"
        : `its state is "${visibleLine(outcome.state, 40)}"`
    }.`;
  const values = changes === 1 ? "1 value" : `${changes} values`;
  return `${accepted}, but the platform changed ${values}, so review the response before you start it.`;
}

/** Every outcome of a request, apart from success, as one sentence. `deed` is what the request was to do. */
export function failureInShort(outcome: Failure, deed: Deed): string {
  const { done, none, look } = DEEDS[deed];
  switch (outcome.kind) {
    case "rejected":
      return outcome.httpStatus >= 500
        ? `Rejected (${outcome.httpStatus}) with a platform error, so ${look}`
        : `Rejected (${outcome.httpStatus}), and ${none}: ${rejectionInShort(outcome.messages)}.`;
    case "unauthorized":
      return `Not authorized (${outcome.httpStatus}), and ${none}: ${readFailure(outcome)}.`;
    case "rate-limited":
      return `Rate limit reached, and ${none}: wait ${outcome.retryAfterSeconds === undefined ? "about a minute" : duration(outcome.retryAfterSeconds)} before you send it again.`;
    case "redirected":
      return outcome.httpStatus === 303
        ? `Redirected (303): the campaign may have been ${done}, so ${look}`
        : `Redirected (${outcome.httpStatus}) and not followed: the server did not report that the campaign was ${done}, so check the host of the connection.`;
    case "not-sent":
      return `Not sent: ${clauseOf(NOT_SENT[outcome.reason][0])}.`;
    case "unknown":
      return `Unknown: the campaign may have been ${done}, so ${look}`;
    case "cancelled":
      return "Canceled: nothing was sent.";
  }
}

/** The server's first message; the others are in the response. */
function rejectionInShort([first, ...more]: readonly string[]): string {
  if (first === undefined) return "the server gave no readable reason";
  const words = first.split(/\s/).filter((word) => word !== "");
  const message = visibleLine(words.join(" "), MAX_MESSAGE).replace(/[.!?]$/, "");
  return more.length === 0 ? message : `${message} (and ${more.length} more)`;
}

/** UTF-16 units. */
const MAX_MESSAGE = 200;

/** A sentence up to its colon, without its full stop, to follow a colon. */
function clauseOf(sentence: string): string {
  const [clause = ""] = sentence.split(":", 1);
  return `${clause.slice(0, 1).toLowerCase()}${clause.slice(1)}`.replace(/\.$/, "");
}
