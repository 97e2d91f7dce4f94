import type { LedgerEntry } from "../ledger/entry";
import type { SubmissionStatus } from "../ledger/submission-status";
import { visibleLine } from "../text/visible";

/** For example "created, Ready". */
export function statusLabel(entry: LedgerEntry, status: SubmissionStatus): string {
  const state = entry.state === "pending" ? undefined : entry.campaignState;
  const label = describeStatus(status);
  return state === undefined ? label : `${label}, ${visibleLine(state, 40)}`;
}

function describeStatus(status: SubmissionStatus): string {
  switch (status) {
    case "accepted":
      return "created";
    case "found":
      return "found in the account";
    case "under-way":
      return "being sent";
    case "open":
      return "no response, may have been created";
    case "person":
      return "no response, resolved manually";
    case "rejected":
      return "rejected";
    case "unauthorized":
      return "not authorized";
    case "redirected":
      return "redirected, not followed";
    case "rate-limited":
      return "rate limit reached, not created";
    case "not-sent":
      return "not sent";
    case "not-found":
      return "no response, not in the account";
    case "cancelled":
      return "canceled, not sent";
  }
}
