import type { Campaign } from "../../campaign/generated/campaign";
import type { Connection } from "../../connection/connection";
import { environmentOf } from "../../connection/environment";
import type { AccountValues } from "../../comparison/account-values";
import type { TriggerQuestion } from "../../lifecycle/run";
import { dialingPlanOf } from "../../lint/dialing-plan";
import type { ListedCampaign } from "../../platform/list-campaigns";
import type { Trigger } from "../../platform/existing/trigger-campaign";
import { isList } from "../../text/json-guards";
import { minuteOf } from "../../text/local-time";
import { visibleLine } from "../../text/visible";
import { namesOf } from "../../zones/names";
import { dialingLines } from "../calling-summary";
import type { Confirmation } from "../confirmation";
import { connectionLines, labeledLines, type LabeledLine } from "../labeled-lines";
import { readFailure } from "../read-failure";

export interface TriggerToConfirm {
  readonly trigger: Trigger;
  readonly connection: Connection;
  readonly target: ListedCampaign;
  readonly question: TriggerQuestion;
  /** The campaign's file, if one is known: for its calling hours, where the account does not return them. */
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
  const name = textIn(question.values, "name") ?? target.name;
  const mode = textIn(question.values, "dialingMode") ?? target.mode;
  const asked = `${verb} “${visibleLine(name, 100)}” ${where}?`;
  const warnings = warningsOf(trigger, question);
  const callsPeople = reach === "production" && trigger === "start";
  return {
    question: callsPeople ? `Real people will be called. ${asked}` : asked,
    button: reach === "production" ? `${verb} in ${account}…` : `${verb} Campaign`,
    ...(reach === "production" ? { nameToType: name.trim() } : {}),
    hasWarnings: warnings.length > 0,
    detail: [
      ...(warnings.length === 0 ? [] : [warnings.map((text) => `⚠ ${text}`).join("\n")]),
      // Who is called, and when, comes first: a small window does not show everything.
      labeledLines([
        ["State", question.state],
        ["Contact lists", listsOf(question, target)],
        ...(trigger === "stop" ? [] : hoursOf(question, campaign, now)),
        ...(mode === undefined ? [] : [["Dialing mode", mode] as const]),
        ...(target.queue === undefined ? [] : [["Queue", target.queue] as const]),
        ["Campaign", name],
        ["ID", target.id],
      ]),
      labeledLines(connectionLines(connection)),
    ].join("\n\n"),
  };
}

function textIn(values: AccountValues | undefined, key: string): string | undefined {
  const value = values?.[key];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** As they are now, or else as they were when the campaign was found. */
function listsOf({ values, unread }: TriggerQuestion, { contactLists }: ListedCampaign): string {
  const now = values?.["contactLists"];
  if (isList(now)) return now.join(", ") || "none";
  const found = contactLists.join(", ") || "not in the response";
  return unread === undefined ? found : `${found} (when the campaign was found)`;
}

/** From the account, or else from the file, which may differ from the account. */
function hoursOf(
  { values, unread }: TriggerQuestion,
  campaign: Campaign | undefined,
  now: number,
): readonly LabeledLine[] {
  const inAccount = values === undefined ? {} : dialingPlanOf(values);
  if (inAccount.callingHours !== undefined) return dialingLines(inAccount, namesOf, now);
  const why =
    unread === undefined
      ? "the account did not return valid ones"
      : `the campaign could not be read (${readFailure(unread)})`;
  const inFile = campaign === undefined ? [] : dialingLines(campaign.dialingStrategy, namesOf, now);
  return [
    ["Calling hours", `unknown, because ${why}`],
    ...inFile.map(([label, text]) => [`${label} in the file`, text] as const),
  ];
}

function warningsOf(trigger: Trigger, { again, isUnknownState, unresolved }: TriggerQuestion): string[] {
  return [
    ...(again ? [CALLS_AGAIN] : []),
    ...(unresolved === undefined
      ? []
      : [
          `It was started on ${minuteOf(unresolved.at)} from this computer, without a response. The start may still take effect, and then people are called twice.`,
        ]),
    ...(isUnknownState ? ["The documentation does not have this state."] : []),
    ...(trigger === "stop" ? [STOP_IS_NOT_PAUSE] : []),
  ];
}

/** From the vendor's guide: a rerun starts from the beginning of the list, with no data carried over. */
export const CALLS_AGAIN =
  "It ran before. Starting it calls everyone on its lists again, from the beginning.";
const STOP_IS_NOT_PAUSE =
  "Stopping is not pausing: a later start calls everyone on its lists again, from the beginning.";
