import type { Campaign } from "../campaign/generated/campaign";
import { callingHoursInWords } from "./week";

/** One line of what a campaign will do, such as ["Caller ID", "+18163300100"]. */
export type SummaryLine = readonly [label: string, text: string];

/** What a campaign will do, in plain words: what a person reads before saying yes. */
export function summaryOf(campaign: Campaign): SummaryLine[] {
  const { dialingStrategy: strategy } = campaign;
  return [
    ["Campaign", campaign.name],
    ["Dialling mode", modeInWords(campaign)],
    [campaign.contactLists.length === 1 ? "Contact list" : "Contact lists", campaign.contactLists.join(", ")],
    ["Do-not-call list", campaign.dncLists.name],
    ["Caller ID", strategy.callerId.phoneNumber],
    ["Calling hours", callingHoursInWords(strategy.callingHours)],
    ["Attempts", attemptsInWords(strategy.maxAttemptsPerRecord, strategy.defaultRetryPeriod)],
  ];
}

function modeInWords(campaign: Campaign): string {
  switch (campaign.dialingMode) {
    case "Preview":
      return "Preview: an agent sees each contact before the call";
    case "Progressive":
      return "Progressive: the dialler calls as soon as an agent is free";
    case "Agentless":
      return "Agentless: a flow speaks, no agent takes part";
  }
}

/** "each contact up to 3 times, 10 min apart". */
export function attemptsInWords(attempts: number, retryMinutes: number): string {
  return attempts === 1
    ? "each contact once"
    : `each contact up to ${attempts} times, ${retryMinutes} min apart`;
}
