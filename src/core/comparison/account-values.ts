import { knownKeys } from "../campaign/generated/known-keys";
import { isList, isObject, type JsonObject } from "../text/json-guards";

/** What the list call returns in addition to the get call. */
export interface FromList {
  /** The name of the agent queue. */
  readonly queue?: string;
  /** The channel. */
  readonly type?: string;
}

/**
 * A campaign of the account in the form of a campaign file: exactly the properties that the platform returned and that
 * a campaign file can contain. Only texts, numbers, true and false; a list is complete or absent.
 */
export type AccountValues = JsonObject;

/**
 * Combines the responses of the get and the list call. `data` is the campaign in the get response. A value of an
 * unexpected type counts as not returned, as does null. Numbers and texts have the type that the create call requires:
 * the platform has both for a priority.
 */
export function accountValues(data: JsonObject, { queue, type }: FromList = {}): AccountValues {
  const values = knownValues("", data);
  return {
    ...values,
    ...(queue !== undefined && data["dialingMode"] !== "Agentless" ? { queue_name: queue } : {}),
    ...(type !== undefined && values["campaignType"] === undefined ? { campaignType: type } : {}),
  };
}

/** `path` as in `knownKeys`. */
function knownValues(path: string, data: JsonObject): JsonObject {
  const values: Record<string, unknown> = {};
  for (const key of knownKeys[path] ?? []) {
    const value = Object.hasOwn(data, key)
      ? valueAt(path === "" ? key : `${path}/${key}`, data[key])
      : undefined;
    if (value !== undefined) values[key] = value;
  }
  return values;
}

function valueAt(path: string, value: unknown): unknown {
  if (path === "contactLists") return whole(value, nameOf);
  if (path === "dialingStrategy/callingHours/days")
    return whole(value, (item) => (isObject(item) ? knownValues(`${path}/*`, item) : undefined));
  if (Object.hasOwn(knownKeys, path)) return isObject(value) ? knownValues(path, value) : undefined;
  if (path === "priority" && typeof value === "number") return String(value);
  if (NUMBERS.has(path) && typeof value === "string" && /^\d{1,9}$/.test(value)) return Number(value);
  return ["string", "number", "boolean"].includes(typeof value) ? value : undefined;
}

/** The properties that the create call requires as numbers. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...["maxAttemptsPerRecord", "defaultRetryPeriod", "maxRingTime"].map((key) => `dialingStrategy/${key}`),
  "maxSkips",
]);

/** Undefined unless each item can be read: a list with a gap would have a different meaning. */
function whole(value: unknown, read: (item: unknown) => unknown): readonly unknown[] | undefined {
  if (!isList(value)) return undefined;
  const items = value.map(read);
  return items.includes(undefined) ? undefined : items;
}

/** A contact list by its name. The do-not-call list of the same response is an object with id and name. */
function nameOf(item: unknown): string | undefined {
  const name = isObject(item) ? item["name"] : item;
  return typeof name === "string" ? name : undefined;
}
