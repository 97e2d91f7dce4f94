import { isList, isObject, isText, type JsonObject } from "../text/json-guards";

/** One error that a server reports. */
export interface ErrorEntry {
  /** The server's own words. */
  readonly message: string;
  /** The field it names, as one path or as segments. */
  readonly field?: string | readonly string[];
}

/** Limits for untrusted responses; a person reads no more. */
export const MAX_ENTRIES = 100;
/** Items and keys that are examined. */
const MAX_VISITED = 1_000;
/** Nesting depth: a Google error has `error.details[]`, a nested validator `errors[].children[]`. */
const DEEPEST = 4;

/**
 * Reads the errors in a response, in the forms of common servers: the vendor's `errors[].msg`, NestJS (`message` as a
 * list), Spring (`errors[].defaultMessage`), hapi and celebrate (`validation`), Fastify, FastAPI (`detail[].msg` and
 * `loc`), Joi (`details[]`), ASP.NET (`errors` by property), RFC 9457 (`title`, `detail`, `errors[].pointer`,
 * `invalid-params`), JSON:API (`errors[].detail` and `source.pointer`) and Zod (`error.issues[]`). The entries come
 * first, then sentences about the whole request, each once. The name of the status ("Bad Request") counts only if there
 * is nothing else.
 */
export function errorEntries(json: unknown): ErrorEntry[] {
  if (!isObject(json)) return [];
  const found = new Found();
  for (const key of LISTS) collect(json[key], 0, found);
  const { error } = json;
  if (!isText(error)) collect(error, 0, found);
  for (const key of ["message", "detail", "title", "error_description"]) {
    const value = json[key];
    if (isText(value)) found.add({ message: value });
    else if (key !== "title") collect(value, 0, found);
  }
  if (isText(error) && (found.entries.length === 0 || !isStatusName(error))) found.add({ message: error });
  return found.entries;
}

/** Where servers list errors. */
const LISTS = [
  ...["errors", "violations", "fieldErrors", "invalid-params", "invalidParams", "validation"],
  ...["details", "issues", "subErrors"],
];

class Found {
  readonly entries: ErrorEntry[] = [];
  readonly #known = new Set<string>();
  #looked = 0;

