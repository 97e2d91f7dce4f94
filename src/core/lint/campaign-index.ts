import type { Campaign } from "../campaign/generated/campaign";
import type { Problem } from "../campaign/problem";
import { days, toWeek, type Week } from "../hours/week";

/** What another campaign of the workspace has to do with this one. */
export interface IndexedCampaign {
  /** As a person knows the file: its path in the workspace. */
  readonly file: string;
  /** Identifies the file, and opens it where the host knows addresses; without it the path does. */
  readonly address?: string;
  readonly name: string | undefined;
  readonly contactLists: readonly string[];
  /** Of a WEEKLY campaign: when another one calls is not documented, so it is not known. */
  readonly week: Week | undefined;
  /** Whose clock the week follows. */
  readonly timezone: string | undefined;
}

/** What can be told of a campaign to the others, from whatever value its file holds. */
export function toIndexedCampaign(file: string, value: unknown): IndexedCampaign {
  const campaign = record(value);
  const lists = campaign["contactLists"];
  const hours = record(record(campaign["dialingStrategy"])["callingHours"]);
  const windows = hours["days"];
  return {
    file,
    name: text(campaign["name"]),
    contactLists: Array.isArray(lists) ? lists.filter((list) => typeof list === "string") : [],
    week:
      Array.isArray(windows) && hours["frequency"] === "WEEKLY"
        ? toWeek(windows.filter(isWindow))
        : undefined,
    timezone: text(hours["timezone"]),
  };
}

/** A link to other campaigns, for those whose address is known. */
export function linksTo(
  others: readonly IndexedCampaign[],
  message: string,
): NonNullable<Problem["elsewhere"]> {
  return others.flatMap(({ address }) => (address === undefined ? [] : [{ address, message }]));
}

function isWindow(value: unknown): value is Campaign["dialingStrategy"]["callingHours"]["days"][number] {
  const { day, start, end } = record(value);
  const dayKnown = day === undefined || days.some((code) => code === day);
  return dayKnown && typeof start === "string" && typeof end === "string";
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
