import { errorEntries } from "../platform/errors/error-entries";
import { isGeneric, isStatusName } from "../platform/errors/generic-message";
import type { Outcome } from "../platform/outcome";
import { MAX_READ, pageLines, toLines } from "../text/html-lines";
import { jsonText } from "../text/json-text";

/** The heading above the first lines of a page. */
export const NOT_JSON = "The response is not the platform's JSON. It begins:";
const RESPONSE_BEGINS = "The response begins:";
/** A bracket takes a line. */
const MAX_JSON_LINES = 12;

/**
 * The first lines of a response, with a heading, where its words could not be read, give no reason, or where nothing is
 * certain: a page of a gateway, JSON in an unknown form, "Bad Request". Empty for all other outcomes.
 */
export function responseBeginning(outcome: Outcome): string[] {
  if (!("response" in outcome) || outcome.kind === "accepted") return [];
  const page = pageLines(outcome.response);
  if (page.length > 0) return [NOT_JSON, ...page.map(indented)];
  if (isRead(outcome) || typeof outcome.response !== "object" || outcome.response === null) return [];
  return [
    RESPONSE_BEGINS,
    ...toLines(jsonText(outcome.response, MAX_READ), MAX_JSON_LINES, false).map(indented),
  ];
}

type Answered = Extract<Outcome, { readonly response?: unknown }>;

/** Whether the server's messages contain a reason: specific words, or a field. */
function isRead(outcome: Answered): boolean {
  if (outcome.kind === "unknown" || outcome.kind === "accepted") return false;
  return (
    outcome.messages.some((message) => !isGeneric(message)) ||
    errorEntries(outcome.response).some(({ message, field }) => field !== undefined && !isStatusName(message))
  );
}

function indented(line: string): string {
  return `  ${line}`;
}
