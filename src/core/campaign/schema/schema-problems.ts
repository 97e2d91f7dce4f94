import type { Node } from "jsonc-parser";
import { childOf, propertyOf, type CampaignDocument } from "../document";
import { addProperty } from "../edits";
import { modesFor } from "../modes";
import { fromPointer } from "../pointer";
import type { Fix, Problem, Span } from "../problem";
import { acceptsAt, type Accepts } from "./accepted-values";
import { invalidValueProblem } from "./invalid-value";
import type { SchemaError, Validate } from "./validator";

/** A fault of the type makes what else is said of the same value a repetition. */
const firstSaid = ["type", "enum", "const", "pattern"];

/** Nobody reads more, and to place thousands takes long. */
const most = 100;

/** The validator's faults in plain words, at the exact place, one for each fault. */
export function schemaProblems(
  document: CampaignDocument,
  errors: readonly SchemaError[],
  validate: Validate,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  // While the text is broken a property may be missing only because its object ends too early.
  const whole = document.syntaxErrors.length === 0;
  for (const error of inOrderOfWeight(errors)) {
    if (problems.length >= most) break;
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
      invalidValueProblem(document, tellingMore(error, errors, found.node, fits), path, found.node, fits),
    );
  }
  return problems;
}

function inOrderOfWeight(errors: readonly SchemaError[]): SchemaError[] {
  const weight = (error: SchemaError) => {
    const index = firstSaid.indexOf(error.keyword);
    return index < 0 ? firstSaid.length : index;
  };
  return [...errors].sort((a, b) => weight(a) - weight(b));
}

/** Of a number that is none of the texts to choose from it says more what these are than that it must be text. */
function tellingMore(
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
  /** Where the value's name is: its key, or its opening bracket where it has none. */
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
  const message = `${key} is missing: ${what}. The platform refuses a campaign without it${forMode}; add it here.`;
  return { code: "schema/required", severity: "error", message, pointer, ...parent.name, fixes };
}

/** Properties that can only have one value at this endpoint. */
const onlyValue: Readonly<Record<string, string>> = { campaignType: "voice" };

/** What a required property is there for, by its pointer where its key alone does not tell. */
const purposes: Readonly<Record<string, string>> = {
  "/dncLists/name": "it names the list of people who are never called",
  name: "a campaign is found by its name",
  description: "it says what the campaign is for",
  contactLists: "it names the contact lists to dial",
  dncLists: "it names the do-not-call list, whose people are never called",
  priority: "it says how large a share of the calls this campaign gets",
  dialingMode: "it says who acts first, the dialler or the agent",
  dialingStrategy: "it says when, how often and from which number people are called",
  callerId: "it holds the number that people see when called",
  phoneNumber: "it is the number that people see when called",
  callingHours: "it says when people may be called",
  frequency: "it says how the calling windows repeat",
  timezone: "it says whose clock the calling windows follow",
  days: "it lists the calling windows",
  day: "it says on which day the window opens",
  start: "it says when the window opens",
  end: "it says when the window closes",
  dialingOrder: "it says which contact is dialled first",
  maxAttemptsPerRecord: "it says how often a contact is called at most",
  defaultRetryPeriod: "it says how many minutes pass before the next attempt",
  maxRingTime: "it says after how many seconds a call that nobody answers ends",
  queue_name: "it names the queue whose agents take the calls",
  maxSkips: "it says how many contacts an agent may skip",
  experienceFlowName: "it names the flow that speaks with the person called",
  enableMachineDetect: "it says what happens when an answering machine picks up",
  campaignType: "it says that this is a voice campaign",
};
