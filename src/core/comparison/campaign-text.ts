import { parseDocument } from "../campaign/document";
import { knownKeys } from "../campaign/generated/known-keys";
import { joinShortLines } from "../campaign/layout";
import { locate } from "../campaign/locate";
import { isForMode } from "../campaign/modes";
import { toPointer } from "../campaign/pointer";
import { applyEdits, type Edit } from "../campaign/problem";
import { isObject, type JsonObject } from "../text/json-guards";
import { visibleJson } from "../text/visible-json";
import type { AccountValues } from "./account-values";

export interface CampaignText {
  /** Ends with a line end. */
  readonly text: string;
  /** RFC 6901 pointers of the properties that the campaign needs and the account did not return. */
  readonly gaps: readonly string[];
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
 * account did not return becomes a gap, marked by a comment; nothing is invented. The schedule is left out, because
 * other calls set it.
 */
export function toCampaignFile(account: AccountValues): CampaignText {
  const gaps: string[] = [];
  const campaign = withGaps("", account, account["dialingMode"], gaps);
  const text = `${joinShortLines(visibleJson(JSON.stringify(campaign, undefined, 2)))}\n`;
  return { text: withComments(text, gaps), gaps };
}

/** Properties of the schema that a campaign of the account is written without. */
const LEFT_OUT: ReadonlySet<string> = new Set(["$schema", "schedule"]);

function withGaps(path: string, values: JsonObject, mode: unknown, gaps: string[]): JsonObject {
  const filled: Record<string, unknown> = {};
  for (const key of knownKeys[path] ?? []) {
    if (LEFT_OUT.has(key) || !isForMode(key, mode)) continue;
    const value = values[key];
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

function withComments(text: string, gaps: readonly string[]): string {
  const document = parseDocument(text);
  const ends = gaps.flatMap((gap) => {
    const where = locate(document, gap);
    return where === undefined ? [] : [text.indexOf("\n", where.offset)];
  });
  const edits = [...new Set(ends)].map((offset): Edit => ({ offset, length: 0, content: COMMENT }));
  return applyEdits(text, edits);
}
