import { minuteOf } from "../text/local-time";
import type { EarlierSubmission } from "../ledger/earlier";
import type { Environment } from "../connection/environment";
import { visibleLine } from "../text/visible";

/**
 * What an earlier submission means for the one that a person is asked about, in one plain sentence. Its texts are
 * untrusted text and have been made visible. `now` in milliseconds since 1970.
 */
export function describeEarlier(prior: EarlierSubmission, now: number, reach: Environment): string {
  const { same, created } = prior;
  if (created === "yes") {
    const effect =
      same === "body" ? `submitting it creates a duplicate${twice(reach)}` : "two will have this name";
    return `${describeDuplicate(prior, now)}: ${effect}.`;
  }
  const doubt =
    created === "denied"
      ? "It got no response, and a person marked it as not created"
      : "It got no response, so it may have been created";
  const effect =
    same === "body" ? `submitting it may create a duplicate${twice(reach)}` : "two may have this name";
  return `${subjectOf(prior)} was sent to this account ${whenAndWhence(prior, now)}. ${doubt}: ${effect}.`;
}

/** For example "Exactly this campaign was already created in this account on …". A clause, without its full stop. */
export function describeDuplicate(prior: EarlierSubmission, now: number): string {
  const when = whenAndWhence(prior, now);
  return prior.action === "update"
    ? `A campaign of this account was updated to exactly this one ${when}`
    : `${subjectOf(prior)} was already created in this account ${when}`;
}

function subjectOf({ same, campaign }: EarlierSubmission): string {
  return same === "body" ? "Exactly this campaign" : `Another campaign named “${visibleLine(campaign, 100)}”`;
}

function whenAndWhence({ at, file, campaignId }: EarlierSubmission, now: number): string {
  const id = campaignId === undefined ? "" : ` (${visibleLine(campaignId, 60)})`;
  return `on ${minuteOf(at)}, ${ageText(now - at)}, from ${visibleLine(file, 200)}${id}`;
}

/** Only a production account calls people. */
function twice(reach: Environment): string {
  return reach === "production" ? ", which calls the same people twice" : "";
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rounded down. A time to come is a clock that was set back, and says nothing about how long ago. */
function ageText(ms: number): string {
  if (ms < 0) return "by a clock that was ahead of this one";
  if (ms < MINUTE) return "less than a minute ago";
  if (ms < HOUR) return counted(ms / MINUTE, "minute");
  return ms < DAY ? counted(ms / HOUR, "hour") : counted(ms / DAY, "day");
}

function counted(amount: number, unit: string): string {
  const count = Math.floor(amount);
  return count === 1 ? `1 ${unit} ago` : `${count} ${unit}s ago`;
}
