import { parseDocument, plainValue } from "../campaign/document";
import type { CallingWindow } from "../campaign/generated/campaign";
import type { Problem } from "../campaign/problem";
import { days, toWeek, type Week } from "../hours/week";
import { textsIn } from "../text/json-guards";
import { ownCopy } from "../text/own-copy";

/** The parts of a campaign that rules compare with other campaigns in the workspace. */
export interface IndexedCampaign {
  /** The path in the workspace, for messages. */
  readonly file: string;
  /** The URI of the file, for links. Without it, the path identifies the file. */
  readonly address?: string;
  readonly name: string | undefined;
  readonly contactLists: readonly string[];
  /** Set for WEEKLY campaigns only: the hours of other frequencies are not documented. */
  readonly week: Week | undefined;
  /** The time zone of the week. */
  readonly timezone: string | undefined;
}

/** Reads the compared parts from any JSON value, valid or not. Nothing in the result refers to the text of the file. */
export function toIndexedCampaign(
  file: string,
  value: unknown,
  weekOf: (windows: readonly CallingWindow[]) => Week | undefined = toWeek,
): IndexedCampaign {
  const { name, contactLists, timezone, ...others } = comparedParts(file, value, weekOf);
  return {
    ...others,
    name: name && ownCopy(name),
    contactLists: ownCopy(contactLists),
    timezone: timezone && ownCopy(timezone),
  };
}

/**
 * Reads the compared parts of many texts, each as `toIndexedCampaign` of its value. They are made to be kept: nothing
 * else of a text stays in memory, and campaigns with the same calling windows share their week.
 */
export function textIndexer(): (file: string, text: string) => IndexedCampaign {
  const weeks = new Map<string, Week>();
  const weekOf = (windows: readonly CallingWindow[]): Week => {
    const key = JSON.stringify(windows);
    const week = weeks.get(key) ?? toWeek(windows);
    weeks.set(key, week);
    return week;
  };
  return (file, text) => {
    const plain = plainValue(text);
    // Its strings do not refer to the text.
    if (plain !== undefined) return comparedParts(file, plain.value, weekOf);
    return toIndexedCampaign(file, parseDocument(text).value, weekOf);
  };
}

function comparedParts(
  file: string,
  value: unknown,
  weekOf: (windows: readonly CallingWindow[]) => Week | undefined,
): IndexedCampaign {
  const campaign = record(value);
  const hours = record(record(campaign["dialingStrategy"])["callingHours"]);
  const windows = hours["days"];
  return {
    file,
    name: text(campaign["name"]),
    contactLists: textsIn(campaign["contactLists"]),
    week:
      Array.isArray(windows) && hours["frequency"] === "WEEKLY"
        ? weekOf(windows.filter(isWindow))
        : undefined,
    timezone: text(hours["timezone"]),
  };
}

/** The parts by which the related campaigns of a campaign are found. */
export type Keys = Pick<IndexedCampaign, "file" | "address" | "name" | "contactLists">;

/**
 * Reads the keys of a campaign that is forgotten after its check, so they may refer to its text. Apart from
 * `comparedParts`, whose results are kept: an engine allocates objects like those for a long life.
 */
export function keysIn(file: string, value: unknown): Keys {
  const campaign = record(value);
  return { file, name: text(campaign["name"]), contactLists: textsIn(campaign["contactLists"]) };
}

/** Links to the campaigns that have an address. */
export function linksTo(
  others: readonly IndexedCampaign[],
  message: string,
): NonNullable<Problem["elsewhere"]> {
  return others.flatMap(({ address }) => (address === undefined ? [] : [{ address, message }]));
}

function isWindow(value: unknown): value is CallingWindow {
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
