import { parseDocument } from "../../../src/core/campaign/document";
import type { CallingWindow } from "../../../src/core/campaign/generated/campaign";
import { parseTime } from "../../../src/core/hours/time";
import { days as dayCodes, toWeek } from "../../../src/core/hours/week";
import { isResponseOnly } from "../../../src/core/lint/rules/response-only-property";
import { toTree } from "../../../src/core/lint/tree";
import { allZones, currentNameOf } from "../../../src/core/zones/zones";

type Json = Readonly<Record<string, unknown>>;

/**
 * What a campaign asks the platform to do, whatever its spelling: names without the white space around them, each list
 * once, numbers and texts of numbers alike, the zone by its current name, the week that the windows open, the digits of
 * the caller ID; without what only answers carry and what its mode ignores.
 */
export function meaningOf(text: string): unknown {
  const document = parseDocument(text);
  if (!isJson(document.value)) return document.value;
  const ignored = new Set(
    toTree(document)
      .strangers.filter(isResponseOnly)
      .map(({ key }) => key),
  );
  const known = without(document.value, ignored) as Json;
  const { dialingStrategy, contactLists, dncLists, ...rest } = known;
  const machines = known["dialingMode"] === "Agentless" ? known["enableMachineDetect"] : undefined;
  return {
    ...mapped(rest, plain),
    enableMachineDetect: machines,
    contactLists: Array.isArray(contactLists) ? [...new Set(contactLists.map(plain))] : plain(contactLists),
    dncLists: isJson(dncLists) ? mapped(dncLists, plain) : plain(dncLists),
    dialingStrategy: isJson(dialingStrategy) ? strategy(dialingStrategy) : dialingStrategy,
  };
}

function strategy({ callerId, callingHours, ...rest }: Json): Json {
  return {
    ...mapped(rest, plain),
    callerId: isJson(callerId) ? mapped(callerId, digits) : callerId,
    callingHours: isJson(callingHours) ? hours(callingHours) : callingHours,
  };
}

function hours({ timezone, days, ...rest }: Json): Json {
  const windows: readonly unknown[] = Array.isArray(days) ? days : [];
  const readable = windows.filter(isReadable);
  return {
    ...rest,
    timezone: typeof timezone === "string" ? zone(timezone) : timezone,
    week: toWeek(readable),
    // Of windows that nobody can read each word counts.
    others: Array.isArray(days) ? windows.filter((window) => !isReadable(window)) : days,
  };
}

function isReadable(window: unknown): window is CallingWindow {
  if (!isJson(window)) return false;
  const { day } = window;
  if (day !== undefined && !dayCodes.some((code) => code === day)) return false;
  const [start, end] = [window["start"], window["end"]].map((time) =>
    typeof time === "string" ? parseTime(time) : undefined,
  );
  return start !== undefined && end !== undefined && start < end;
}

function zone(name: string): string {
  const same = [...allZones().keys()].find((one) => one.toLowerCase() === name.trim().toLowerCase());
  return currentNameOf(same ?? name);
}

/** White space around it, characters that nobody sees, and quotes around a number or a truth, say nothing. */
function plain(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return isJson(value) ? mapped(value, plain) : value;
  const text = value
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, "")
    .replace(/[\u00A0\u202F]/g, " ")
    .trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text;
}

function digits(value: unknown): unknown {
  return typeof value === "string" && !/[a-z]/i.test(value)
    ? value.replace("(0)", "").replace(/[^\d,;~/#]/g, "")
    : value;
}

function mapped(value: Json, map: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, map(child)]));
}

function without(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, keys));
  if (!isJson(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(kept.map(([key, child]) => [key, without(child, keys)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
