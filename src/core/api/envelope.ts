/**
 * The vendor's answers in one shape. Two envelopes are documented: `{"status", "message", "data"}` and
 * `{"errors": [{"msg", "code"}]}`; the second is known from the same vendor's other public APIs.
 */
export interface Envelope {
  /** The envelope's own `status`, not the campaign's. */
  readonly status?: string;
  /** The `msg` of each entry of `errors`, or else `message`. */
  readonly messages: readonly string[];
  /** True when `errors` holds at least one entry with a `msg`. */
  readonly hasErrors: boolean;
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
  const errors = Array.isArray(json["errors"]) ? json["errors"].filter(isRecord) : [];
  const errorMessages = errors.map((error) => error["msg"]).filter(isText);
  const code = errors.map((error) => error["code"]).find((value) => typeof value === "number");
  const data = isRecord(json["data"]) ? json["data"] : {};
  return {
    ...present("status", [json["status"]]),
    messages: errorMessages.length > 0 ? errorMessages : [json["message"]].filter(isText),
    hasErrors: errorMessages.length > 0,
    ...(code === undefined ? {} : { code }),
    // The pages disagree on where the id is; this order is create, get, update, version 1.
    ...present("campaignId", [data["id"], data["_id"], json["id"], data["campId"]]),
    ...present("campaignState", [data["status"]]),
  };
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
