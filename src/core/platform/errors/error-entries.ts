import { isList, isObject, isText, type JsonObject } from "../../text/json-guards";
import { isClassName, isGeneric, isStatusName } from "./generic-message";

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
 * `loc`), Joi (`details[]`), Zod (`issues[]`), ASP.NET (`errors` by property), Azure (`error.details[].target`), RFC
 * 9457 (`title`, `detail`, `errors[].pointer`, `invalid-params`) and JSON:API (`errors[].detail` and
 * `source.pointer`). The entries come first, then sentences about the whole request, each once. The name of the status
 * ("Bad Request") counts only if there is nothing else.
 */
export function errorEntries(json: unknown): ErrorEntry[] {
  if (!isObject(json)) return [];
  const found = new Found();
  const { error } = json;
  for (const list of errorLists(json)) collect(list, 0, found);
  for (const key of EXPLANATIONS) collect(json[key], 0, found);
  if (!isText(error)) collect(error, 0, found);
  for (const value of wrappedErrors(json)) collect(value, 0, found);
  for (const key of ["message", "detail", "title", "error_description", "reason", "msg", "errorMessage"]) {
    const value = json[key];
    if (isText(value)) found.add({ message: value });
    else if (key !== "title") collect(value, 0, found);
  }
  if (isText(error)) found.add({ message: error });
  return found.all();
}

/** Lists that contain nothing but errors. A success with one is not certain. */
const CERTAIN_LISTS = [
  ...["errors", "violations", "fieldErrors", "validationErrors", "invalid-params", "invalidParams"],
  ...["subErrors", "constraintViolations", "parameterViolations"],
];

/** Where servers list errors. A success may have the last two as well: a result of a check, a link to a tracker. */
const ERROR_LISTS = [...CERTAIN_LISTS, "validation", "issues"];

/** Lists that explain an error, but may also be part of a success. */
const EXPLANATIONS = ["details", "reasons", "cause", "causes", "messages"];

/** The error lists of an object, where present. A `validation` in words is the name of a rule or a state. */
function errorLists(value: JsonObject): unknown[] {
  return ERROR_LISTS.map((key) => {
    const list = value[key];
    return key === "validation" && typeof list !== "object" ? undefined : list;
  }).filter((list) => list !== undefined);
}

/** The errors in the objects that servers wrap a response in. A number is a count, such as that of failed calls. */
function wrappedErrors(json: JsonObject): unknown[] {
  const wrapped = ["data", "_embedded", "result", "response"].map((key) => json[key]).filter(isObject);
  return wrapped
    .flatMap((inner) => [...errorLists(inner), inner["error"]])
    .filter((value) => value !== undefined && typeof value !== "number");
}

/**
 * What makes a success uncertain, besides `errors` and `error`. Where a success has other things as well, only lists that
 * have items and an error in words count.
 */
export function certainErrors(json: JsonObject): unknown[] {
  const inner = [json["data"], json["_embedded"]].filter(isObject);
  const lists = [
    json["issues"],
    json["validation"],
    ...inner.flatMap((one) => CERTAIN_LISTS.map((key) => one[key])),
  ];
  const words = inner.map(({ error }) => error).filter((error) => isText(error) && !NO_ERROR.test(error));
  return [...CERTAIN_LISTS.map((key) => json[key]), ...lists.filter(isList), ...words];
}

const NO_ERROR = /^(?:0|none|null|ok|no|n\/a|false|no errors?)$/i;

class Found {
  readonly #entries: ErrorEntry[] = [];
  readonly #known = new Set<string>();
  /** The first name of a status. */
  #statusName: ErrorEntry | undefined;
  #looked = 0;
  /** How often something was found, also if it is not kept. */
  count = 0;

