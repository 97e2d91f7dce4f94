import { firstUnits } from "./cut";

/**
 * The first lines of a response that is not the platform's JSON: the page of a proxy or gateway, or an error in plain
 * text. Tags are removed and nothing is decoded, so the result contains no character that was not sent. Each tag
 * becomes a space, so that texts which the redactor saw separately are not joined. Empty for any other response.
 */
export function pageLines(response: unknown): string[] {
  if (typeof response !== "string") return [];
  const start = firstUnits(response, MAX_READ);
  const words = toLines(start.replace(UNREAD, " ").replace(TAG, breakOrBlank));
  return words.length > 0 ? words : toLines(start);
}

/** In UTF-16 units. The message of an error page comes early. */
export const MAX_READ = 20_000;
const MAX_LINES = 5;
const MAX_LINE_LENGTH = 200;

/** Elements that a browser does not display, up to their end or the end of the text. */
const UNREAD = /<(script|style|svg)\b.*?(?:<\/\1\s*>|$)|<!--.*?(?:-->|$)/gis;
/** The look-ahead matches the whole name, so that a missing end costs one pass. */
const TAG = /<[/!?]?([a-z][a-z0-9]*)?(?![a-z0-9])[^<>]*>/gi;

function breakOrBlank(_tag: string, name: string | undefined): string {
  return /^(a|abbr|b|bdi|code|em|i|s|small|span|strong|sub|sup|u)$/i.test(name ?? "") ? " " : "\n";
}

/** The lines that are not empty, each cut to a limit. In prose, repeated white space becomes one space. */
export function toLines(text: string, maxLines = MAX_LINES, isProse = true): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => (isProse ? line.replace(/\s+/g, " ").trim() : line))
    .filter((line) => line !== "")
    .slice(0, maxLines)
    .map((line) => (line.length > MAX_LINE_LENGTH ? `${firstUnits(line, MAX_LINE_LENGTH)}…` : line));
}
