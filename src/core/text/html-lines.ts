import { firstUnits } from "./cut";

/**
 * The first lines of an answer that is not the platform's JSON: a page of a proxy or a gateway, an error in plain
 * text. Tags are left out and nothing is decoded, so that no character comes into being that was not sent; each
 * tag becomes a space, so that nothing is joined that the redactor has seen apart. Empty when there is no such answer.
 */
export function pageLines(response: unknown): string[] {
  if (typeof response !== "string") return [];
  const start = firstUnits(response, MOST_READ);
  const words = toLines(start.replace(UNREAD, " ").replace(TAG, breakOrBlank));
  return words.length > 0 ? words : toLines(start);
}

/** UTF-16 units; the words of an error page come early. */
export const MOST_READ = 20_000;
const MAX_LINES = 5;
const MAX_LINE_LENGTH = 200;

/** What a browser does not show, up to its end or the end of the text. */
const UNREAD = /<(script|style|svg)\b.*?(?:<\/\1\s*>|$)|<!--.*?(?:-->|$)/gis;
/** The look-ahead keeps the name whole, so that an end that never comes costs one pass. */
const TAG = /<[/!?]?([a-z][a-z0-9]*)?(?![a-z0-9])[^<>]*>/gi;

function breakOrBlank(_tag: string, name: string | undefined): string {
  return /^(a|abbr|b|bdi|code|em|i|s|small|span|strong|sub|sup|u)$/i.test(name ?? "") ? " " : "\n";
}

/** Lines with something in them, each cut to a bound. Prose loses repeated white space. */
export function toLines(text: string, maxLines = MAX_LINES, isProse = true): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => (isProse ? line.replace(/\s+/g, " ").trim() : line))
    .filter((line) => line !== "")
    .slice(0, maxLines)
    .map((line) => (line.length > MAX_LINE_LENGTH ? `${firstUnits(line, MAX_LINE_LENGTH)}…` : line));
}
