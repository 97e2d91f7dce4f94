import { isList, isObject, isText, type JsonObject } from "../text/json-guards";
import { errorEntries } from "./error-entries";

/**
 * The vendor's responses in one shape. Two envelopes are known: the documented `{"status", "message", "data"}`, and
 * `{"errors": [{"msg", "code"}]}` from the vendor's other public APIs.
 */
export interface Envelope {
  /** The envelope's own `status`, not the campaign's. */
  readonly status?: string;
  /** The envelope's own `message`. */
  readonly message?: string;
  /** The message of each error, then messages about the whole request; at most 100. */
  readonly messages: readonly string[];
  /** True if `errors` contains an entry with a `msg`: the vendor's own form. */
  readonly hasErrors: boolean;
  /** True if the response contains an error in any form, readable or not. */
  readonly mentionsErrors: boolean;
  readonly code?: number;
  readonly campaignId?: string;
  readonly campaignState?: string;
}

/** Parsed JSON, wrapped because `null` is valid JSON. Undefined if the text is not JSON. */
export function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Undefined if the value is not an object. Fields of an unexpected type count as absent. */
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
    mentionsErrors: [errors, ...otherErrors(json, data)].some((value) => listOf(value).length > 0),
    ...(code === undefined ? {} : { code }),
    // The documentation pages disagree on the place of the id. This is the order of create, get, update and version 1.
    ...present("campaignId", [data["id"], data["_id"], json["id"], data["campId"]]),
    ...present("campaignState", [data["status"]]),
  };
}

/** Where other servers list errors, besides `errors` and `error`. */
const ERROR_LISTS = ["violations", "fieldErrors", "invalid-params", "invalidParams"] as const;

/** The last ones may also be the number of errors. */
function otherErrors(json: JsonObject, data: JsonObject): readonly unknown[] {
  return [
    ...ERROR_LISTS.map((key) => json[key]),
    ...[json["validationErrors"], json["issues"], data["errors"]].filter(isList),
  ];
}

/** The errors, one or several. An empty list and `error: null` are not errors. */
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

/** `{[key]: first text}` or `{}`, because an absent field differs from an undefined one. */
function present<K extends string>(key: K, candidates: readonly unknown[]): { [P in K]?: string } {
  const text = candidates.find(isText);
  const none: { [P in K]?: string } = {};
  return text === undefined ? none : { ...none, [key]: text };
}