  add(entry: ErrorEntry): void {
    this.count++;
    if (entry.field === undefined && isStatusName(entry.message)) {
      // "Error" says less than any other name.
      if (this.#statusName === undefined || /^error$/i.test(this.#statusName.message))
        this.#statusName = entry;
      return;
    }
    const key = JSON.stringify([entry.message, entry.field]);
    if (this.#entries.length >= MAX_ENTRIES || this.#known.has(key)) return;
    this.#known.add(key);
    this.#entries.push(entry);
  }

  all(): ErrorEntry[] {
    // Single words may be values that explain nothing.
    const isExplained = this.#entries.some(
      ({ message, field }) => field !== undefined || message.includes(" "),
    );
    return isExplained || this.#statusName === undefined
      ? this.#entries
      : [...this.#entries, this.#statusName];
  }

  /** Counts one item or key. False once the limit is reached. */
  look(): boolean {
    this.#looked++;
    return this.#looked <= MAX_VISITED && this.#entries.length < MAX_ENTRIES;
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
  const before = found.count;
  const words = wordsOf(value);
  if (words !== undefined) found.add(withField(words, field));
  for (const key of NESTED) {
    const inner = value[key];
    // The `validation` of an entry is the name of its rule.
    if (inner === undefined || (key === "validation" && isText(inner))) continue;
    // Nested errors inherit the field of their parent unless they name their own.
    if (key === "constraints" && isObject(inner)) addConstraints(inner, field, found);
    else collect(inner, depth + 1, found, isText(field) ? field : undefined);
  }
  // An entry without a message may have messages by property.
  if (found.count > before || isEntry(value)) return;
  for (const name of Object.keys(value).slice(0, MAX_VISITED)) {
    if (!found.look()) return;
    if (!isOfError(name, value)) collect(value[name], depth + 1, found, pathOf(property, name));
  }
}

/** The most specific text of an entry. */
function wordsOf(entry: JsonObject): string | undefined {
  const texts = WORDS.map((key) => entry[key]).filter(isText);
  const [first] = texts;
  if (first === undefined || !isGeneric(first)) return first;
  // A word alone is a code, and a title often names the operation. Both say less than a general sentence.
  const specific = REASONS.map((key) => entry[key]).find(
    (text) => isText(text) && text.includes(" ") && !isGeneric(text),
  );
  return isText(specific) ? specific : (texts.find((text) => !isStatusName(text)) ?? first);
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
  "error",
];
/** Those that can replace a general one. */
const REASONS = ["msg", "message", "detail", "defaultMessage", "reason", "errorMessage", "error"];
const NESTED = [...ERROR_LISTS, ...EXPLANATIONS, "constraints", "children", "fieldViolations"];
/** Keys of an entry, which distinguish it from an object of entries by property. */
const MARKS = ["code", "type", "loc", "path", "field", "status", "source", "keys"];

function isEntry(value: JsonObject): boolean {
  return MARKS.some((key) => value[key] !== undefined);
}

/** Whether a key describes the error itself, such as the `name` of its class, and not a property of the campaign. */
function isOfError(key: string, error: JsonObject): boolean {
  if (key === "stack" || key === "statusCode") return true;
  const { name, stack } = error;
  return key === "name" && isText(name) && (isClassName(name) || stack !== undefined);
}

/** The path of a property in an object of entries by property. */
function pathOf(parent: string | undefined, name: string): string | undefined {
  if (
    WRAPPERS.includes(name) ||
    (parent === undefined && /^\d+$|(?:dto|request|input|campaign)$/i.test(name))
  )
    return parent;
  const path = parent === undefined ? name : `${parent}/${name}`;
  return isPath(path) ? path : undefined;
}

/** Not properties: celebrate has parts of the request instead, and Zod has lists below each property. */
const WRAPPERS = [
  ...["body", "payload", "query", "params", "headers", "json", "properties", "_errors", "error"],
  ...["fields", "input", "campaign", "campaigns"],
];

function withField(message: string, field: ErrorEntry["field"]): ErrorEntry {
  return field === undefined ? { message } : { message, field };
}

const FIELDS = [
  ...["field", "param", "path", "property", "propertyPath", "pointer", "instancePath", "loc", "keys", "name"],
  ...["target", "propertyName"],
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
