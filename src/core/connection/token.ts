import { isObject } from "../text/json-guards";
import { refuse } from "../text/parsed";

/** `expiresAt` in milliseconds since 1970; absent if the token does not expire. */
export type ParsedToken =
  | { readonly valid: true; readonly token: string; readonly expiresAt?: number }
  | { readonly valid: false; readonly reason: string };

/**
 * Reads a pasted JSON Web Token, without white space around it and without a leading `auth:`, `Authorization:` or
 * `Bearer`. Reads only the form and `exp`; the signature is not checked. Reasons never quote the text.
 */
export function parseToken(text: string): ParsedToken {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TOKEN + LONGEST_PREFIX) return refuse(tooLong(trimmed.length));
  const token = withoutPrefix(trimmed);
  if (token.length > LONGEST_TOKEN) return refuse(tooLong(token.length));
  if (token === "") return refuse("There is no token.");
  if (/\s/.test(token))
    return refuse("The token has white space inside; it may have been cut or joined while copying.");
  const parts = token.split(".");
  if (parts.length === 5)
    return refuse(
      "This is an encrypted token (five parts); the campaign API takes a signed one (three parts).",
    );
  if (parts.length !== 3)
    return refuse(`A token has three parts with a dot between them; this has ${parts.length}.`);
  const [header, payload, signature] = parts as [string, string, string];
  if (!BASE64URL.test(signature))
    return refuse("The third part of the token, its signature, is missing or damaged.");
  if (toObject(header) === undefined)
    return refuse("The first part of the token cannot be read; it may have been cut while copying.");
  const claims = toObject(payload);
  if (claims === undefined)
    return refuse("The second part of the token cannot be read; it may have been cut while copying.");
  const expiresAt = toMilliseconds(claims["exp"]);
  return expiresAt === undefined ? { valid: true, token } : { valid: true, token, expiresAt };
}

/** When a stored token expires, in milliseconds since 1970; undefined if it has no date or is not a JWT. */
export function tokenExpiry(token: string): number | undefined {
  const parsed = parseToken(token);
  return parsed.valid ? parsed.expiresAt : undefined;
}

/** In characters, which are bytes in a token: 8 KiB. Servers and proxies refuse headers of more than 8 or 16 KiB. */
export const LONGEST_TOKEN = 8_192;
/** The length of "Authorization: Bearer " twice, with some white space. */
const LONGEST_PREFIX = 64;

function tooLong(length: number): string {
  return `The token is too long: it has ${length} characters, and at most ${LONGEST_TOKEN} can be sent. Ask for a token with fewer claims (groups, roles).`;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const PREFIX = /^\s*(?:(?:auth|authorization)\s*:|bearer\s)\s*/i;

function withoutPrefix(text: string): string {
  let rest = text;
  while (PREFIX.test(rest)) rest = rest.replace(PREFIX, "");
  return rest.trim();
}

function toObject(part: string): Record<string, unknown> | undefined {
  if (!BASE64URL.test(part)) return undefined;
  try {
    const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 7519 counts `exp` in seconds. A value that is not a valid date counts as absent. */
function toMilliseconds(exp: unknown): number | undefined {
  if (typeof exp !== "number") return undefined;
  const milliseconds = exp * 1000;
  return Number.isNaN(new Date(milliseconds).getTime()) ? undefined : milliseconds;
}
