import { SecretFinder } from "./secret-finder";
import { FEWEST_UNITS, secretForms } from "./secret-forms";
import { secretSpans } from "./secret-spans";
import { mergeSpans, replaceSpans, type TextSpan } from "./spans";
import { toComparable } from "./comparable-units";
import { isSecretName } from "./secret-names";

/** The parts of a request that can contain a secret. */
interface RequestText {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Every text for a log, panel, the clipboard or an error passes it. Never throws: a text that cannot be cleaned is
 * omitted.
 */
export interface Redactor {
  /** Removes the secrets in all their forms, anything that looks like a JWT, and the values of secret header lines. */
  readonly text: (text: string) => string;
  /** Removes the value of a header whose name is secret; cleans any other value with `text`. */
  readonly headers: (headers: Readonly<Record<string, string>>) => Record<string, string>;
  readonly request: <R extends RequestText>(request: R) => R;
  /** Cleans every string of a value in one pass. Values deeper than 64 levels are omitted. */
  readonly value: <T>(value: T) => T;
}

export const REDACTED = "<redacted>";

/**
 * Creates a redactor. `secrets` are the values to remove, of any length: as they are, percent-encoded, JSON-escaped, in
 * HTML entities and in layers of these, as hexadecimal digits, inside Base64 or Base64url at any of its three
 * alignments, and each of them broken into lines. The signature of a JWT is also removed where it is alone. Values
 * under 4 characters are not searched: they are not secrets, and removing every "a" from a text would show what they
 * are.
 *
 * The cost is linear in the text: `onSteps` receives the number of steps of each pass.
 */
export function createRedactor(secrets: readonly string[], onSteps?: (steps: number) => void): Redactor {
  const sought = [
    ...new Set(secrets.flatMap((secret) => [secret, secret.trim(), ...signatureOf(secret)])),
  ].filter((secret) => secret.length >= SHORTEST_SECRET);
  const finder = new SecretFinder(sought.flatMap(secretForms), onSteps);
  // It consists only of white space and backslashes.
  const uncomparable = sought.filter((secret) => toComparable(secret).length < FEWEST_UNITS);

  const spansIn = (text: string): TextSpan[] => {
    if (text.length > MAX_LENGTH) throw new RangeError("The text is too long to be cleaned.");
    return mergeSpans([
      ...secretSpans(text, finder.find(text)),
      ...uncomparable.flatMap((secret) => exactSpans(text, secret)),
    ]);
  };
  const text = (input: string): string => {
    try {
      return replaceSpans(input, spansIn(input), REDACTED);
    } catch {
      return REDACTED;
    }
  };
  const headers = (input: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(input).map(([name, value]) => [text(name), isSecretName(name) ? REDACTED : text(value)]),
    );
  const request = <R extends RequestText>(input: R): R => ({
    ...input,
    url: text(input.url),
    headers: headers(input.headers),
    ...(input.body === undefined ? {} : { body: text(input.body) }),
  });
  const value = (input: unknown): unknown => {
    try {
      const { strings, hasSecretPlaces } = stringsIn(input);
      const spans = spansIn(strings.join(SEPARATOR));
      if (spans.length === 0 && !hasSecretPlaces) return input;
      const cleaned = cleanAll(strings, spans);
      let next = 0;
      return replaceStrings(input, () => cleaned[next++] ?? REDACTED);
    } catch {
      return replaceStrings(input, () => REDACTED);
    }
  };
  // Cleaning preserves the type of all values that this program passes, which the compiler does not know.
  return { text, headers, request, value: <T>(input: T) => value(input) as T };
}

const SHORTEST_SECRET = 4;

/**
 * In UTF-16 units, slightly more than the largest response that is read (16 MiB). Each takes about 20 bytes meanwhile.
 */
const MAX_LENGTH = 20_000_000;

/** The signature of a JWT, if it is long enough not to be a word. Without it, the rest of the token is useless. */
function signatureOf(secret: string): string[] {
  const parts = secret.trim().split(".");
  const [, , signature = ""] = parts;
  const isToken = parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part));
  return isToken && signature.length >= SHORTEST_SIGNATURE ? [signature] : [];
}

const SHORTEST_SIGNATURE = 16;

/** The occurrences of a text in another one, also as JSON writes it. */
function exactSpans(text: string, secret: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1)]))
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
      spans.push({ start: at, end: at + form.length });
  return spans;
}

/** `spans` refer to the joined strings. A span that crosses two strings is removed from both. */
function cleanAll(strings: readonly string[], spans: readonly TextSpan[]): readonly string[] {
  let offset = 0;
  let first = 0;
  return strings.map((string) => {
    const end = offset + string.length;
    while ((spans[first]?.end ?? Infinity) <= offset) first++;
    const own: TextSpan[] = [];
    for (let at = first; (spans[at]?.start ?? Infinity) < end; at++) {
      const span = spans[at];
      if (span === undefined) break;
      own.push({ start: Math.max(span.start, offset) - offset, end: Math.min(span.end, end) - offset });
    }
    offset = end + SEPARATOR.length;
    return own.length === 0 ? string : replaceSpans(string, own, REDACTED);
  });
}

/** It is compared like any other unit, and starts a line. No secret is found across it. */
const SEPARATOR = "\u0000";

/** All strings of a value, keys included, in the order of `replaceStrings`. */
function stringsIn(input: unknown): { readonly strings: string[]; readonly hasSecretPlaces: boolean } {
  const strings: string[] = [];
  let hasSecretPlaces = false;
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === "string") strings.push(value);
    if (typeof value !== "object" || value === null) return;
    if (depth >= DEEPEST) hasSecretPlaces = true;
    else if (Array.isArray(value)) for (const item of value) walk(item, depth + 1);
    else
      for (const [key, item] of Object.entries(value)) {
        strings.push(key);
        if (typeof item === "string" && isSecretName(key)) hasSecretPlaces = true;
        else walk(item, depth + 1);
      }
  };
  walk(input, 0);
  return { strings, hasSecretPlaces };
}

/**
 * The same value with each string, keys included, replaced with the result of `replace`. The order is always the same.
 */
function replaceStrings(input: unknown, replace: (string: string) => string): unknown {
  const walk = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") return replace(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth >= DEEPEST) return REDACTED;
    if (Array.isArray(value)) return value.map((item) => walk(item, depth + 1));
    // fromEntries defines keys, so `__proto__` remains a key.
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        replace(key),
        isSecretName(key) && typeof item === "string" ? REDACTED : walk(item, depth + 1),
      ]),
    );
  };
  return walk(input, 0);
}

/** JSON may be nested deeper than the call stack. No response of the platform has more than ten levels. */
const DEEPEST = 64;
