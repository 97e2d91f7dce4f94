import { isBlank, withoutInvisible } from "../text/invisible";

/** The kinds of text that a caller ID can contain. */
export type CallerId =
  | { readonly kind: "blank" | "placeholder" | "sip" }
  /** An incomplete SIP address; `address` is the complete one, if it can be guessed. */
  | { readonly kind: "broken-sip"; readonly address: string | undefined }
  /** The SIP address that means "no caller ID". */
  | { readonly kind: "anonymous" }
  | { readonly kind: "number"; readonly number: WrittenNumber };

export interface WrittenNumber {
  /** The text without separators: digits, a plus sign if present, and any other characters. */
  readonly plain: string;
  /** The same without `(0)`, a digit that is dialed only inside the country. */
  readonly withoutZero: string;
  /** Other content, as a message names it: `an extension`, `"/"`. Removing it may change who is called. */
  readonly besides: string | undefined;
  /** The text up to a character that may start a second number, or all of it. */
  readonly first: string;
}

/** The maximum length of a number or address, in UTF-16 units. */
const maxLength = 320;

export function readCallerId(text: string): CallerId {
  // Almost every caller ID is one of these, which needs none of the tests below.
  if (/^\+?\d{1,15}$/.test(text))
    return { kind: "number", number: { plain: text, withoutZero: text, besides: undefined, first: text } };
  if (isBlank(text)) return { kind: "blank" };
  if (isSipAddress(text)) return { kind: "sip" };
  const plain = withoutInvisible(text.slice(0, maxLength)).trim();
  if (/\{\{|\}\}|\$\{|%[a-z]/i.test(plain) || isMasked(plain)) return { kind: "placeholder" };
  if (isAnonymous(plain)) return { kind: "anonymous" };
  if (/^<?\s*sips?:/i.test(plain) || plain.includes("@"))
    return { kind: "broken-sip", address: meantAddress(plain) };
  if (/^<[^<>]*>$/.test(plain)) return { kind: "placeholder" };
  return { kind: "number", number: writtenNumber(plain) };
}

const SCHEME = /^sips?:/i;

/** Whether the text is a complete SIP address: `sip:host` or `sip:user@host`, with an optional port and parameters. */
export function isSipAddress(text: string): boolean {
  if (text.length > maxLength) return false;
  const scheme = SCHEME.exec(text)?.[0];
  if (scheme === undefined) return false;
  const rest = text.slice(scheme.length);
  const at = rest.indexOf("@");
  if (at >= 0 && !/^(?!\/\/)[^\s@<>{}"]+$/.test(rest.slice(0, at))) return false;
  return isHost(rest.slice(at + 1)) && !isAnonymous(rest);
}

/** No host has a name that ends in `.invalid` (RFC 2606 §2). A port, parameters or a bracket may follow it. */
function isAnonymous(text: string): boolean {
  return /^[^;]*\.invalid(?:[:;>]|$)/i.test(text.slice(text.lastIndexOf("@") + 1));
}

function isHost(text: string): boolean {
  return /^(?:\[[\da-f:.]+\]|[a-z\d](?:[a-z\d.-]*))(?::\d{1,5})?(?:;[^\s<>{}"]*)?$/i.test(text);
}

/** The address with its scheme and without brackets and spaces; undefined if it is still incomplete. */
function meantAddress(text: string): string | undefined {
  const bare = (/^<(.*)>$/.exec(text)?.[1] ?? text).trim();
  const [scheme = "sip:"] = SCHEME.exec(bare) ?? [];
  const address = scheme + bare.replace(SCHEME, "").trim();
  return isSipAddress(address) ? address : undefined;
}

/**
 * Whether `x`, `#` or `*` replaces digits of a number. An extension (`x12`, `#12`) follows a complete number instead,
 * and a service code (`*67`) precedes one.
 */
function isMasked(text: string): boolean {
  const number = text.replace(PREFIX, "");
  if (!/^[-+()./\s\dx#*‐-–]+$/i.test(number) || !/[x#*]/i.test(number)) return false;
  const extension = /[x#]\s*\d{1,6}$/i.exec(number);
  if (extension === null) return true;
  const before = number.slice(0, extension.index);
  return /[x#*]/i.test(before) || before.replace(/\D/g, "").length < minDigits;
}

/** A shorter number has no extension. */
const minDigits = 8;

function writtenNumber(text: string): WrittenNumber {
  const number = text.replace(PREFIX, "");
  const end = number.search(SEPARATES);
  return {
    plain: withoutSeparators(number),
    withoutZero: withoutSeparators(number.replace("(0)", "")),
    besides: besidesDigits(text),
    first: end < 0 ? number : number.slice(0, end),
  };
}

/** Separates two numbers, or a number and its extension. */
const SEPARATES = /[/,;~|&]/;
/** The scheme of an address, or a service code such as `*67`. */
const PREFIX = /^(?:tel:|\*\d\d\b)/i;

/** Removes spaces, dashes, dots and brackets of all kinds. */
function withoutSeparators(text: string): string {
  return text.replace(/[\s().[\]\u2010-\u2015\u2212-]/g, "");
}

function besidesDigits(text: string): string | undefined {
  if (/^tel:/i.test(text)) return '"tel:"';
  if (text[0] === "*") return "a service code";
  if (/(?:\d|\s)(?:ext|extension|x|#)|;ext=/i.test(text)) return "an extension";
  const character = SEPARATES.exec(text)?.[0];
  return character === undefined
    ? undefined
    : `"${character}", which may start an extension or a second number`;
}
