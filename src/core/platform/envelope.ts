import { isList, isObject, isText } from "../text/json-guards";
import { errorEntries } from "./error-entries";

/**
 * The vendor's answers in one shape. Two envelopes are documented: `{"status", "message", "data"}` and
 * `{"errors": [{"msg", "code"}]}`; the second is known from the same vendor's other public APIs.
 */
export interface Envelope {
  /** The envelope's own `status`, not the campaign's. */
  readonly status?: string;
  /** The envelope's own `message`. */
  readonly message?: string;
  /** What each error says, then what is said of the whole; at most 100. */
  readonly messages: readonly string[];
  /** True when `errors` holds at least one entry with a `msg`: the vendor's own form. */
  readonly hasErrors: boolean;
  /** True when the answer speaks of an error in any form, readable or not. */
  readonly mentionsErrors: boolean;
  readonly code?: number;
  readonly campaignId?: string;
  readonly campaignState?: string;
}

/** Parsed JSON, or the fact that there is none. A wrapper, because `null` is JSON too. */
export function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Undefined when the value is not an object. Fields of an unexpected type count as absent. */
export function readEnvelope(json: unknown): Envelope | undefined {
  if (!isObject(json)) return undefined;
  const errors = [...listOf(json["errors"]), ...listOf(json["error"])];
  const code = codeIn(errors);
  const data = isObject(json["data"]) ? json["data"] : {};
  return {
    ...present("status", [json["status"]]),
    ...present("message", [json["message"]]),
    messages: [...new Set(errorEntries(json).map(({ message }) => message))],
    hasErrors: errors.some((entry) => isObject(entry) && isText(entry["msg"])),
    mentionsErrors: errors.length > 0 || ERROR_LISTS.some((key) => listOf(json[key]).length > 0),
    ...(code === undefined ? {} : { code }),
    // The pages disagree on where the id is; this order is create, get, update, version 1.
    ...present("campaignId", [data["id"], data["_id"], json["id"], data["campId"]]),
    ...present("campaignState", [data["status"]]),
  };
}

/** Where other servers list errors, beside `errors` and `error`. */
const ERROR_LISTS = ["violations", "fieldErrors", "invalid-params", "invalidParams"] as const;

/** The errors, one or several. An empty list is not an error, nor is `error: null`. */
function listOf(value: unknown): readonly unknown[] {
  const list = isList(value) ? value : [value];
  return list.filter((one) => one !== undefined && one !== null && one !== false && one !== "");
}

function codeIn(errors: readonly unknown[]): number | undefined {
  for (const entry of errors) {
    const code = isObject(entry) ? entry["code"] : undefined;
    if (typeof code === "number") return code;
  }
  return undefined;
}

/** `{[key]: first text}` or nothing, because an absent field and an undefined one differ. */
function present<K extends string>(key: K, candidates: readonly unknown[]): { [P in K]?: string } {
  const text = candidates.find(isText);
  const none: { [P in K]?: string } = {};
  return text === undefined ? none : { ...none, [key]: text };
}
