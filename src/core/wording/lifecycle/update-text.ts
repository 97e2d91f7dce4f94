import type { Comparison } from "../../comparison/compare";
import type { Omission } from "../../comparison/omission";
import type { Connection } from "../../connection/connection";
import { environmentOf } from "../../connection/environment";
import {
  isAsExpected,
  isUpdated,
  type ReadBack,
  type UpdateBlocked,
  type UpdateQuestion,
  type UpdateRefused,
} from "../../lifecycle/run-update";
import type { AccountCampaign } from "../../platform/existing/get-campaign";
import type { Outcome } from "../../platform/outcome";
import { minuteOf } from "../../text/local-time";
import { visibleLine } from "../../text/visible";
import { damageText } from "../blocked";
import type { Confirmation } from "../confirmation";
import { DEEDS } from "../deed-text";
import { describeFailure, type OutcomeText } from "../outcome-text";
import { connectionLines, labeledLines } from "../labeled-lines";
import type { Place } from "../place";
import { readFailure } from "../read-failure";
import { changedText, countOf, differenceText, notComparedText, omissionText } from "./comparison-text";

const { none, done } = DEEDS.update;
const NOT_SENT = `Not sent: ${none}.`;

/** What a person reads before a campaign is updated: exactly the differences. Never holds the credential. */
export function updateConfirmation(
  connection: Connection,
  question: UpdateQuestion,
): Omit<Confirmation, "duplicate"> {
  const { campaign, differences, omitted } = question;
  const reach = environmentOf(connection);
  const account = visibleLine(connection.name, 60);
  const where = reach === "practice" ? "on the practice server" : `in ${account}`;
  const asked = `Update “${visibleLine(campaign.name, 100)}” ${where}?`;
  return {
    question: reach === "production" ? `This campaign calls real people. ${asked}` : asked,
    button: reach === "production" ? `Update in ${account}…` : "Update Campaign",
    ...(reach === "production" ? { nameToType: campaign.name.trim() } : {}),
    hasWarnings: omitted.length > 0,
    detail: [
      // What changes comes first: a small window does not show everything.
      lines([
        `The file's values replace those of the account. ${countOf(differences)} will change:`,
        ...shortened(differences.map(differenceText)),
      ]),
      ...(omitted.length === 0
        ? []
        : [lines([`${omittedFact(omitted)}:`, ...omitted.map((one) => `- ${omissionText(one)}`)])]),
      lines([
        ...[notComparedText(question)].filter((text) => text !== undefined),
        "The platform may not apply every change. The campaign is read again afterwards.",
      ]),
      labeledLines([
        ["Campaign", campaign.name],
        ["ID", campaign.id],
        ...(campaign.state === undefined ? [] : [["State", campaign.state] as const]),
      ]),
      labeledLines(connectionLines(connection)),
    ].join("\n\n"),
  };
}

function omittedFact(omitted: readonly Omission[]): string {
  return `The file omits ${countOf(omitted)} that the account has, and the platform may reset ${omitted.length === 1 ? "it" : "them"}`;
}

const MAX_LINES = 40;

function shortened(texts: readonly string[]): string[] {
  const more = texts.length - MAX_LINES;
  return [
    ...texts.slice(0, MAX_LINES).map((text) => `- ${text}`),
    ...(more > 0 ? [`- and ${more} more. Run campaign-json diff to see all.`] : []),
  ];
}

/** The outcome of an update. `after` is what the account had afterwards. */
export function describeUpdate(
  outcome: Outcome,
  campaignId: string,
  place: Place,
  after?: ReadBack,
): OutcomeText {
  const headline = `Campaign updated: ${visibleLine(campaignId, 60)}.`;
  if (outcome.kind === "accepted")
    return { headline, explanation: readBackText(after), nextStep: afterUpdate(after) };
  if (isUpdated(outcome, after))
    return {
      headline,
      explanation: `The response was lost or unclear, so the campaign was read. ${readBackText(after)}`,
      nextStep: afterUpdate(after),
    };
  const text = describeFailure(outcome, place, "update");
  if (outcome.kind !== "unknown" || after === undefined) return text;
  return { ...text, explanation: `${text.explanation} ${readBackText(after)}` };
}

/** What was read after the request, as sentences. */
function readBackText(after: ReadBack | undefined): string {
  if (after === undefined) return "";
  if (after.kind === "unread")
    return `Whether the platform applied every value is unknown, because the campaign could not be read: ${readFailure(after.outcome)}.`;
  const applied =
    after.differences.length === 0
      ? "The account has every value of the file that it returns."
      : `${countOf(after.differences)} of the account still ${after.differences.length === 1 ? "differs" : "differ"} from the file.`;
  return [applied, ...after.changed.map(changedText)].join(" ");
}

