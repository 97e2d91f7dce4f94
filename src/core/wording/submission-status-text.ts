import { actionOf, type Action, type LedgerEntry } from "../ledger/entry";
import type { SubmissionStatus } from "../ledger/submission-status";
import { visibleLine } from "../text/visible";

/** For example "created, Ready", "stopped" or "no response, may have been started". */
export function statusLabel(entry: LedgerEntry, status: SubmissionStatus): string {
  const state = entry.state === "pending" ? undefined : entry.campaignState;
  const label = describeStatus(status, actionOf(entry));
  // "Stopped, Stopped" says it twice.
  const isSaid = state === undefined || state.toLowerCase() === label;
  return isSaid ? label : `${label}, ${visibleLine(state, 40)}`;
}

function describeStatus(status: SubmissionStatus, action: Action): string {
  const done = DONE[action];
  switch (status) {
    case "accepted":
      return done;
    case "found":
      return action === "create" ? "found in the account" : `no response, ${done} according to the account`;
    case "under-way":
      return "being sent";
    case "open":
      return `no response, may have been ${done}`;
    case "person":
      return "no response, resolved manually";
    case "rejected":
      return action === "create" ? "rejected" : `rejected, not ${done}`;
    case "unauthorized":
      return "not authorized";
    case "redirected":
      return "redirected, not followed";
    case "rate-limited":
      return `rate limit reached, not ${done}`;
    case "not-sent":
      return "not sent";
    case "not-found":
      return action === "create" ? "no response, not in the account" : `no response, not ${done}`;
    case "cancelled":
      return "canceled, not sent";
  }
}

const DONE: Readonly<Record<Action, string>> = {
  create: "created",
  start: "started",
  stop: "stopped",
  update: "updated",
};
