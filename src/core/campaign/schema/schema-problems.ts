import type { Node } from "jsonc-parser";
import { childOf, propertyOf, type CampaignDocument } from "../document";
import { addProperty } from "../edits";
import { modesFor } from "../modes";
import { fromPointer } from "../pointer";
import type { Fix, Problem, Span } from "../problem";
import { acceptsAt, type Accepts } from "./accepted-values";
import { invalidValueProblem } from "./invalid-value";
import type { SchemaError, Validate } from "./validator";

/** A type error makes other errors of the same value redundant. */
const keywordOrder = ["type", "enum", "const", "pattern"];

/** Nobody reads more, and locating thousands takes long. */
const maxProblems = 100;

/** Converts the validator's errors to problems with plain messages and exact places, one for each. */
export function schemaProblems(
  document: CampaignDocument,
  errors: readonly SchemaError[],
  validate: Validate,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  // In a broken text, a property may seem missing only because its object ends too early.
  const whole = document.syntaxErrors.length === 0;
  for (const error of sortedByKeyword(errors)) {
    if (problems.length >= maxProblems) break;
    if (error.keyword === "if" || (error.keyword === "required" && !whole)) continue;
    const missing = error.keyword === "required" ? String(error.params["missingProperty"]) : undefined;
    const pointer = missing === undefined ? error.instancePath : `${error.instancePath}/${missing}`;
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    const path = fromPointer(error.instancePath);
    const found = find(document.root, path);
    if (found === undefined) continue;
    if (missing !== undefined) {
      problems.push(missingProperty(document, pointer, missing, found));
      continue;
    }
    const fits = acceptsAt(document.value, path, validate);
    problems.push(
      invalidValueProblem(document, mostSpecific(error, errors, found.node, fits), path, found.node, fits),
    );
  }
  return problems;
}

function sortedByKeyword(errors: readonly SchemaError[]): SchemaError[] {
  const weight = (error: SchemaError) => {
    const index = keywordOrder.indexOf(error.keyword);
    return index < 0 ? keywordOrder.length : index;
  };
  return [...errors].sort((a, b) => weight(a) - weight(b));
}

/** For a number that matches no allowed text, the list of allowed values says more than its type. */
function mostSpecific(
  error: SchemaError,
  errors: readonly SchemaError[],
  { type, value }: Node,
  fits: Accepts,
): SchemaError {
  if (error.keyword !== "type" || type !== "number" || fits(String(value))) return error;
  const choice = errors.find(
    ({ keyword, instancePath }) => keyword === "enum" && instancePath === error.instancePath,
  );
  return choice ?? error;
}

interface Found {
  readonly node: Node;
  /** The place of the value's key, or its opening bracket if it has no key. */
  readonly name: Span;
}

function find(root: Node | undefined, path: readonly string[]): Found | undefined {
  let node = root;
  let key: Node | undefined;
  for (const segment of path) {
    key = propertyOf(node, segment)?.children?.[0];
    node = childOf(node, segment);
  }
  if (node === undefined) return undefined;
  const name = key ?? { offset: node.offset, length: Math.min(1, node.length) };
  return { node, name: { offset: name.offset, length: name.length } };
}

function missingProperty(document: CampaignDocument, pointer: string, key: string, parent: Found): Problem {
  const mode = (document.value as { dialingMode?: unknown } | null | undefined)?.dialingMode;
  const forMode = modesFor(key) !== undefined && typeof mode === "string" ? ` for a ${mode} campaign` : "";
  const fixes: Fix[] = [];
  const only = onlyValue[key];
  if (only !== undefined) {
    const edits = [addProperty(document.text, parent.node, key, only)];
    fixes.push({ title: `Add "${key}": ${JSON.stringify(only)}`, edits, preferred: true, safe: false });
  }
  const what = purposes[pointer] ?? purposes[key] ?? "it is required";
  const message = `${key} is missing: ${what}. The platform rejects a campaign without it${forMode}. Add it.`;
  return { code: "schema/required", severity: "error", message, pointer, ...parent.name, fixes };
}

/** Properties with only one possible value at this endpoint. */
const onlyValue: Readonly<Record<string, string>> = { campaignType: "voice" };

/** The purpose of each required property, by its key, or by its pointer if the key is ambiguous. */
const purposes: Readonly<Record<string, string>> = {
  "/dncLists/name": "it is the name of the do-not-call list, whose people are never called",
  name: "the platform finds a campaign by its name",
  description: "it describes the purpose of the campaign",
  contactLists: "it lists the contact lists to dial",
  dncLists: "it contains the do-not-call list, whose people are never called",
  priority: "it sets the share of calls that this campaign gets",
  dialingMode: "it decides whether the dialer or the agent acts first",
  dialingStrategy: "it sets when, how often and from which number people are called",
  callerId: "it contains the number that people see when called",
  phoneNumber: "it is the number that people see when called",
  callingHours: "it sets when people may be called",
  frequency: "it sets how the calling windows repeat",
  timezone: "it sets the time zone of the calling windows",
  days: "it lists the calling windows",
  day: "it sets the day of the window",
  start: "it sets when the window opens",
  end: "it sets when the window closes",
  dialingOrder: "it sets which contact is dialed first",
  maxAttemptsPerRecord: "it limits how often a contact is called",
  defaultRetryPeriod: "it sets the minutes before the next attempt",
  maxRingTime: "it sets how many seconds an unanswered call rings",
  queue_name: "it selects the queue whose agents take the calls",
  maxSkips: "it sets how many contacts an agent may skip",
  experienceFlowName: "it selects the flow that talks to the person called",
  enableMachineDetect: "it sets what happens when an answering machine picks up",
  campaignType: "it marks this as a voice campaign",
};
