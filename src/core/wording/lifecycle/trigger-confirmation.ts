import type { Campaign } from "../../campaign/generated/campaign";
import type { Connection } from "../../connection/connection";
import { environmentOf } from "../../connection/environment";
import type { Question } from "../../lifecycle/next-step";
import type { ListedCampaign } from "../../platform/list-campaigns";
import type { Trigger } from "../../platform/existing/trigger-campaign";
import { minuteOf } from "../../text/local-time";
import { visibleLine } from "../../text/visible";
import { summaryOf } from "../calling-summary";
import type { Confirmation } from "../confirmation";
import { connectionLines, labeledLines, type LabeledLine } from "../labeled-lines";

export interface TriggerToConfirm {
  readonly trigger: Trigger;
  readonly connection: Connection;
  readonly target: ListedCampaign;
  readonly question: Question;
  /** The campaign's file, if one is known: for its calling hours. */
  readonly campaign?: Campaign;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a person reads before a campaign is started or stopped. Never holds the credential. */
export function triggerConfirmation(toConfirm: TriggerToConfirm): Omit<Confirmation, "duplicate"> {
  const { trigger, connection, target, question, campaign, now } = toConfirm;
  const reach = environmentOf(connection);
  const account = visibleLine(connection.name, 60);
  const where = reach === "practice" ? "on the practice server" : `in ${account}`;
  const verb = trigger === "start" ? "Start" : "Stop";
  const asked = `${verb} “${visibleLine(target.name, 100)}” ${where}?`;
  const callsPeople = reach === "production" && trigger === "start";
  return {
    question: callsPeople ? `Real people will be called. ${asked}` : asked,
    button: reach === "production" ? `${verb} in ${account}…` : `${verb} Campaign`,
    ...(reach === "production" ? { nameToType: target.name.trim() } : {}),
    detail: [
      ...warningLines(trigger, question),
      // Who is called, and when, comes first: a small window does not show everything.
      labeledLines([
        ["State", question.state],
        ["Contact lists", target.contactLists.join(", ") || "not in the response"],
        ...hoursOf(trigger, campaign, now),
        ...(target.mode === undefined ? [] : [["Dialing mode", target.mode] as const]),
        ...(target.queue === undefined ? [] : [["Queue", target.queue] as const]),
        ["Campaign", target.name],
        ["ID", target.id],
      ]),
      labeledLines(connectionLines(connection)),
    ].join("\n\n"),
  };
}

/** From the file, which may differ from the account. */
function hoursOf(trigger: Trigger, campaign: Campaign | undefined, now: number): LabeledLine[] {
  if (campaign === undefined) return trigger === "start" ? [["Calling hours", HOURS_UNKNOWN]] : [];
  return summaryOf(campaign, now)
    .filter(([label]) => label === "Calling hours" || label === "Opening")
    .map(([label, text]) => [`${label} in the file`, text] as const);
}

/** The list of campaigns does not contain them. */
const HOURS_UNKNOWN =
  "not known here, without a valid file of this campaign. To see them, open it as a file first.";

function warningLines(trigger: Trigger, { again, isUnknownState, unresolved }: Question): string[] {
  const warnings = [
    ...(again ? [CALLS_AGAIN] : []),
    ...(unresolved === undefined
      ? []
      : [
          `It was started on ${minuteOf(unresolved.at)} from this computer, without a response. The start may still take effect, and then people are called twice.`,
        ]),
    ...(isUnknownState ? ["The documentation does not have this state."] : []),
    ...(trigger === "stop" ? [STOP_IS_NOT_PAUSE] : []),
  ];
  return warnings.length === 0 ? [] : [warnings.map((text) => `⚠ ${text}`).join("\n")];
}

/** From the vendor's guide: a rerun starts from the beginning of the list, with no data carried over. */
export const CALLS_AGAIN =
  "It ran before. Starting it calls everyone on its lists again, from the beginning.";
const STOP_IS_NOT_PAUSE =
  "Stopping is not pausing: a later start calls everyone on its lists again, from the beginning.";
