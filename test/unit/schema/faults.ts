import { readFileSync } from "node:fs";
import path from "node:path";
import type { Campaign, DialingMode } from "../../../src/core/campaign/generated/campaign";

const samples = path.join(__dirname, "../../fixtures/samples");

/** The vendor's sample request of each dialing mode. */
export const bases: Readonly<Record<DialingMode, Campaign>> = {
  Preview: sample("preview"),
  Progressive: sample("progressive"),
  Agentless: sample("agentless"),
};

function sample(mode: string): Campaign {
  return JSON.parse(readFileSync(path.join(samples, `${mode}.request.json`), "utf8")) as Campaign;
}

/** A copy of the document with another value at the pointer; `undefined` removes the property. */
export function put(document: unknown, pointer: string, value: unknown): unknown {
  const [key, ...rest] = pointer.split("/").slice(1);
  if (key === undefined) return value;
  const inner = (rest.length > 0 ? "/" : "") + rest.join("/");
  if (Array.isArray(document)) {
    return document.map((item: unknown, index) => (String(index) === key ? put(item, inner, value) : item));
  }
  const { [key]: old, ...others } = document as Record<string, unknown>;
  const changed = put(old, inner, value);
  return changed === undefined ? others : { ...others, [key]: changed };
}

/** A sample with one error, and the validator's message. */
export interface Fault {
  readonly title: string;
  readonly campaign: unknown;
  /** Each as `keyword instancePath`, without the `if` of a failed branch. */
  readonly errors: readonly string[];
}

function wrong(base: DialingMode, pointer: string, value: unknown, ...keywords: string[]): Fault {
  return {
    title: `${base}: ${pointer || "the whole"} is ${JSON.stringify(value).slice(0, 40)}`,
    campaign: put(bases[base], pointer, value),
    errors: keywords.map((keyword) => `${keyword} ${pointer}`),
  };
}

function missing(base: DialingMode, pointer: string): Fault {
  return {
    title: `${base}: without ${pointer}`,
    campaign: put(bases[base], pointer, undefined),
    errors: [`required ${pointer.slice(0, pointer.lastIndexOf("/"))}`],
  };
}

const common = [
  "name",
  "description",
  "contactLists",
  "dncLists",
  "priority",
  "dialingStrategy",
  "campaignType",
].map((key) => `/${key}`);
const modes: readonly DialingMode[] = ["Preview", "Progressive", "Agentless"];
const hours = "/dialingStrategy/callingHours";
const firstDay = `${hours}/days/0`;
const texts = ["/name", "/description", "/contactLists/0", "/dncLists/name", `${hours}/timezone`];
const objects = [
  "",
  "/dncLists",
  "/dialingStrategy",
  "/dialingStrategy/callerId",
  hours,
  firstDay,
  "/schedule",
];
const wholeNumbers = ["maxAttemptsPerRecord", "defaultRetryPeriod", "maxRingTime"].map(
  (key) => `/dialingStrategy/${key}`,
);
const badTimes = [
  "18:00",
  "0:30 AM",
  "13:00 PM",
  "9 AM",
  "9:00AM",
  "9:00 am",
  "9:60 AM",
  " 9:00 AM",
  "9:00  AM",
  "9:00:60 AM",
  "9:00:00.1234 AM",
  "9:00 AM ",
  "",
];

