/**
 * The vendor's answers in one shape. Two envelopes are documented: `{"status", "message", "data"}` and
 * `{"errors": [{"msg", "code"}]}`; the second is known from the same vendor's other public APIs.
 */
export interface Envelope {
  /** The envelope's own `status`, not the campaign's. */
  readonly status?: string;
  /** What each error says, or else `message`. */
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
  if (!isRecord(json)) return undefined;
  const errors = errorsIn(json);
  const errorMessages = errors.flatMap(({ message }) => message ?? []);
  const code = errors.map(({ entry }) => entry["code"]).find((value) => typeof value === "number");
  const data = isRecord(json["data"]) ? json["data"] : {};
  return {
    ...present("status", [json["status"]]),
    messages: errorMessages.length > 0 ? errorMessages : [json["message"]].filter(isText),
    hasErrors: errors.some(({ entry }) => isText(entry["msg"])),
    mentionsErrors: errors.length > 0,
    ...(code === undefined ? {} : { code }),
    // The pages disagree on where the id is; this order is create, get, update, version 1.
    ...present("campaignId", [data["id"], data["_id"], json["id"], data["campId"]]),
    ...present("campaignState", [data["status"]]),
  };
}

export interface ErrorEntry {
  /** What it says; absent where it says nothing readable. */
  readonly message?: string;
  /** What stands beside; empty where an entry is a plain sentence. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * The errors that an answer names, in the vendor's form (`errors[].msg`) and in those that other services of a platform
 * use: plain sentences, `message` for `msg`, one `error` for a list. An empty list is no error, nor is `error: null`.
 */
export function errorsIn(json: unknown): ErrorEntry[] {
  if (!isRecord(json)) return [];
  return [json["errors"], json["error"]].flatMap(asList).map((error) => {
    const entry = isRecord(error) ? error : {};
    const message = [error, entry["msg"], entry["message"]].find(isText);
    return message === undefined ? { entry } : { message, entry };
  });
}

function asList(value: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => one !== undefined && one !== null && one !== false && one !== "");
}

/** `{[key]: first text}` or nothing, because an absent field and an undefined one differ. */
function present<K extends string>(key: K, candidates: readonly unknown[]): { [P in K]?: string } {
  const text = candidates.find(isText);
  const none: { [P in K]?: string } = {};
  return text === undefined ? none : { ...none, [key]: text };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
