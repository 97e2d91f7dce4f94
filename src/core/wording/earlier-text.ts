import type { Prior } from "../ledger/earlier";
import type { Reach } from "../connection/environment";
import { visibleLine } from "../text/visible";

/**
 * What an earlier submission means for the one that a person is asked about, in one plain sentence. Its texts are
 * strangers' words and have been made visible. `now` in milliseconds since 1970.
 */
export function priorInWords(prior: Prior, now: number, reach: Reach): string {
  const { same, created } = prior;
  if (created === "yes") {
    const effect =
      same === "body" ? `submitting it creates a duplicate${twice(reach)}` : "two will have this name";
    return `${duplicateInWords(prior, now)}: ${effect}.`;
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
export function duplicateInWords(prior: Prior, now: number): string {
  return `${subjectOf(prior)} was already created in this account ${whenAndWhence(prior, now)}`;
}

function subjectOf({ same, campaign }: Prior): string {
  return same === "body" ? "Exactly this campaign" : `Another campaign named “${visibleLine(campaign, 100)}”`;
}

function whenAndWhence({ at, file, campaignId }: Prior, now: number): string {
  const id = campaignId === undefined ? "" : ` (${visibleLine(campaignId, 60)})`;
  return `on ${minuteOf(at)}, ${agoInWords(now - at)}, from ${visibleLine(file, 200)}${id}`;
}

/** Only a production account calls people. */
function twice(reach: Reach): string {
  return reach === "production" ? ", which calls the same people twice" : "";
}

/** Local time, for example "2026-11-23 14:05". */
export function minuteOf(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join("-");
  return `${day} ${[date.getHours(), date.getMinutes()].map(twoDigits).join(":")}`;
}

/** Local time with its seconds, for example "14:06:00". */
export function secondOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(":");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rounded down. A time to come is a clock that was set back, and says nothing about how long ago. */
function agoInWords(ms: number): string {
  if (ms < 0) return "by a clock that was ahead of this one";
  if (ms < MINUTE) return "less than a minute ago";
  if (ms < HOUR) return counted(ms / MINUTE, "minute");
  return ms < DAY ? counted(ms / HOUR, "hour") : counted(ms / DAY, "day");
}

function counted(amount: number, unit: string): string {
  const count = Math.floor(amount);
  return count === 1 ? `1 ${unit} ago` : `${count} ${unit}s ago`;
}
