import type { Prior } from "../ledger/prior";
import { visibleLine } from "./visible";

/**
 * What an earlier submission means for the one that a person is asked about, in one plain sentence. Its texts are
 * strangers' words and have been made visible. `now` in milliseconds since 1970.
 */
export function priorInWords(prior: Prior, now: number): string {
  const { at, same, created, campaign, campaignId, file } = prior;
  const what =
    same === "body" ? "Exactly this campaign" : `Another campaign named “${visibleLine(campaign, 100)}”`;
  const id = campaignId === undefined ? "" : ` (${visibleLine(campaignId, 60)})`;
  const source = `from ${visibleLine(file, 200)}`;
  const when = `on ${minuteOf(at)}, ${agoInWords(now - at)},`;
  if (created === "yes") return `${what} was created here ${when} ${source}${id}: ${SURELY[same]}`;
  return `${what} was sent here ${when} ${source}, and nobody knows whether it was created: ${PERHAPS[same]}`;
}

const SURELY: Readonly<Record<Prior["same"], string>> = {
  body: "submitting creates it a second time, and the same people are called twice.",
  name: "there will be two of that name.",
};

const PERHAPS: Readonly<Record<Prior["same"], string>> = {
  body: "submitting may create it a second time, and the same people are called twice.",
  name: "there may be two of that name.",
};

/** For example "2026-11-23 14:05 UTC". The core knows no reader's clock, so the time is the world's. */
export function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
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
