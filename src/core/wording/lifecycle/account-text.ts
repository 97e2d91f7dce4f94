import type { FoundTarget } from "../../lifecycle/find-target";
import type { ListedCampaign } from "../../platform/list-campaigns";
import type { PolledState } from "../../platform/poll-status";
import type { Outcome } from "../../platform/outcome";
import { visibleLine } from "../../text/visible";
import type { OutcomeText } from "../outcome-text";
import { readFailure } from "../read-failure";
import { campaignText } from "./comparison-text";

/** `text` is the id or the name that a person gave. */
export function describeMissing(text: string): OutcomeText {
  return {
    headline: "Rejected: unknown campaign.",
    explanation: `The account has no voice campaign with the id or the name “${visibleLine(text, 100)}”. Nothing was changed.`,
    nextStep:
      "Check the spelling, the account and the stream. List the campaigns to see their names and ids.",
  };
}

/** The account has more campaigns than were read. */
export function describeIncomplete(text: string): OutcomeText {
  return {
    headline: "Unknown campaign: nothing was changed.",
    explanation: `Could not determine which campaign “${visibleLine(text, 100)}” is: the account has more campaigns than could be read.`,
    nextStep: "Pass the id of the campaign.",
  };
}

/** The account lacks the campaign that the log has for a file, so the name decided. */
export function goneText(goneId: string, found: Pick<ListedCampaign, "id" | "name" | "state">): string {
  return `The account no longer has the campaign ${visibleLine(goneId, 60)} of this file, so the one with its name is used: ${campaignText(found)}.`;
}

/** For example "The account has 2 campaigns named “Spring”: cd-1 (Ready), cd-2 (Stopped). Pass one of these ids." */
export function describeAmbiguous({
  campaigns,
}: Extract<FoundTarget, { readonly kind: "ambiguous" }>): string {
  const ids = campaigns.map(
    ({ id, state }) => `${visibleLine(id, 60)}${state === undefined ? "" : ` (${visibleLine(state, 40)})`}`,
  );
  const name = visibleLine(campaigns[0]?.name ?? "", 100);
  return `The account has ${campaigns.length} campaigns named “${name}”: ${ids.join(", ")}. Pass one of these ids.`;
}

/** The account could not be read. */
export function describeUnreadAccount(outcome: Outcome): OutcomeText {
  return {
    headline: "The account could not be read: nothing was changed.",
    explanation: `The reason: ${readFailure(outcome)}.`,
    nextStep: "Fix that, then try again. The command doctor finds the cause.",
  };
}

/** The state as it was read. */
export function describeState(campaignId: string, name: string, state: string): OutcomeText {
  return {
    headline: `${visibleLine(name, 100)} (${visibleLine(campaignId, 60)}): ${visibleLine(state, 40)}.`,
    explanation: MEANINGS.get(state.trim().toLowerCase()) ?? "",
    nextStep: "",
  };
}

/** The wait for the state ended without a settled one. */
export function describeUnsettled(
  campaignId: string,
  end: Exclude<PolledState, { readonly kind: "settled" | "cancelled" }>,
): OutcomeText {
  const why =
    end.kind === "still-preparing"
      ? 'Its state was still "Preparing" when the time ran out'
      : `Its state could not be read: ${readFailure(end.outcome)}`;
  return {
    headline: `Unknown: the state of ${visibleLine(campaignId, 60)} is not settled.`,
    explanation: `${why}. Nothing was changed.`,
    nextStep: "Run the same command again.",
  };
}

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ["preparing", "The platform is still preparing it, so no calls are made yet."],
  ["ready", "It makes no calls until it is started."],
  ["scheduled", "It starts by its schedule."],
  ["active", "It calls people in its calling hours."],
  ["stopped", "It makes no calls. A start calls everyone on its lists again, from the beginning."],
  ["completed", "It has ended. A start calls everyone on its lists again, from the beginning."],
]);
