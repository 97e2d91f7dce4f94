import type { CannotTell } from "../platform/find-campaign";
import { minuteOf, secondOf } from "../text/local-time";
import { duplicateInWords } from "./earlier-text";
import { readFailure } from "./read-failure";
import type { HttpRequest } from "../platform/transport";
import { visibleLine } from "../text/visible";
import type { LedgerEntry } from "../ledger/entry";
import type { Damage, EarlierSubmission } from "../ledger/ledger";

/** Nothing was sent this time, and why. What "not-sent" and "unknown" promise of an outcome, they promise here. */
export interface Held {
  readonly outcome: "not-sent" | "unknown";
  /**
   * - `under-way`: the same is being submitted at this moment
   * - `unresolved`: the same was submitted, and its outcome is unknown
   * - `submitted-meanwhile`: another campaign of this name was submitted after this run started
   * - `damaged`, `full`, `not-noted`: the ledger
   * - `name-not-looked-up`: `--unless-exists` found out nothing
   */
  readonly reason:
    | "under-way"
    | "unresolved"
    | "submitted-meanwhile"
    | "damaged"
    | "full"
    | "not-noted"
    | "name-not-looked-up";
  readonly explanation: string;
  readonly nextStep: string;
}

export interface HeldReport extends Held {
  readonly kind: "held";
  readonly request: HttpRequest;
}

export function headlineOf({ outcome }: Held): string {
  return outcome === "not-sent"
    ? "Not sent: nothing was created."
    : "Unknown: nothing was sent now, but the campaign may have been created before.";
}

export function underWay({ at, file }: LedgerEntry): Held {
  return {
    outcome: "not-sent",
    reason: "under-way",
    explanation: `Exactly this campaign is being submitted to this account at this moment: from ${visibleLine(file)}, since ${minuteOf(at)}.`,
    nextStep:
      "Wait until it has ended, then check its outcome. If the process that sent it is gone, the lock expires in half a minute.",
  };
}

export function submittedMeanwhile(prior: EarlierSubmission, now: number): Held {
  return {
    outcome: "not-sent",
    reason: "submitted-meanwhile",
    explanation: `${duplicateInWords(prior, now)}. This run started before that, so --yes does not cover it.`,
    nextStep: "Check both campaigns. If this one is to be created too, run the same command again.",
  };
}

export function ledgerDamaged(damage: Damage, keptIn: string | undefined): Held {
  return {
    outcome: "not-sent",
    reason: "damaged",
    explanation: damageInWords(damage, keptIn),
    nextStep: "Look in the account whether this campaign is there. If it is not, run the same command again.",
  };
}

export function damageInWords({ unreadable, readable }: Damage, keptIn: string | undefined): string {
  const lines = unreadable === 1 ? "1 line" : `${unreadable} lines`;
  return [
    `The record of submissions was damaged: ${lines} of it could not be read, so it may not know of an earlier submission.`,
    `${readable === 1 ? "1 entry was" : `${readable} entries were`} kept.`,
    ...(keptIn === undefined ? [] : [`What it held is in ${keptIn}.`]),
  ].join(" ");
}

export const ledgerFull: Held = {
  outcome: "not-sent",
  reason: "full",
  explanation: "The submission log is full of unresolved entries.",
  nextStep:
    "Submit some of those files again: each is looked up first. Or resolve them in the editor, in Campaign Submissions.",
};

export function notNoted(detail: string): Held {
  return {
    outcome: "not-sent",
    reason: "not-noted",
    explanation: `The submission could not be recorded, and without a record it could be sent twice. ${visibleLine(detail, 500)}`,
    nextStep: "Fix that, or set CAMPAIGN_JSON_LEDGER to another folder, and run the same command again.",
  };
}

/** `--unless-exists` without an answer. `why` is a clause. */
export function nameNotLookedUp(why: string): Held {
  return {
    outcome: "not-sent",
    reason: "name-not-looked-up",
    explanation: `Whether the account has a campaign of this name could not be found out: ${why}.`,
    nextStep: "Put that right and run the same command again, or leave --unless-exists out.",
  };
}

export function unresolved({ at, file, campaign }: LedgerEntry, doubt: CannotTell): Held {
  const sent = `Exactly this campaign was sent to this account on ${minuteOf(at)} from ${visibleLine(file)}, and no answer was noted.`;
  const look = `Look in the account for a campaign named “${visibleLine(campaign, 100)}” made at about that time.`;
  const [found, nextStep] = doubtInWords(doubt, look);
  return { outcome: "unknown", reason: "unresolved", explanation: `${sent} ${found}`, nextStep };
}

const UNLESS_THERE = "If it is not there, run the same command with --looked-up.";

function doubtInWords(doubt: CannotTell, look: string): readonly [found: string, nextStep: string] {
  switch (doubt.why) {
    case "unavailable":
      return [
        `It could not be looked up: ${readFailure(doubt.outcome)}.`,
        `Run the same command again when that is put right. Or: ${look} ${UNLESS_THERE}`,
      ];
    case "incomplete":
      return ["The account has more campaigns than could be read.", `${look} ${UNLESS_THERE}`];
    case "other-time": {
      const ids = doubt.campaigns.map(({ id }) => visibleLine(id, 60)).join(", ");
      return [
        `The account has a campaign of that name, made at another time: ${ids}.`,
        `Look at it in the account. If it is not this one, run the same command with --looked-up.`,
      ];
    }
    case "too-soon": {
      const time = secondOf(doubt.lookAgainAt);
      return [
        "It is not in the account, but the platform may still be creating it.",
        `Run the same command again after ${time}.`,
      ];
    }
  }
}
