import type { Refusal } from "../../lifecycle/next-step";
import type { TriggerBlocked, TriggerEnd } from "../../lifecycle/run";
import type { Trigger } from "../../platform/existing/trigger-campaign";
import type { Outcome } from "../../platform/outcome";
import { minuteOf } from "../../text/local-time";
import { visibleLine } from "../../text/visible";
import { damageText } from "../blocked";
import { DEEDS } from "../deed-text";
import { describeFailure, type OutcomeText } from "../outcome-text";
import { CALLS_AGAIN } from "./trigger-confirmation";
import type { Place } from "../place";
import { readFailure } from "../read-failure";

export interface TriggerContext {
  readonly trigger: Trigger;
  readonly place: Place;
  readonly campaignId: string;
}

/**
 * The outcome of a start or a stop. `url` is where the request went; its path is shown if the address may be the reason.
 * `proof` is the state that proves the effect of a request without a clear response.
 */
export function describeTrigger(
  outcome: Outcome,
  url: string,
  { trigger, place, campaignId }: TriggerContext,
  proof?: string,
): OutcomeText {
  const id = visibleLine(campaignId, 60);
  const headline = `Campaign ${DEEDS[trigger].done}: ${id}.`;
  if (outcome.kind === "accepted")
    return { headline, explanation: stateIs(outcome.state), nextStep: AFTER[trigger] };
  if (proof !== undefined)
    return {
      headline,
      explanation: `The response was lost or unclear, so the state was read. ${stateIs(proof)}`,
      nextStep: AFTER[trigger],
    };
  const text = describeFailure(outcome, place, trigger);
  if (outcome.kind !== "rejected" || (outcome.httpStatus !== 404 && outcome.httpStatus !== 405)) return text;
  return { ...text, explanation: `${text.explanation} The request went to ${pathOf(url)}.` };
}

/** It was in the wanted state already. */
export function describeReached({ trigger, campaignId }: TriggerContext, state: string): OutcomeText {
  const shown = visibleLine(state, 40);
  return {
    headline:
      trigger === "start"
        ? `The campaign is already active: ${visibleLine(campaignId, 60)}.`
        : `The campaign is not running: ${visibleLine(campaignId, 60)}.`,
    explanation: `Its state is "${shown}". Nothing was sent.`,
    nextStep: trigger === "start" ? "Don't start it again." : "It makes no calls until it is started.",
  };
}

/** Why nothing was sent, from the campaign's state. */
export function describeRefusal(
  why: Refusal,
  state: string,
  { trigger, place }: TriggerContext,
): OutcomeText {
  const [explanation, nextStep] = REFUSALS[why];
  return {
    headline: `Not sent: ${DEEDS[trigger].none}.`,
    explanation: `Its state is "${visibleLine(state, 40)}". ${explanation}`,
    nextStep: nextStep[place],
  };
}

/** Something could not be read, so nothing was sent that changes the campaign. */
export function describeUnread(
  { outcome, what }: Extract<TriggerEnd, { readonly kind: "unread" }>,
  { trigger }: TriggerContext,
): OutcomeText {
  return {
    headline: `Not sent: ${DEEDS[trigger].none}.`,
    explanation: `${what === "state" ? "Its state could not be read" : "It could not be read again after the question"}: ${readFailure(outcome)}.`,
    nextStep: "Fix that, then try again.",
  };
}

/** Why nothing was sent, from the log on this computer. */
export function describeTriggerBlocked(
  by: TriggerBlocked,
  { trigger, place }: TriggerContext,
  keptIn?: string,
): OutcomeText {
  const { none, done } = DEEDS[trigger];
  const headline = `Not sent: ${none}.`;
  switch (by.kind) {
    case "under-way":
      return {
        headline,
        explanation: `Another window or process on this computer has been changing this campaign since ${minuteOf(by.entry.at)}.`,
        nextStep:
          "Wait until it ends, then read the state of the campaign. If that window or process is gone, the lock expires in half a minute.",
      };
    case "unresolved":
      return {
        headline: `Unknown: nothing was sent now, but the campaign may have been ${done} before.`,
        explanation: `It was ${done} on ${minuteOf(by.entry.at)} from this computer, without a response. Its state is "${visibleLine(by.state, 40)}", which does not show whether that had an effect.`,
        nextStep: UNRESOLVED[place],
      };
    case "damaged":
      return {
        headline,
        explanation: damageText(by.damage, keptIn),
        nextStep: "Read the state of the campaign, then try again.",
      };
    case "full":
      return {
        headline,
        explanation: "The submission log is full of unresolved entries.",
        nextStep: "Look some of them up first.",
      };
    case "not-noted":
      return {
        headline,
        explanation: `The request could not be recorded, and without a record it could be sent twice. ${visibleLine(by.detail, 500)}`,
        nextStep: FIX_THE_DISK[place],
      };
    case "unreadable":
      return {
        headline,
        explanation: `The submission log could not be read, and without it the request could be sent twice. ${visibleLine(by.detail, 500)}`,
        nextStep: FIX_THE_DISK[place],
      };
  }
}

function stateIs(state: string | undefined): string {
  return state === undefined ? "" : `Its state is "${visibleLine(state, 40)}".`;
}

/** Without the host, the account and the query. An address that cannot be parsed is not shown. */
function pathOf(url: string): string {
  return URL.canParse(url) ? visibleLine(new URL(url).pathname, 300) : "an invalid address";
}

const AFTER: Readonly<Record<Trigger, string>> = {
  start: "Don't start it again. It calls people in its calling hours until it is completed or stopped.",
  stop: "A later start calls everyone on its lists again, from the beginning.",
};

const REFUSALS: Readonly<
  Record<Refusal, readonly [explanation: string, nextStep: Readonly<Record<Place, string>>]>
> = {
  preparing: [
    "The platform is still preparing it.",
    {
      editor: "Try again when it is ready.",
      terminal: "Run the same command again in a minute, or with --wait.",
    },
  ],
  scheduled: [
    "It follows its schedule, so it can't be started or stopped by hand.",
    at("Disable its schedule in the platform first."),
  ],
  paused: [
    "The documentation does not describe whether starting it resumes it or calls everyone again.",
    at("Resume it in the platform."),
  ],
  "ran-before": [
    CALLS_AGAIN,
    {
      editor: "Start it again only if everyone is to be called again.",
      terminal: "To call everyone again on purpose, run the same command with --again.",
    },
  ],
  "unknown-state": [
    "The documentation does not have this state.",
    {
      editor: "Look at the campaign in the platform.",
      terminal: "Look at the campaign in the platform, or run the same command at a terminal without --yes.",
    },
  ],
  starting: [
    "But it was started from this computer a moment ago, without a response, so it may still become active.",
    at("Try again in a minute."),
  ],
  changed: ["The campaign changed after the confirmation.", at("Check who changed it, then try again.")],
};

const UNRESOLVED: Readonly<Record<Place, string>> = {
  editor: "Look at the campaign's calls in the platform before you start it again.",
  terminal:
    "Look at the campaign's calls in the platform. If there are none, run the same command at a terminal without --yes, or with --looked-up.",
};

const FIX_THE_DISK: Readonly<Record<Place, string>> = {
  editor: "Fix that, then try again.",
  terminal: "Fix that, or set CAMPAIGN_JSON_LEDGER to another folder. Then run the same command again.",
};

function at(nextStep: string): Readonly<Record<Place, string>> {
  return { editor: nextStep, terminal: nextStep };
}
