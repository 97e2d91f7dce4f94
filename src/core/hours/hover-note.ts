import { findNodeAtOffset } from "jsonc-parser";
import { pathOfNode, type CampaignDocument } from "../campaign/document";
import { parseTime, day as dayLength } from "../campaign/time-of-day";
import { maxCallsWithin } from "./attempts";
import { describeClockChange, describeOffset } from "./describe-time";
import type { CallingPlan, PlannedWindow } from "./dialing-plan";
import { localTimeAt, nextClockChange } from "./local-time";
import { describeMinutes, toWeek } from "./week";

export interface HoverSource {
  readonly readPlan: (campaign: CampaignDocument) => CallingPlan;
  /** The names of a time zone, the likeliest to be known to the host first. */
  readonly zoneNames: (zone: string) => readonly string[];
  /** The English name of a phone number's country, if the number decides it. */
  readonly countryOf: (phoneNumber: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * What the value or key at an offset means, in one sentence: the length of a window, the clock of a time zone, the
 * country of a number, the calls to one person. Undefined elsewhere.
 */
export function hoverNote(
  campaign: CampaignDocument,
  offset: number,
  source: HoverSource,
): string | undefined {
  const { root } = campaign;
  const node = root && findNodeAtOffset(root, offset);
  if (node === undefined) return undefined;
  const path = pathOfNode(node).join("/");
  const windowAt = /^dialingStrategy\/callingHours\/days\/(\d+)/.exec(path);
  if (windowAt !== null) {
    const index = Number(windowAt[1]);
    return lengthNote(source.readPlan(campaign).windows.find((planned) => planned.index === index));
  }
  switch (path) {
    case "dialingStrategy/callingHours/timezone":
      return zoneNote(source.readPlan(campaign).timezone, source);
    case "dialingStrategy/callerId/phoneNumber":
      return countryNote(node.parent?.children?.[1]?.value, source);
    case "dialingStrategy/maxAttemptsPerRecord":
    case "dialingStrategy/defaultRetryPeriod":
      return attemptsNote(source.readPlan(campaign));
    default:
      return undefined;
  }
}

/** "9 h, 38% of the day". */
function lengthNote(planned: PlannedWindow | undefined): string | undefined {
  const start = parseTime(planned?.window.start ?? "");
  const end = parseTime(planned?.window.end ?? "");
  if (start === undefined || end === undefined) return undefined;
  if (end <= start) return "inverted: the window does not end after it starts, so nobody is called";
  const share = Math.round(((end - start) / dayLength) * 100);
  return `${describeMinutes(end - start)}, ${share}% of the day`;
}

/** "UTC-05:00 now; Sun, Mar 14, 2027 at 2:00 AM, the clock goes forward 1 h to 3:00 AM (UTC-04:00)". */
function zoneNote(zone: string | undefined, { zoneNames, now }: HoverSource): string | undefined {
  for (const name of zone === undefined ? [] : zoneNames(zone)) {
    const local = localTimeAt(name, now);
    if (local === undefined) continue;
    const change = nextClockChange(name, now, yearInDays);
    const next =
      change === undefined ? "the clock does not change within a year" : describeClockChange(change);
    return `${describeOffset(local.offset)} now; ${next}`;
  }
  return undefined;
}

const yearInDays = 366;

function countryNote(value: unknown, { countryOf }: HoverSource): string | undefined {
  const country = typeof value === "string" ? countryOf(value) : undefined;
  return country === undefined ? undefined : `country: ${country}`;
}

/** "up to 3 calls to one person in one day (3 attempts, 10 min apart)". */
function attemptsNote({ frequency, windows, attempts, retryPeriod }: CallingPlan): string | undefined {
  if (attempts === undefined || retryPeriod === undefined || frequency !== "WEEKLY") return undefined;
  const week = toWeek(windows.map(({ window }) => window));
  const calls = maxCallsWithin(week, attempts, retryPeriod, 1);
  if (calls === 0) return undefined;
  const count = calls === 1 ? "1 call" : `up to ${calls} calls`;
  const plan = attempts === 1 ? "1 attempt" : `${attempts} attempts, ${describeMinutes(retryPeriod)} apart`;
  const later = calls < attempts ? "; the rest follow on later days" : "";
  return `${count} to one person in one day (${plan}${later})`;
}
