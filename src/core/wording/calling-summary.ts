import type { DialingPlan } from "../hours/dialing-plan";
import type { CallingHours, Campaign } from "../campaign/generated/campaign";
import { namesOf } from "../zones/names";
import { describeOpening } from "../hours/describe-time";
import { nextOpening } from "../hours/next-opening";
import { describeCallingHours, minutesOf, toWeek } from "../hours/week";

/** One line of what a campaign will do, such as ["Caller ID", "+18165550100"]. */
export type SummaryLine = readonly [label: string, text: string];

/**
 * What a campaign will do, in plain words: what a person reads before saying yes.
 * @param now in milliseconds since 1970; without it nothing is said of when people are called next
 */
export function summaryOf(campaign: Campaign, now?: number): SummaryLine[] {
  const { dialingStrategy: strategy } = campaign;
  return [
    [campaign.contactLists.length === 1 ? "Contact list" : "Contact lists", campaign.contactLists.join(", ")],
    ...hoursLines(strategy.callingHours, namesOf, now),
    [
      "Attempts",
      `${attemptsText(strategy.maxAttemptsPerRecord, strategy.defaultRetryPeriod)}, ringing up to ${strategy.maxRingTime} s`,
    ],
    ["Caller ID", strategy.callerId.phoneNumber],
    ["Do-not-call list", campaign.dncLists.name],
    ["Dialing mode", modeText(campaign)],
    ...answeredBy(campaign),
    ["Order", `${strategy.dialingOrder}, priority ${campaign.priority}`],
    ["Campaign", campaign.name],
  ];
}

/** Who talks to the people who are called. Only agents of a Preview campaign can skip a contact. */
function answeredBy({ dialingMode, queue_name, experienceFlowName, maxSkips }: Campaign): SummaryLine[] {
  if (dialingMode === "Agentless")
    return experienceFlowName === undefined ? [] : [["Flow", experienceFlowName]];
  const skips = dialingMode === "Preview" && maxSkips !== undefined ? `, ${skipsText(maxSkips)}` : "";
  return queue_name === undefined ? [] : [["Queue", `${queue_name}${skips}`]];
}

function skipsText(skips: number): string {
  if (skips === 0) return "no skips";
  return skips === 1 ? "up to 1 skip" : `up to ${skips} skips`;
}

function modeText(campaign: Campaign): string {
  switch (campaign.dialingMode) {
    case "Preview":
      return "Preview: an agent sees each contact before the call";
    case "Progressive":
      return "Progressive: the dialer calls as soon as an agent is free";
    case "Agentless":
      return "Agentless: a flow handles the call, no agent is involved";
  }
}

/** "each contact up to 3 times, 10 min apart". */
export function attemptsText(attempts: number, retryMinutes: number): string {
  return attempts === 1
    ? "each contact once"
    : `each contact up to ${attempts} times, ${retryMinutes} min apart`;
}

/** The names of a time zone, the likeliest to be known first; none for a text that names no zone. */
export type ZoneNames = (zone: string) => readonly string[];

/**
 * When and how often a campaign calls, one line for each part that is known.
 * @param now in milliseconds since 1970; without it nothing is said of when people are called next
 */
export function dialingLines(calling: DialingPlan, names: ZoneNames, now?: number): SummaryLine[] {
  const { callingHours: hours, maxAttemptsPerRecord: attempts, defaultRetryPeriod: retry } = calling;
  const never = hours !== undefined && minutesOf(toWeek(hours.days)) === 0;
  return [
    ...(hours === undefined ? [] : hoursLines(hours, names, now)),
    // How often nobody is called is not a question.
    ...(attempts === undefined || retry === undefined || never
      ? []
      : [["Attempts", attemptsText(attempts, retry)] as const]),
  ];
}

function hoursLines(hours: CallingHours, names: ZoneNames, now?: number): SummaryLine[] {
  const opening = now === undefined ? undefined : openingText(hours, names, now);
  return [
    ["Calling hours", describeCallingHours(hours)],
    ...(opening === undefined ? [] : [["Opening", opening] as const]),
  ];
}

/**
 * In one sentence without an end: "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week); opens next Mon 9:00 AM, in
 * 13 h; each contact up to 3 times, 10 min apart". Empty when nothing is known.
 * @param now in milliseconds since 1970; without it nothing is said of when people are called next
 */
export function describeDialing(calling: DialingPlan, names: ZoneNames, now?: number): string {
  return dialingLines(calling, names, now)
    .map(([, text]) => text)
    .join("; ");
}

/** "opens next Mon 9:00 AM, in 13 h". Nothing where it never opens, or where this host does not know the zone. */
function openingText(hours: CallingHours, names: ZoneNames, now: number): string | undefined {
  const week = toWeek(hours.days);
  for (const zone of names(hours.timezone)) {
    const opening = nextOpening(week, zone, now);
    if (opening === undefined) continue;
    if (opening.kind === "never") return undefined;
    return hours.frequency === "WEEKLY"
      ? describeOpening(opening, now)
      : `the next opening is unknown, because ${hours.frequency} is not documented`;
  }
  return undefined;
}
