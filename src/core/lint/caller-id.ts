import { isBlank, withoutInvisible } from "../text/invisible";

/** What a text is that was written as a caller ID. */
export type CallerId =
  | { readonly kind: "blank" | "placeholder" | "sip" }
  /** A SIP address that is not whole; `address` is what was meant, when that can be read. */
  | { readonly kind: "broken-sip"; readonly address: string | undefined }
  /** The address that stands for "no caller ID". */
  | { readonly kind: "anonymous" }
  | { readonly kind: "number"; readonly number: WrittenNumber };

export interface WrittenNumber {
  /** The digits, with a plus sign where there is one, without separators; other characters as they are. */
  readonly plain: string;
  /** The same without `(0)`, which stands for a digit that is dialed inside the country only. */
  readonly withoutZero: string;
  /** What is written beside the number. To remove it may change who is meant: `an extension`, `"/"`. */
  readonly besides: string | undefined;
  /** What is written before a character that may start a second number; the whole where there is none. */
  readonly first: string;
}

/** No number or address is longer. */
const longest = 320;

export function readCallerId(text: string): CallerId {
  if (isBlank(text)) return { kind: "blank" };
  if (isSipAddress(text)) return { kind: "sip" };
  const plain = withoutInvisible(text.slice(0, longest)).trim();
  if (/\{\{|\}\}|\$\{|%[a-z]/i.test(plain) || isMasked(plain)) return { kind: "placeholder" };
  if (/anonymous\.invalid>?$/i.test(plain)) return { kind: "anonymous" };
  if (/^<?\s*sips?:/i.test(plain) || plain.includes("@"))
    return { kind: "broken-sip", address: meantAddress(plain) };
  if (/^<[^<>]*>$/.test(plain)) return { kind: "placeholder" };
  return { kind: "number", number: writtenNumber(plain) };
}

/** A whole one: `sip:host` or `sip:user@host`, with a port and parameters if need be. */
export function isSipAddress(text: string): boolean {
  if (text.length > longest) return false;
  const scheme = /^sips?:/i.exec(text)?.[0];
  if (scheme === undefined) return false;
  const rest = text.slice(scheme.length);
  const at = rest.indexOf("@");
  if (at >= 0 && !/^[^\s@<>{}"]+$/.test(rest.slice(0, at))) return false;
  return isHost(rest.slice(at + 1)) && !/anonymous\.invalid$/i.test(rest);
}

function isHost(text: string): boolean {
  return /^(?:\[[\da-f:.]+\]|[a-z\d](?:[a-z\d.-]*))(?::\d{1,5})?(?:;[^\s<>{}"]*)?$/i.test(text);
}

/** The address without the brackets, the spaces or the missing scheme that make it a broken one. */
function meantAddress(text: string): string | undefined {
  const bare = /^<(.*)>$/.exec(text)?.[1] ?? text;
  const [scheme = "sip:"] = /^sips?:/i.exec(bare.trim()) ?? [];
  const address =
    scheme +
    bare
      .trim()
      .replace(/^sips?:/i, "")
      .trim();
  return isSipAddress(address) ? address : undefined;
}

/** `x`, `#` and `*` among the digits of a number. An extension (`x12`, `#12`) comes behind a whole number. */
function isMasked(text: string): boolean {
  const number = text.replace(/^tel:/i, "");
  if (!/^[-+()./\s\dx#*‐-–]+$/i.test(number) || !/[x#*]/i.test(number)) return false;
  const extension = /[x#]\s*\d{1,6}$/i.exec(number);
  if (extension === null) return true;
  const before = number.slice(0, extension.index);
  return /[x#*]/i.test(before) || before.replace(/\D/g, "").length < fewestDigits;
}

/** A number with fewer digits has no extension. */
const fewestDigits = 8;

function writtenNumber(text: string): WrittenNumber {
  const plain = withoutSeparators(text);
  const end = text.search(SEPARATES);
  return {
    plain,
    withoutZero: withoutSeparators(text.replace("(0)", "")),
    besides: besidesDigits(text),
    first: end < 0 ? text : text.slice(0, end),
  };
}

/** Between two numbers, or a number and its extension. */
const SEPARATES = /[/,;~|&]/;

/** Spaces of all kinds, dashes, dots and brackets. */
function withoutSeparators(text: string): string {
  return text.replace(/[\s().[\]\u2010-\u2015\u2212-]/g, "");
}

function besidesDigits(text: string): string | undefined {
  if (/^tel:/i.test(text)) return '"tel:"';
  if (/(?:\d|\s)(?:ext|extension|x|#)|;ext=/i.test(text)) return "an extension";
  const character = SEPARATES.exec(text)?.[0];
  return character === undefined
    ? undefined
    : `"${character}", which may start an extension or a second number`;
}
