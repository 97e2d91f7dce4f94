import type { Node } from "jsonc-parser";
import { childOf, propertyOf, toDocument, type CampaignDocument } from "../campaign/document";
import type { Campaign, DialingMode, DialingStrategy } from "../campaign/generated/campaign";
import { validate } from "../campaign/generated/validate";
import { Lines } from "../campaign/lines";
import { syntaxFaults } from "../campaign/syntax/syntax-faults";
import type { CallingPlan, DialingPlan, PlannedWindow } from "../hours/dialing-plan";
import type { JsonObject } from "../text/json-guards";
import { Selection, toSelector } from "./selection";

/**
 * The dialing plan for the key at an offset: all of it for `dialingStrategy`, the hours for `callingHours`, undefined
 * for other keys. It contains only valid parts, even when the rest of the file is broken. Of a duplicate key, the last
 * value counts.
 */
export function dialingPlanAt(document: CampaignDocument, offset: number): DialingPlan | undefined {
  const strategy = propertyOf(document.root, "dialingStrategy");
  const hours = propertyOf(strategy?.children?.[1], "callingHours");
  const whole = isKeyAt(strategy, offset);
  if (!whole && !isKeyAt(hours, offset)) return undefined;
  const plan = planIn(document);
  return whole || plan === undefined ? plan : { callingHours: plan.callingHours };
}

/** The valid parts of the dialing plan that the account returned. */
export function dialingPlanOf(values: JsonObject): DialingPlan {
  const { dialingStrategy } = values;
  return planIn(toDocument(JSON.stringify({ dialingStrategy }))) ?? {};
}

function planIn(document: CampaignDocument): DialingPlan | undefined {
  const parts = validParts(document);
  return (
    parts && {
      callingHours: parts.ofStrategy("callingHours"),
      maxAttemptsPerRecord: parts.ofStrategy("maxAttemptsPerRecord"),
      defaultRetryPeriod: parts.ofStrategy("defaultRetryPeriod"),
    }
  );
}

/** The calling week of a text, with the windows that are valid. Never throws, whatever the text contains. */
export function readCallingPlan(source: string | CampaignDocument): CallingPlan {
  const document = toDocument(source);
  const parts = validParts(document);
  if (parts === undefined) return emptyPlan(unreadable(document));
  const strategy = valueOf(document.root, "dialingStrategy");
  const hours = valueOf(strategy, "callingHours");
  const list = valueOf(hours, "days");
  const items = list?.type === "array" ? (list.children ?? []) : [];
  const windows = parts.windows(items);
  const frequency = parts.ofHours("frequency", hours);
  const timezone = parts.ofHours("timezone", hours);
  const lines = new Lines(document.text);
  const shown = new Set(windows.map(({ index }) => index));
  const gaps = [
    ...(parts.unclearFrom === undefined
      ? []
      : [
          `Line ${lines.position(parts.unclearFrom).line + 1} has a syntax error. What comes after it may be missing here.`,
        ]),
    ...(hours === undefined ? ["The file has no calling hours (dialingStrategy.callingHours)."] : []),
    ...(hours !== undefined && list?.type !== "array"
      ? ["The calling hours have no list of windows (days)."]
      : []),
    ...limited(
      items.flatMap(({ offset }, index) =>
        shown.has(index)
          ? []
          : [
              `Window ${index + 1} on line ${lines.position(offset).line + 1} is not valid, so it is not shown.`,
            ],
      ),
    ),
    ...(hours !== undefined && frequency === undefined
      ? ["The frequency is missing or not valid, so the week has no total."]
      : []),
    ...(hours !== undefined && timezone === undefined
      ? ["The time zone is missing or not valid, so the next opening is unknown."]
      : []),
  ];
  return {
    ...{ mode: parts.mode, frequency, timezone, windows, gaps },
    attempts: parts.ofStrategy("maxAttemptsPerRecord"),
    retryPeriod: parts.ofStrategy("defaultRetryPeriod"),
    ringTime: parts.ofStrategy("maxRingTime"),
  };
}

/** Limit on invalid windows that are listed. */
const maxListed = 5;

function limited(gaps: readonly string[]): readonly string[] {
  if (gaps.length <= maxListed) return gaps;
  return [...gaps.slice(0, maxListed), `${gaps.length - maxListed} more windows are not valid.`];
}

function emptyPlan(gap: string): CallingPlan {
  const unknown = { mode: undefined, frequency: undefined, timezone: undefined, attempts: undefined };
  return { ...unknown, retryPeriod: undefined, ringTime: undefined, windows: [], gaps: [gap] };
}

function unreadable({ refused, text }: CampaignDocument): string {
  if (refused?.name === "too-large") return "The file is too large to be read.";
  if (refused?.name === "too-deep") return "The file is nested too deeply to be read.";
  return text.trim() === "" ? "The file is empty." : "The file has too many syntax errors to be read.";
}

/** Reads the valid parts of a document; undefined if it has too many syntax errors. */
function validParts(document: CampaignDocument) {
  const syntax = syntaxFaults(document);
  if (document.root === undefined || !syntax.readable) return undefined;
  const parts = new Selection(document, validate(document.value) ? [] : (validate.errors ?? []));
  const strategy = valueOf(document.root, "dialingStrategy");
  const trusts = ({ offset, length }: Node) => syntax.trusts(offset) && syntax.trusts(offset + length);
  const part = (path: string, place: Node | undefined): unknown => {
    if (place === undefined || !trusts(place)) return undefined;
    return parts.at(toSelector(`dialingStrategy/${path}`))[0]?.value;
  };
  return {
    mode: parts.at(toSelector("dialingMode"))[0]?.value as DialingMode | undefined,
    // Each part is valid, so it has the type that the schema gives it.
    ofStrategy: <K extends keyof DialingStrategy>(key: K) =>
      part(key, propertyOf(strategy, key)) as DialingStrategy[K] | undefined,
    ofHours: <K extends "frequency" | "timezone">(key: K, hours: Node | undefined) =>
      part(`callingHours/${key}`, propertyOf(hours, key)) as
        Campaign["dialingStrategy"]["callingHours"][K] | undefined,
    windows: (items: readonly Node[]): PlannedWindow[] =>
      parts.at(toSelector("dialingStrategy/callingHours/days/*")).flatMap(({ segment, value }) => {
        const index = Number(segment);
        const item = items[index];
        return item !== undefined && trusts(item)
          ? [{ index, window: value as PlannedWindow["window"] }]
          : [];
      }),
    /** Where the text becomes unclear, if it does. */
    unclearFrom: syntax.faults[0]?.offset,
  };
}

function valueOf(node: Node | undefined, key: string): Node | undefined {
  return node?.type === "object" ? childOf(node, key) : undefined;
}

function isKeyAt(property: Node | undefined, offset: number): boolean {
  const key = property?.children?.[0];
  return key !== undefined && offset >= key.offset && offset < key.offset + key.length;
}
