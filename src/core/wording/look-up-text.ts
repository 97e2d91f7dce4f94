import type { LedgerEntry } from "../ledger/entry";
import type { CannotTell } from "../platform/find-campaign";
import type { Finding } from "../submission/settle";
import { minuteOf, secondOf } from "../text/local-time";
import { visibleLine } from "../text/visible";
import type { Place } from "./place";
import { readFailure } from "./read-failure";

export interface DoubtText {
  /** Why the look-up was inconclusive: a clause without its full stop. */
  readonly reason: string;
  readonly nextStep: string;
}

/** Why a look-up in the account did not show whether a submission was created, and what to do. */
export function describeDoubt(doubt: CannotTell, { campaign }: LedgerEntry, place: Place): DoubtText {
  const reason = reasonOf(doubt);
  if (place === "editor")
    return { reason, nextStep: "Don't send it again until you have looked in the account." };
  const check = `Look in the account for a campaign named “${visibleLine(campaign, 100)}” created at about that time. If it is not there, run the same command with --looked-up.`;
  switch (doubt.why) {
    case "unavailable":
      return { reason, nextStep: `Fix that and run the same command again. Or: ${check}` };
    case "incomplete":
      return { reason, nextStep: check };
    case "other-time":
      return {
        reason,
        nextStep: "Look at it in the account. If it is not this one, run the same command with --looked-up.",
      };
    case "too-soon":
      return { reason, nextStep: `Run the same command again after ${secondOf(doubt.lookAgainAt)}.` };
  }
}

function reasonOf(doubt: CannotTell): string {
  switch (doubt.why) {
    case "unavailable":
      return readFailure(doubt.outcome);
    case "incomplete":
      return "the account has more campaigns than could be read";
    case "other-time": {
      const ids = doubt.campaigns.map(({ id }) => visibleLine(id, 60)).join(", ");
      const [{ createdAt }, ...others] = doubt.campaigns;
      const when = createdAt === undefined ? "at an unknown time" : `on ${minuteOf(createdAt)}`;
      return others.length === 0
        ? `the account has a campaign of that name, created ${when} (${ids})`
        : `the account has campaigns of that name, created at other times (${ids})`;
    }
    case "too-soon":
      return "it is not in the account, but the platform may still be creating it";
  }
}

/** For a notification. */
export function doubtInShort(entry: LedgerEntry, doubt: CannotTell): string {
  const { reason, nextStep } = describeDoubt(doubt, entry, "editor");
  return `Couldn't determine whether ${nameOf(entry)} was created: ${reason}. ${nextStep}`;
}

/** What is known now about a submission without a response. In a terminal, its campaign is being submitted again. */
export function settledText(entry: LedgerEntry, finding: Finding, place: Place): string {
  return place === "editor" ? settledInEditor(entry, finding) : settledInTerminal(entry, finding);
}

function settledInEditor(entry: LedgerEntry, finding: Finding): string {
  switch (finding.kind) {
    case "person":
      return `${nameOf(entry)} is marked as ${finding.created ? "created" : "not created"}.`;
    case "not-found":
      return `${nameOf(entry)} is not in the account, so it was not created. It can be sent again.`;
    case "found": {
      const [{ id, state = "unknown state" }, ...others] = finding.campaigns;
      const created = `${nameOf(entry)} was created: ${visibleLine(id, 60)}, ${visibleLine(state, 40)}. Don't send it again.`;
      return others.length === 0
        ? created
        : `${created} The account has ${others.length + 1} campaigns of that name from these minutes. Check whether it was created twice.`;
    }
  }
}

function settledInTerminal(entry: LedgerEntry, finding: Finding): string {
  const sent = `${sentWithoutResponse(entry)}.`;
  switch (finding.kind) {
    case "person":
      return `${sent} It was marked as ${finding.created ? "created" : "not created"}.`;
    case "not-found":
      return `${sent} A look-up did not find it in the account.`;
    case "found":
      return `${sent} A look-up found it in the account.`;
  }
}

/** For a notification: a finding that could not be saved still decides whether the person may send the campaign again. */
export function notSavedText(entry: LedgerEntry, { kind }: Finding, detail: string): string {
  const found = {
    found: "is in the account",
    "not-found": "is not in the account",
    person: "was not marked",
  }[kind];
  return `${nameOf(entry)} ${found}. This couldn't be saved, so you'll be asked again. ${visibleLine(detail, 500)}`;
}

/** "This campaign was sent to this account on … and got no response". A clause without its full stop. */
export function sentWithoutResponse({ at, file }: LedgerEntry): string {
  return `This campaign was sent to this account on ${minuteOf(at)} from ${visibleLine(file, 200)} and got no response`;
}

function nameOf({ campaign }: LedgerEntry): string {
  return `“${visibleLine(campaign, 100)}”`;
}
