import type { Damage } from "../ledger/ledger";
import type { Blocked } from "../submission/run";
import { minuteOf } from "../text/local-time";
import { visibleLine } from "../text/visible";
import { describeDuplicate } from "./earlier-text";
import { describeDoubt, sentWithoutResponse } from "./look-up-text";
import type { OutcomeText } from "./outcome-text";
import type { Place } from "./place";

export interface BlockedContext {
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where the damaged log was kept. */
  readonly keptIn?: string | undefined;
}

/** Why nothing was sent and what to do, for the person who wanted to submit. */
export function describeBlocked(by: Blocked, context: BlockedContext): OutcomeText {
  const { place, now, keptIn } = context;
  const headline = place === "editor" ? "Not sent." : "Not sent: nothing was created.";
  const again = AGAIN[place];
  switch (by.kind) {
    case "under-way":
      return {
        headline,
        explanation: `This campaign is already being submitted to this account: from ${visibleLine(by.entry.file, 200)}, since ${minuteOf(by.entry.at)}.`,
        nextStep:
          "Wait until that submission ends, then check its outcome. If its window or process is gone, the lock expires in half a minute.",
      };
    case "unresolved":
      return {
        headline:
          place === "editor"
            ? headline
            : "Unknown: nothing was sent now, but the campaign may have been created before.",
        ...describeUnresolved(by, place),
      };
    case "meanwhile":
      return {
        headline,
        explanation: `${describeDuplicate(by.prior, now)}. This run started before that, so --yes does not cover it.`,
        nextStep: `Check both campaigns. To create this one too, ${again}.`,
      };
    case "damaged":
      return {
        headline,
        explanation: damageText(by.damage, keptIn),
        nextStep: `Check the account for this campaign. If it is not there, ${again}.`,
      };
    case "full":
      return {
        headline,
        explanation: "The submission log is full of unresolved entries.",
        nextStep: {
          editor: "Look some of them up first, in Campaign Submissions.",
          terminal:
            "Submit some of those files again: each is looked up first. Or resolve them in the editor, in Campaign Submissions.",
        }[place],
      };
    case "not-noted":
      return {
        headline,
        explanation: `The submission could not be recorded, and without a record it could be sent twice. ${visibleLine(by.detail, 500)}`,
        nextStep: FIX_THE_DISK[place],
      };
    case "unreadable":
      return {
        headline,
        explanation: `The submission log could not be read, and without it the campaign could be sent twice. ${visibleLine(by.detail, 500)}`,
        nextStep: FIX_THE_DISK[place],
      };
  }
}

/** The same for a notification. */
export function blockedInShort(by: Blocked, now: number): string {
  const { headline, explanation, nextStep } = describeBlocked(by, { place: "editor", now });
  return `${headline} ${explanation} ${nextStep}`;
}

/** `keptIn` is the copy of the damaged log, or its folder. */
export function damageText({ unreadable, readable }: Damage, keptIn: string | undefined): string {
  const lines = unreadable === 1 ? "1 line" : `${unreadable} lines`;
  return [
    `The submission log was damaged: ${lines} could not be read, so it may not show an earlier request.`,
    `${readable === 1 ? "1 entry was" : `${readable} entries were`} kept.`,
    ...(keptIn === undefined ? [] : [`A copy of the damaged log is in ${keptIn}.`]),
  ].join(" ");
}

function describeUnresolved(
  { entry, doubt }: Extract<Blocked, { readonly kind: "unresolved" }>,
  place: Place,
): Omit<OutcomeText, "headline"> {
  const sent = `${sentWithoutResponse(entry)}, so it may have been created.`;
  if (doubt === undefined)
    return { explanation: sent, nextStep: "Check whether it was created before you submit it again." };
  const { reason, nextStep } = describeDoubt(doubt, entry, place);
  return { explanation: `${sent} The look-up was inconclusive: ${reason}.`, nextStep };
}

const FIX_THE_DISK: Readonly<Record<Place, string>> = {
  editor: "Fix that, then submit again.",
  terminal: "Fix that, or set CAMPAIGN_JSON_LEDGER to another folder. Then run the same command again.",
};

const AGAIN: Readonly<Record<Place, string>> = {
  editor: "submit it again",
  terminal: "run the same command again",
};
