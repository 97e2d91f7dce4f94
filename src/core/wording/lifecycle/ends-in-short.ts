import { isAsExpected, isUpdated, type ReadBack } from "../../lifecycle/run-update";
import type { Trigger } from "../../platform/existing/trigger-campaign";
import type { Outcome } from "../../platform/outcome";
import { visibleLine } from "../../text/visible";
import { failureInShort } from "../outcome-in-short";
import { readFailure } from "../read-failure";
import { nameOf } from "../response-diff-text";
import { countOf } from "./comparison-text";

/**
 * The outcome of a start or a stop as one sentence, for a notification. `proof` is the state that proves the effect of a
 * request without a clear response.
 */
export function triggerInShort(
  outcome: Outcome,
  trigger: Trigger,
  campaignId: string,
  proof?: string,
): string {
  const id = visibleLine(campaignId, 60);
  if (outcome.kind !== "accepted")
    return proof === undefined
      ? failureInShort(outcome, trigger)
      : `The response was unclear, but the state of ${id} is now "${visibleLine(proof, 40)}".`;
  return trigger === "start"
    ? `Campaign started: ${id} calls people in its calling hours until it is completed or stopped.`
    : `Campaign stopped: ${id} calls everyone on its lists again if it is started later.`;
}

/** The same of an update. `after` is what the account had afterwards. */
export function updateInShort(outcome: Outcome, campaignId: string, after: ReadBack | undefined): string {
  if (outcome.kind !== "accepted" && !isUpdated(outcome, after)) return failureInShort(outcome, "update");
  const updated = `Campaign updated: ${visibleLine(campaignId, 60)}`;
  if (isAsExpected(after)) return `${updated} has every value of the file that the account returns.`;
  if (after === undefined) return `${updated}, but it was not read afterwards.`;
  if (after.kind === "unread")
    return `${updated}, but it could not be read afterwards (${readFailure(after.outcome)}).`;
  const { differences, changed } = after;
  const [first] = changed;
  if (first !== undefined && differences.length > 0)
    return `${updated}, but ${countOf(differences)} of the file ${differences.length === 1 ? "was" : "were"} not applied, and ${countOf(changed)} changed that the file omits.`;
  if (first !== undefined)
    return changed.length === 1
      ? `${updated}, but ${nameOf(first.pointer)} changed, which the file omits, so restore it in the platform.`
      : `${updated}, but ${countOf(changed)} changed that the file omits, so restore them in the platform.`;
  return `${updated}, but ${countOf(differences)} of the account still ${differences.length === 1 ? "differs" : "differ"} from the file.`;
}
