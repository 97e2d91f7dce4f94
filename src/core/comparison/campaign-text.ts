import { parseDocument } from "../campaign/document";
import { knownKeys } from "../campaign/generated/known-keys";
import { joinShortLines } from "../campaign/layout";
import { locate } from "../campaign/locate";
import { isForMode } from "../campaign/modes";
import { toPointer } from "../campaign/pointer";
import { applyEdits, type Edit } from "../campaign/problem";
import { isObject, type JsonObject } from "../text/json-guards";
import { visibleLine } from "../text/visible";
import { visibleJson } from "../text/visible-json";
import type { AccountValues } from "./account-values";

export interface CampaignText {
  /** Ends with a line end. */
  readonly text: string;
  /** RFC 6901 pointers of the properties that the campaign needs and the account did not return. */
  readonly gaps: readonly string[];
  /** Keys of the account's schedule that are in use and that a campaign file cannot contain. Untrusted text. */
  readonly leftOut: readonly string[];
}

/**
 * The value of a gap. Where it is a possible name, the rule `placeholder` reports it; elsewhere the schema does, because
 * it has the wrong type.
 */
export const NOT_RETURNED = "<not returned>";

const COMMENT = " // The platform does not return this value. Enter it.";

/**
 * A campaign of the account as the text of a campaign file, with the keys in the order of the schema and one calling
 * window a line. Times and time zone are as the platform returned them. A property that the campaign needs and the
 * account did not return becomes a gap, marked by a comment; nothing is invented. The schedule is optional, so it is
 * written only as far as it was returned, and what a file cannot contain of it is named in a comment. `data` is the
 * campaign in the get response.
 */
export function toCampaignFile(account: AccountValues, data: JsonObject = account): CampaignText {
  const gaps: string[] = [];
  const campaign = withGaps("", account, account["dialingMode"], gaps);
  const text = `${joinShortLines(visibleJson(JSON.stringify(campaign, undefined, 2)))}\n`;
  const leftOut = leftOutOf(data);
  const comments = [
    ...gaps.map((pointer) => ({ pointer, comment: COMMENT })),
    ...(leftOut.length === 0 ? [] : [{ pointer: "/schedule", comment: leftOutComment(leftOut) }]),
  ];
  return { text: withComments(text, comments), gaps, leftOut };
}

function leftOutOf({ schedule }: JsonObject): readonly string[] {
  if (!isObject(schedule)) return [];
  const known = knownKeys["schedule"] ?? [];
  return Object.entries(schedule)
    .filter(([key, value]) => !known.includes(key) && value !== false && value !== null)
    .map(([key]) => key);
}

function leftOutComment(keys: readonly string[]): string {
  return ` // The account's schedule also has ${visibleLine(keys.join(", "), 200)}. A campaign file can't contain this.`;
}

function withGaps(path: string, values: JsonObject, mode: unknown, gaps: string[]): JsonObject {
  const filled: Record<string, unknown> = {};
  for (const key of knownKeys[path] ?? []) {
    if (key === "$schema" || !isForMode(key, mode)) continue;
    const value = values[key];
    if (key === "schedule") {
      if (isObject(value) && Object.keys(value).length > 0) filled[key] = value;
      continue;
    }
    const below = path === "" ? key : `${path}/${key}`;
    if (Object.hasOwn(knownKeys, below))
      filled[key] = withGaps(below, isObject(value) ? value : {}, mode, gaps);
    else if (value !== undefined) filled[key] = value;
    else {
      filled[key] = gapAt(below);
      gaps.push(toPointer(below.split("/")));
    }
  }
  return filled;
}

/** A description may be any text, so only a value that is not a text is reported. */
function gapAt(path: string): unknown {
  if (path === "description") return null;
  return path === "contactLists" ? [NOT_RETURNED] : NOT_RETURNED;
}

interface Comment {
  readonly pointer: string;
  readonly comment: string;
}

/** Two gaps on one line share a comment. */
function withComments(text: string, comments: readonly Comment[]): string {
  const document = parseDocument(text);
  const byEnd = new Map<number, string>();
  for (const { pointer, comment } of comments) {
    const where = locate(document, pointer);
    if (where !== undefined) byEnd.set(text.indexOf("\n", where.offset), comment);
  }
  const edits = [...byEnd].map(([offset, content]): Edit => ({ offset, length: 0, content }));
  return applyEdits(text, edits);
}