function afterUpdate(after: ReadBack | undefined): string {
  if (isAsExpected(after)) return "Nothing else to do.";
  if (after?.kind === "read" && after.changed.length > 0)
    return "Restore the changed values in the platform, and add them to the file.";
  return after?.kind === "read"
    ? "The platform changes only some values of an existing campaign: change the others there."
    : "Compare the file with the account.";
}

/** The account has the file's values already. */
export function describeUpToDate(campaign: AccountCampaign, comparison: Comparison): OutcomeText {
  const unseen = notComparedText(comparison);
  return {
    headline: `The campaign is up to date: ${visibleLine(campaign.id, 60)}.`,
    explanation: ["The account has every value of the file that it returns. Nothing was sent.", unseen]
      .filter((text) => text !== undefined)
      .join(" "),
    nextStep:
      unseen === undefined
        ? "Nothing else to do."
        : "If you changed one of these values, change it in the platform.",
  };
}

/** Why nothing was sent, from the campaign itself. */
export function describeUpdateRefusal(refused: UpdateRefused): OutcomeText {
  if (refused.why === "omitted") {
    const { omitted } = refused;
    return {
      headline: NOT_SENT,
      explanation: `${omittedFact(omitted)}.`,
      nextStep: `Add ${omitted.length === 1 ? "it" : "them"} to the file: campaign-json pull shows ${omitted.length === 1 ? "it" : "them"}.`,
    };
  }
  const { state } = refused.campaign;
  const [explanation, nextStep] = REFUSALS[refused.why];
  const shown = state === undefined ? "" : `Its state is "${visibleLine(state, 40)}". `;
  return { headline: NOT_SENT, explanation: `${shown}${explanation}`, nextStep };
}

const REFUSALS: Readonly<
  Record<Exclude<UpdateRefused["why"], "omitted">, readonly [explanation: string, nextStep: string]>
> = {
  active: [
    "The platform does not change a campaign while it is active.",
    "Wait until it is completed. A stopped campaign calls everyone on its lists again when it is started.",
  ],
  "unknown-state": [
    "The response contains no state, so the campaign may be active.",
    "Look at the campaign in the platform.",
  ],
  changed: [
    "The campaign changed in the account after it was read, so the differences may be others now.",
    "Check who changed it, then try again.",
  ],
};

/** The campaign could not be read, so nothing was sent. */
export function describeUpdateUnread(outcome: Outcome): OutcomeText {
  return {
    headline: NOT_SENT,
    explanation: `The campaign could not be read: ${readFailure(outcome)}.`,
    nextStep: "Fix that, then try again.",
  };
}

/** Why nothing was sent, from the log on this computer. */
export function describeUpdateBlocked(by: UpdateBlocked, keptIn?: string): OutcomeText {
  switch (by.kind) {
    case "under-way":
      return {
        headline: NOT_SENT,
        explanation: `Another window or process on this computer has been changing this campaign since ${minuteOf(by.entry.at)}.`,
        nextStep:
          "Wait until it ends, then try again. If that window or process is gone, the lock expires in half a minute.",
      };
    case "unresolved":
      return {
        headline: `Unknown: nothing was sent now, but the campaign may have been ${done} before.`,
        explanation: `An update on ${minuteOf(by.entry.at)} from this computer had no response. The account does not have the file's values yet, and the update may still take effect.`,
        nextStep: `Try again after ${minuteOf(by.lookAgainAt)}: the campaign is then read again.`,
      };
    case "damaged":
      return {
        headline: NOT_SENT,
        explanation: damageText(by.damage, keptIn),
        nextStep: "Compare the file with the account, then try again.",
      };
    case "full":
      return {
        headline: NOT_SENT,
        explanation: "The submission log is full of unresolved entries.",
        nextStep: "Look some of them up first.",
      };
    case "not-noted":
      return {
        headline: NOT_SENT,
        explanation: `The request could not be recorded, and without a record its outcome could be lost. ${visibleLine(by.detail, 500)}`,
        nextStep: "Fix that, then try again.",
      };
    case "unreadable":
      return {
        headline: NOT_SENT,
        explanation: `The submission log could not be read. ${visibleLine(by.detail, 500)}`,
        nextStep: "Fix that, then try again.",
      };
  }
}

function lines(texts: readonly string[]): string {
  return texts.join("\n");
}
