import type { TextSpan } from "./spans";

/**
 * A JWT in any place: a run of its alphabet that contains "eyJ", the start of a JSON object in Base64url, followed by
 * two dots.
 */
export function tokenSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let end = 0;
  for (let start = text.indexOf("eyJ"); start >= 0; start = text.indexOf("eyJ", end)) {
    let dots = 0;
    for (end = start; end < text.length && isTokenUnit(text.charCodeAt(end)); end++)
      if (text.charCodeAt(end) === DOT) dots++;
    if (dots >= 2) spans.push({ start, end });
  }
  return spans;
}

const DOT = 0x2e;

function isTokenUnit(unit: number): boolean {
  return isLetterOrDigit(unit) || unit === 0x5f || unit === 0x2d || unit === DOT;
}

function isLetterOrDigit(unit: number): boolean {
  const lower = unit | 0x20;
  return (unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 122);
}

/** The characters of Base64 in both alphabets, and those of percent-encoded ones. */
export function isBase64Unit(unit: number): boolean {
  return isLetterOrDigit(unit) || "+/=_%-".includes(String.fromCharCode(unit));
}

/**
 * The values of secret headers, in a dump or in the argument of curl's -H: up to the end of the line or the closing
 * quote. A part that starts with U+0000 starts a line. Reads each value once, also if it contains further headers.
 */
export function headerValueSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let end = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", end)) {
    end = colon + 1;
    if (!isSecretHeader(text, colon)) continue;
    let start = end;
    while (isSpace(text.charCodeAt(start))) start++;
    end = start;
    while (end < text.length && !ENDS_VALUE.includes(text.charAt(end))) end++;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

const ENDS_VALUE = "\r\n'\"\u0000";
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  ...["auth", "authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-token", "x-api-key"],
]);
const LONGEST_HEADER = 24;

/** Whether the name before the colon is a secret header, at the start of a line or of a curl argument. */
function isSecretHeader(text: string, colon: number): boolean {
  let end = colon;
  while (isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (end - start <= LONGEST_HEADER && isNameUnit(text.charCodeAt(start - 1))) start--;
  let name = text.slice(start, end).toLowerCase();
  if (name.startsWith("-h")) {
    name = name.slice(2);
    return SECRET_HEADERS.has(name);
  }
  if (!SECRET_HEADERS.has(name)) return false;
  while (isSpace(text.charCodeAt(start - 1))) start--;
  if (start === 0 || LINE_ENDS.includes(text.charAt(start - 1))) return true;
  if ("'\"".includes(text.charAt(start - 1))) start--;
  if (start > 0 && ` \t${LINE_ENDS}`.includes(text.charAt(start - 1))) start--;
  const before = text.slice(Math.max(0, start - 8), start).toLowerCase();
  return before.endsWith("-h") || before.endsWith("--header");
}

const LINE_ENDS = "\r\n\u2028\u2029\u0000";

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function isNameUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 97 && lower <= 122) || unit === 0x2d;
}
