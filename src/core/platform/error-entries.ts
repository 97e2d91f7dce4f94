import { isList, isObject, isText, type JsonObject } from "../text/json-guards";

/** One thing that a server says is wrong. */
export interface ErrorEntry {
  /** The server's own words. */
  readonly message: string;
  /** What it names beside them: one path as a text, or its segments. */
  readonly field?: string | readonly string[];
}

/** Nobody reads more, and a server may say anything. */
export const MOST_ENTRIES = 100;
/** Items and keys that are looked at for them. */
const MOST_LOOKED_AT = 1_000;
/** Lists in an entry of a list: a Google error has `error.details[]`, a nested validator `errors[].children[]`. */
const DEEPEST = 4;

/**
 * What a response says is wrong, in the forms of common servers: the vendor's `errors[].msg`, NestJS (`message` as a
 * list), Spring (`errors[].defaultMessage`), hapi and celebrate (`validation`), Fastify, FastAPI (`detail[].msg` and
 * `loc`), Joi (`details[]`), ASP.NET (`errors` by property), RFC 9457 (`title`, `detail`, `errors[].pointer`,
 * `invalid-params`) and JSON:API (`errors[].detail` and `source.pointer`). The entries come first, then the sentences
 * about the whole, each once. The name of the status ("Bad Request") counts only where there is nothing else.
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

/** Where servers list what is wrong. */
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
    if (this.entries.length >= MOST_ENTRIES || this.#known.has(key)) return;
    this.#known.add(key);
    this.entries.push(entry);
  }

  /** Counts one item or key, and says whether it may be looked at. */
  look(): boolean {
    this.#looked++;
    return this.#looked <= MOST_LOOKED_AT && this.entries.length < MOST_ENTRIES;
  }
}

/** A sentence, an entry, a list of these, or an object of them by property. */
function collect(value: unknown, depth: number, found: Found, property?: string): void {
  if (!found.look() || depth > DEEPEST) return;
  if (isText(value)) found.add(withField(value, property));
  else if (isList(value)) {
    // Not for…of: a list of strangers is bounded before it is walked.
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
    // The field of what holds them is theirs, unless they name another.
    if (key === "constraints" && isObject(inner)) addConstraints(inner, field, found);
    else if (inner !== undefined) collect(inner, depth + 1, found, isText(field) ? field : undefined);
  }
  // One that says nothing itself says it by property.
  if (found.entries.length > before || isEntry(value)) return;
  for (const name of Object.keys(value).slice(0, MOST_LOOKED_AT)) {
    if (!found.look()) return;
    collect(value[name], depth + 1, found, isWrapper(name) ? undefined : name);
  }
}

/** class-validator: the sentences by the name of the constraint. */
function addConstraints(constraints: JsonObject, field: ErrorEntry["field"], found: Found): void {
  for (const name of Object.keys(constraints).slice(0, MOST_ENTRIES)) {
    const words = constraints[name];
    if (isText(words)) found.add(withField(words, field));
  }
}

/** What an entry says, the most exact first. */
const WORDS = [
  ...["msg", "message", "detail", "defaultMessage", "description", "reason", "title", "errorMessage"],
];
const NESTED = ["errors", "details", "constraints", "children", "fieldViolations"];
/** What an entry has, and an object of entries by property has not. */
const MARKS = ["code", "type", "loc", "path", "field", "status", "source", "keys"];

function isEntry(value: JsonObject): boolean {
  return MARKS.some((key) => value[key] !== undefined);
}

/** celebrate has the parts of the request in place of properties. */
function isWrapper(name: string): boolean {
  return ["body", "payload", "query", "params", "headers"].includes(name);
}

function withField(message: string, field: ErrorEntry["field"]): ErrorEntry {
  return field === undefined ? { message } : { message, field };
}

const FIELDS = [
  ...["field", "param", "path", "property", "propertyPath", "pointer", "instancePath", "loc", "keys", "name"],
];
/** Characters and segments of a path; the longest path of a campaign has five segments. */
const LONGEST_PATH = 500;
const MOST_SEGMENTS = 32;

function fieldBeside(entry: JsonObject): ErrorEntry["field"] {
  const { source } = entry;
  if (isObject(source) && isPath(source["pointer"])) return source["pointer"];
  for (const key of FIELDS) {
    const value = entry[key];
    // A validator's error has a name of its own.
    if (key === "name" && entry["reason"] === undefined) continue;
    if (isPath(value)) return value;
    // celebrate and hapi list whole paths, and not the segments of one.
    if (key === "keys" && isList(value) && isPath(value[0])) return value[0];
    if (isList(value) && value.length > 0 && value.length <= MOST_SEGMENTS) {
      const segments = value.map((segment) => (typeof segment === "number" ? `${segment}` : segment));
      if (segments.every(isPath)) return segments;
    }
  }
  return undefined;
}

function isPath(value: unknown): value is string {
  return isText(value) && value.length <= LONGEST_PATH;
}

/** What HTTP calls the status, which the number shows already. */
function isStatusName(text: string): boolean {
  return STATUS_NAMES.has(text.trim().toLowerCase());
}

const STATUS_NAMES: ReadonlySet<string> = new Set([
  ...["bad request", "unauthorized", "payment required", "forbidden", "not found", "method not allowed"],
  ...["not acceptable", "request timeout", "conflict", "gone", "length required", "precondition failed"],
  ...["payload too large", "request entity too large", "content too large", "uri too long"],
  ...["unsupported media type", "expectation failed", "unprocessable entity", "unprocessable content"],
  ...["too early", "too many requests", "internal server error", "not implemented", "bad gateway"],
  ...["service unavailable", "gateway timeout", "gateway time-out", "badrequest", "error"],
]);