  add(entry: ErrorEntry): void {
    const key = JSON.stringify([entry.message, entry.field]);
    if (this.entries.length >= MAX_ENTRIES || this.#known.has(key)) return;
    this.#known.add(key);
    this.entries.push(entry);
  }

  /** Counts one item or key. False once the limit is reached. */
  look(): boolean {
    this.#looked++;
    return this.#looked <= MAX_VISITED && this.entries.length < MAX_ENTRIES;
  }
}

/** A sentence, an entry, a list of these, or an object of them by property. */
function collect(value: unknown, depth: number, found: Found, property?: string): void {
  if (!found.look() || depth > DEEPEST) return;
  if (isText(value)) found.add(withField(value, property));
  else if (isList(value)) {
    // Not for…of: the length of an untrusted list is limited before the loop.
    for (let index = 0; index < value.length && found.look(); index++)
      collect(value[index], depth + 1, found, property);
  } else if (isObject(value)) collectObject(value, depth, found, property);
}

function collectObject(value: JsonObject, depth: number, found: Found, property: string | undefined): void {
  const field = fieldBeside(value) ?? property;
  const before = found.entries.length;
  for (const key of WORDS) {
    const words = value[key];
    if (!isText(words)) continue;
    found.add(withField(words, field));
    break;
  }
  for (const key of NESTED) {
    const inner = value[key];
    // Nested errors inherit the field of their parent unless they name their own.
    if (key === "constraints" && isObject(inner)) addConstraints(inner, field, found);
    else if (inner !== undefined) collect(inner, depth + 1, found, isText(field) ? field : undefined);
  }
  // An entry without a message may have messages by property.
  if (found.entries.length > before || isEntry(value)) return;
  for (const name of Object.keys(value).slice(0, MAX_VISITED)) {
    if (!found.look()) return;
    collect(value[name], depth + 1, found, isWrapper(name) ? undefined : name);
  }
}

/** class-validator: sentences by the name of the constraint. */
function addConstraints(constraints: JsonObject, field: ErrorEntry["field"], found: Found): void {
  for (const name of Object.keys(constraints).slice(0, MAX_ENTRIES)) {
    const words = constraints[name];
    if (isText(words)) found.add(withField(words, field));
  }
}

/** The texts of an entry, most specific first. */
const WORDS = [
  ...["msg", "message", "detail", "defaultMessage", "description", "reason", "title", "errorMessage"],
];
const NESTED = ["errors", "issues", "details", "constraints", "children", "fieldViolations"];
/** Keys of an entry, which distinguish it from an object of entries by property. */
const MARKS = ["code", "type", "loc", "path", "field", "status", "source", "keys"];

function isEntry(value: JsonObject): boolean {
  return MARKS.some((key) => value[key] !== undefined);
}

/** celebrate has parts of the request instead of properties. */
function isWrapper(name: string): boolean {
  return ["body", "payload", "query", "params", "headers"].includes(name);
}

function withField(message: string, field: ErrorEntry["field"]): ErrorEntry {
  return field === undefined ? { message } : { message, field };
}

const FIELDS = [
  ...["field", "param", "path", "property", "propertyPath", "pointer", "instancePath", "loc", "keys", "name"],
];
/** Limits for a path, in characters and segments. A campaign's longest path has five segments. */
const LONGEST_PATH = 500;
const MAX_SEGMENTS = 32;

function fieldBeside(entry: JsonObject): ErrorEntry["field"] {
  const { source } = entry;
  if (isObject(source) && isPath(source["pointer"])) return source["pointer"];
  for (const key of FIELDS) {
    const value = entry[key];
    // A validator's error has its own name.
    if (key === "name" && entry["reason"] === undefined) continue;
    if (isPath(value)) return value;
    // celebrate and hapi list complete paths, not the segments of one path.
    if (key === "keys" && isList(value) && isPath(value[0])) return value[0];
    if (isList(value) && value.length > 0 && value.length <= MAX_SEGMENTS) {
      const segments = value.map((segment) => (typeof segment === "number" ? `${segment}` : segment));
      if (segments.every(isPath)) return segments;
    }
  }
  return undefined;
}

function isPath(value: unknown): value is string {
  return isText(value) && value.length <= LONGEST_PATH;
}

/** Whether a server's message is only that the request is invalid, without a reason. */
export function isWithoutReason(message: string): boolean {
  return isStatusName(message) || WITHOUT_REASON.has(bare(message));
}

const WITHOUT_REASON: ReadonlySet<string> = new Set([
  ...["validation failed", "validation error", "validation errors", "request validation failed"],
  ...["input validation failed", "one or more validation errors occurred", "invalid request"],
  ...["invalid input", "invalid data", "invalid request body", "request failed", "failed", "failure"],
  ...["an error occurred", "something went wrong"],
]);

/** Standard names of HTTP statuses, which only repeat the number. */
function isStatusName(text: string): boolean {
  return STATUS_NAMES.has(bare(text));
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/[.!:]$/, "")
    .toLowerCase();
}

const STATUS_NAMES: ReadonlySet<string> = new Set([
  ...["bad request", "unauthorized", "payment required", "forbidden", "not found", "method not allowed"],
  ...["not acceptable", "request timeout", "conflict", "gone", "length required", "precondition failed"],
  ...["payload too large", "request entity too large", "content too large", "uri too long"],
  ...["unsupported media type", "expectation failed", "unprocessable entity", "unprocessable content"],
  ...["too early", "too many requests", "internal server error", "not implemented", "bad gateway"],
  ...["service unavailable", "gateway timeout", "gateway time-out", "badrequest", "error"],
]);
