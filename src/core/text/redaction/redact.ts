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

/** The one gate to every log, panel, clipboard and error. Never throws: what it cannot clean, it shows nothing of. */
export interface Redactor {
  /** Removes the secrets in all their forms, anything that looks like a JWT, and the values of secret header lines. */
  readonly text: (text: string) => string;
  /** A header that is secret by name goes whatever its value; the rest goes through `text`. */
  readonly headers: (headers: Readonly<Record<string, string>>) => Record<string, string>;
  readonly request: <R extends RequestText>(request: R) => R;
  /** The same shape with every string cleaned; what is deeper than 64 levels is dropped. One pass over all strings. */
  readonly value: <T>(value: T) => T;
}

export const REDACTED = "<redacted>";

/**
 * `secrets` are the values to remove, of any length: as they are, percent-encoded, JSON-escaped, in HTML entities and
 * in layers of these, as hexadecimal digits, inside Base64 or Base64url at any of its three alignments, and each of
 * them broken into lines. The signature of a JWT is removed also where it is alone. Values under 4 characters are not
 * looked for: they are not secrets, and taking every "a" out of a text would show what they are.
 *
 * The cost is that of the text: `onSteps` receives the steps of each walk over it.
 */
export function createRedactor(secrets: readonly string[], onSteps?: (steps: number) => void): Redactor {
  const sought = [
    ...new Set(secrets.flatMap((secret) => [secret, secret.trim(), ...signatureOf(secret)])),
  ].filter((secret) => secret.length >= SHORTEST_SECRET);
  const finder = new SecretFinder(sought.flatMap(secretForms), onSteps);
  // Of white space and backslashes alone.
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
  // Cleaning keeps the shape for every value this program hands in, which the compiler cannot see.
  return { text, headers, request, value: <T>(input: T) => value(input) as T };
}

const SHORTEST_SECRET = 4;

/** UTF-16 units, some more than the largest answer that is read (16 MiB). Each takes some 20 bytes meanwhile. */
const MAX_LENGTH = 20_000_000;

/** The third part of a JWT, when it is long enough not to be a word. The rest of the token is of no use without it. */
function signatureOf(secret: string): string[] {
  const parts = secret.trim().split(".");
  const [, , signature = ""] = parts;
  const isToken = parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part));
  return isToken && signature.length >= SHORTEST_SIGNATURE ? [signature] : [];
}

const SHORTEST_SIGNATURE = 16;

/** Where a text is in another, and where it is as JSON writes it. */
function exactSpans(text: string, secret: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1)]))
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
      spans.push({ start: at, end: at + form.length });
  return spans;
}

/** `spans` are those of the strings joined; where one goes across two strings, it goes from both. */
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

/** It is compared like any other unit, and begins a line. No secret is found across it. */
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

/** The same value with each string, keys included, as `replace` returns it. The order is the same each time. */
function replaceStrings(input: unknown, replace: (string: string) => string): unknown {
  const walk = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") return replace(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth >= DEEPEST) return REDACTED;
    if (Array.isArray(value)) return value.map((item) => walk(item, depth + 1));
    // fromEntries defines keys, so one named `__proto__` stays a key.
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        replace(key),
        isSecretName(key) && typeof item === "string" ? REDACTED : walk(item, depth + 1),
      ]),
    );
  };
  return walk(input, 0);
}

/** JSON may nest deeper than a call stack reaches; no answer of the platform goes beyond ten. */
const DEEPEST = 64;
