import { isWithoutReason } from "../platform/error-entries";
import type { Outcome } from "../platform/outcome";
import { MAX_READ, pageLines, toLines } from "../text/html-lines";
import { jsonText } from "../text/json-text";

/** The heading above the first lines of a page. */
export const NOT_JSON = "The response is not the platform's JSON. It begins:";
const RESPONSE_BEGINS = "The response begins:";
/** A bracket takes a line. */
const MAX_JSON_LINES = 12;

/**
 * The first lines of a response, with a heading, where its words could not be read or where nothing is certain: a page
 * of a gateway, JSON in an unknown form or without a reason that could be read. Empty for all other outcomes.
 */
export function responseBeginning(outcome: Outcome): string[] {
  if (!("response" in outcome) || outcome.kind === "accepted") return [];
  const page = pageLines(outcome.response);
  if (page.length > 0) return [NOT_JSON, ...page.map(indented)];
  if (hasReason(outcome) || typeof outcome.response !== "object" || outcome.response === null) return [];
  return [
    RESPONSE_BEGINS,
    ...toLines(jsonText(outcome.response, MAX_READ), MAX_JSON_LINES, false).map(indented),
  ];
}

function hasReason(outcome: Exclude<Outcome, { kind: "accepted" }>): boolean {
  if (!("messages" in outcome) || outcome.kind === "unknown") return false;
  const { kind, messages } = outcome;
  return kind === "rejected" ? !messages.every(isWithoutReason) : messages.length > 0;
}

function indented(line: string): string {
  return `  ${line}`;
}
