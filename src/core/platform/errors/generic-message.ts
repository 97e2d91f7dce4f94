/** Longer texts are specific. */
const MAX_LENGTH = 200;

/** Whether a text only repeats the status or reports that there was an error, so that the reason must be elsewhere. */
export function isGeneric(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  if (isStatusName(text) || isClassName(text)) return true;
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => word === "" || GENERIC_WORDS.has(word) || isShortNumber(word));
}

/** A standard name of an HTTP status, also as `BAD_REQUEST`, `BadRequest` and `400 Bad Request`. */
export function isStatusName(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const name = text.trim().toLowerCase().replace(STATUS_NUMBER, "");
  return STATUS_NAMES.has(name.replace(/[\s_.!-]/g, ""));
}

const STATUS_NUMBER = /^(?:http[\s/]?)?\d{3}(?!\d)[\s:-]?/;

/** The class of an error, such as `ZodError`. */
export function isClassName(text: string): boolean {
  return text.length <= MAX_LENGTH && /(?:Error|Exception)$/.test(text) && !/[^\w.$]/.test(text);
}

/** A status or the number of errors. */
function isShortNumber(word: string): boolean {
  return word.length <= 3 && /^\d+$/.test(word);
}

/** Without spaces. */
const STATUS_NAMES: ReadonlySet<string> = new Set([
  ...["badrequest", "unauthorized", "paymentrequired", "forbidden", "notfound", "methodnotallowed"],
  ...["notacceptable", "requesttimeout", "conflict", "gone", "lengthrequired", "preconditionfailed"],
  ...["payloadtoolarge", "requestentitytoolarge", "contenttoolarge", "uritoolong"],
  ...["unsupportedmediatype", "expectationfailed", "unprocessableentity", "unprocessablecontent"],
  ...["tooearly", "toomanyrequests", "internalservererror", "notimplemented", "badgateway"],
  ...["serviceunavailable", "gatewaytimeout", "error"],
]);

/** The words of sentences such as "One or more validation errors occurred." They name no property and no reason. */
const GENERIC_WORDS: ReadonlySet<string> = new Set([
  ...["a", "an", "the", "this", "your", "one", "or", "more", "some", "in", "of", "with", "for", "and", "to"],
  ...["is", "are", "was", "were", "be", "has", "have", "been", "not", "could", "couldn", "didn", "t"],
  ...["error", "errors", "exception", "failed", "failure", "fail", "fault", "problem", "problems", "issue"],
  ...["issues", "invalid", "valid", "bad", "wrong", "incorrect", "unknown", "unexpected", "general"],
  ...["validation", "validations", "validate", "validated", "constraint", "constraints", "violation"],
  ...["violations", "violated", "schema", "model", "request", "requested", "input", "inputs", "data", "body"],
  ...["payload", "content", "json", "entity", "argument", "arguments", "parameter", "parameters", "params"],
  ...["field", "fields", "value", "values", "given", "provided", "submitted", "supplied", "missing"],
  ...[
    "required",
    "occurred",
    "occured",
    "something",
    "went",
    "happened",
    "processed",
    "process",
    "processing",
    "rejected",
    "http",
  ],
  ...["campaign", "client", "server", "please", "check", "try", "again", "see", "details", "below", "oops"],
]);