export const faults: readonly Fault[] = [
  ...modes.flatMap((mode) => common.map((pointer) => missing(mode, pointer))),
  missing("Preview", "/dialingMode"),
  missing("Preview", "/queue_name"),
  missing("Preview", "/maxSkips"),
  missing("Progressive", "/queue_name"),
  missing("Agentless", "/experienceFlowName"),
  missing("Agentless", "/enableMachineDetect"),
  missing("Preview", "/dncLists/name"),
  ...["callerId", "callingHours", "dialingOrder", "callerId/phoneNumber"].map((key) =>
    missing("Preview", `/dialingStrategy/${key}`),
  ),
  ...wholeNumbers.map((pointer) => missing("Preview", pointer)),
  ...["frequency", "timezone", "days", "days/0/day", "days/4/start", "days/0/end"].map((key) =>
    missing("Preview", `${hours}/${key}`),
  ),
  ...texts.flatMap((pointer) => [
    wrong("Preview", pointer, 7, "type"),
    wrong("Preview", pointer, null, "type"),
    wrong("Preview", pointer, ["x"], "type"),
  ]),
  ...objects.flatMap((pointer) => [
    wrong("Preview", pointer, "text", "type"),
    wrong("Preview", pointer, [], "type"),
  ]),
  wrong("Preview", "/dialingStrategy/callerId/phoneNumber", 18165550100, "type"),
  wrong("Preview", "/queue_name", 1, "type"),
  wrong("Agentless", "/experienceFlowName", null, "type"),
  wrong("Preview", "/schedule/isSchedulingEnabled", "false", "type"),
  wrong("Preview", "/$schema", 7, "type"),
  wrong("Preview", "/name", "x".repeat(49), "maxLength"),
  wrong("Preview", "/description", "x".repeat(257), "maxLength"),
  wrong("Preview", "/contactLists", [], "minItems"),
  wrong("Preview", "/contactLists", "A list", "type"),
  wrong("Preview", `${hours}/days`, {}, "type"),
  ...["0", "6", "", "high"].map((value) => wrong("Preview", "/priority", value, "enum")),
  wrong("Preview", "/priority", 5, "type", "enum"),
  ...["preview", "Power", ""].map((value) => wrong("Preview", "/dialingMode", value, "enum")),
  ...["weekly", "MONTHLY"].map((value) => wrong("Preview", `${hours}/frequency`, value, "enum")),
  ...["mo", "MON", "XX"].map((value) => wrong("Preview", `${firstDay}/day`, value, "enum")),
  ...["fifo", "RANDOM"].map((value) => wrong("Preview", "/dialingStrategy/dialingOrder", value, "enum")),
  ...["Voice", "email"].map((value) => wrong("Preview", "/campaignType", value, "enum")),
  ...["yes", "No"].map((value) => wrong("Agentless", "/enableMachineDetect", value, "enum")),
  ...[true, false, null].map((value) => wrong("Agentless", "/enableMachineDetect", value, "type", "enum")),
  ...wholeNumbers.flatMap((pointer) => [
    wrong("Preview", pointer, "3", "type"),
    wrong("Preview", pointer, 30.5, "type"),
  ]),
  wrong("Preview", "/dialingStrategy/maxAttemptsPerRecord", 0, "minimum"),
  wrong("Preview", "/dialingStrategy/maxAttemptsPerRecord", 101, "maximum"),
  wrong("Preview", "/dialingStrategy/defaultRetryPeriod", 0, "minimum"),
  wrong("Preview", "/dialingStrategy/defaultRetryPeriod", 1441, "maximum"),
  wrong("Preview", "/dialingStrategy/maxRingTime", 4, "minimum"),
  wrong("Preview", "/dialingStrategy/maxRingTime", 121, "maximum"),
  wrong("Preview", "/maxSkips", -1, "minimum"),
  wrong("Preview", "/maxSkips", 1.5, "type"),
  wrong("Preview", "/maxSkips", "1", "type"),
  ...badTimes.flatMap((time) =>
    ["start", "end"].map((key) => wrong("Preview", `${firstDay}/${key}`, time, "pattern")),
  ),
  wrong("Preview", `${firstDay}/start`, 9, "type"),
];

function fine(
  base: DialingMode,
  pointer: string,
  value: unknown,
): readonly [title: string, campaign: unknown] {
  const title = `${base}: ${pointer} is ${value === undefined ? "absent" : JSON.stringify(value).slice(0, 40)}`;
  return [title, put(bases[base], pointer, value)];
}

/** Values that the schema accepts: the bounds themselves, and values that a rule checks instead. */
export const allowed: readonly (readonly [title: string, campaign: unknown])[] = [
  fine("Preview", "/schedule", undefined),
  fine("Preview", "/schedule", {}),
  fine("Preview", "/schedule", { isSchedulingEnabled: true, startDateTime: "2026-01-01" }),
  fine("Preview", "/$schema", "./campaign.schema.json"),
  fine("Preview", "/note", { any: ["thing"] }),
  fine("Preview", "/dncLists", { id: "cl-1", name: "DNC" }),
  fine("Preview", "/name", ""),
  fine("Preview", "/name", " x "),
  fine("Preview", "/name", "x".repeat(48)),
  fine("Preview", "/name", "😀".repeat(48)),
  fine("Preview", "/description", "x".repeat(256)),
  fine(
    "Preview",
    "/contactLists",
    Array.from({ length: 11 }, (_, index) => `List ${index}`),
  ),
  fine("Preview", "/dialingStrategy/callerId/phoneNumber", "sip:desk@example.com"),
  fine("Preview", "/campaignType", "sms"),
  fine("Preview", "/maxSkips", 0),
  fine("Preview", "/maxSkips", 1_000_000),
  fine("Preview", "/enableMachineDetect", false),
  fine("Progressive", "/enableMachineDetect", "yes"),
  fine("Progressive", "/maxSkips", 2),
  fine("Agentless", "/queue_name", "Default Queue"),
  fine("Preview", `${hours}/days`, []),
  fine("Preview", `${hours}/timezone`, "Nowhere"),
  ...["1:00 AM", "09:05 PM", "12:00 AM", "11:59:59 PM", "11:59:59.999 PM"].map((time) =>
    fine("Preview", `${firstDay}/end`, time),
  ),
  ...["DAILY", "CUSTOM"].flatMap((frequency) => [
    fine("Preview", `${hours}/frequency`, frequency),
    fine("Preview", hours, { frequency, timezone: "UTC", days: [{ start: "9:00 AM", end: "6:00 PM" }] }),
  ]),
  ...[1, 100].map((value) => fine("Preview", "/dialingStrategy/maxAttemptsPerRecord", value)),
  ...[1, 1440].map((value) => fine("Preview", "/dialingStrategy/defaultRetryPeriod", value)),
  ...[5, 120].map((value) => fine("Preview", "/dialingStrategy/maxRingTime", value)),
];
