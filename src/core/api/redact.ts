import { base64Pattern, textPattern } from "./redact-forms";
import type { HttpRequest } from "./transport";

/** The one gate to every log, panel, clipboard and error. Idempotent, and never throws. */
export interface Redactor {
  /** Removes the secrets in all their forms, anything that looks like a JWT, and the values of secret header lines. */
  readonly text: (text: string) => string;
  /** A header that is secret by name goes whatever its value; the rest goes through `text`. */
  readonly headers: (headers: Readonly<Record<string, string>>) => Record<string, string>;
  readonly request: (request: HttpRequest) => HttpRequest;
  /** The same shape with every string cleaned; what lies deeper than 64 levels is dropped. */
  readonly value: <T>(value: T) => T;
}

export const REDACTED = "<redacted>";

/**
 * `secrets` are the values to remove: as they are, JSON-escaped, percent-encoded in any case, inside Base64 or
 * Base64url at any of its three alignments, and each of these broken into lines. The signature of a JWT is removed
 * also where it stands alone. Values under 4 characters are not looked for: they are no
 * secrets, and taking every "a" out of a text would tell what they are.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const sought = [...new Set(secrets.flatMap((secret) => [secret, secret.trim(), ...signatureOf(secret)]))]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  const plain = sought.map(textPattern);
  const encoded = sought.flatMap(base64Pattern);

  const text = (input: string): string => {
    let output = input;
    for (const pattern of plain) output = output.replace(pattern, REDACTED);
    for (const pattern of encoded) output = withoutRuns(output, pattern);
    return withoutTokens(output).replace(HEADER_LINE, `$1${REDACTED}`);
  };
  const headers = (input: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(input).map(([name, value]) => [text(name), isSecretName(name) ? REDACTED : text(value)]),
    );
  const request = (input: HttpRequest): HttpRequest => ({
    method: input.method,
    url: text(input.url),
    headers: headers(input.headers),
    ...(input.body === undefined ? {} : { body: text(input.body) }),
  });
  const clean = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") return text(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth >= DEEPEST) return REDACTED;
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
    // fromEntries defines keys, so one named `__proto__` stays a key.
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        text(key),
        isSecretName(key) && typeof item === "string" ? REDACTED : clean(item, depth + 1),
      ]),
    );
  };
  // Cleaning keeps the shape for every value this program hands in, which the compiler cannot see.
  return { text, headers, request, value: <T>(value: T) => clean(value, 0) as T };
}

const SHORTEST_SECRET = 4;

/** The third part of a JWT, when it is long enough not to be a word. The rest of the token is of no use without it. */
function signatureOf(secret: string): string[] {
  const [, signature] = /^[\w-]+\.[\w-]+\.([\w-]{16,})$/.exec(secret.trim()) ?? [];
  return signature === undefined ? [] : [signature];
}

/** JSON may nest deeper than a call stack reaches; no answer of the platform goes beyond ten. */
const DEEPEST = 64;

/** Headers and fields that carry credentials, here and in common proxies. */
function isSecretName(name: string): boolean {
  return /^(auth|authorization|proxy-authorization|authentication|cookie2?|set-cookie2?|x-auth-token|x-api-key|api-?key|(access|refresh|id)[-_]?token|token|jwt|client[-_]?secret|password)$/i.test(
    name.trim(),
  );
}

/** A header line in a dump, or the argument of curl's -H: up to the end of the line or the closing quote. */
const HEADER_LINE =
  /((?:^|-H\s?['"]?|--header\s['"]?)[ \t]*(?:auth|authorization|proxy-authorization|cookie|set-cookie|x-auth-token|x-api-key)[ \t]*:[ \t]*)[^\s'"][^\r\n'"]*/gim;

/** A JWT anywhere: a run of its alphabet that holds "eyJ", the start of a JSON object in Base64url, and two dots after. */
function withoutTokens(text: string): string {
  return text.replace(/[A-Za-z0-9_.-]{8,}/g, (run) => {
    const start = run.indexOf("eyJ");
    return start >= 0 && run.slice(start).split(".").length >= 3 ? run.slice(0, start) + REDACTED : run;
  });
}

/** Removes each match with all Base64 around it, because the neighbours carry the secret's first and last bits. */
function withoutRuns(text: string, pattern: RegExp): string {
  let output = "";
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index < from) continue;
    let start = match.index;
    let end = start + match[0].length;
    while (start > from && BASE64_CHARACTER.test(text[start - 1] ?? "")) start--;
    while (end < text.length && BASE64_CHARACTER.test(text[end] ?? "")) end++;
    output += text.slice(from, start) + REDACTED;
    from = end;
  }
  return output + text.slice(from);
}

const BASE64_CHARACTER = /[A-Za-z0-9+/=_%-]/;
