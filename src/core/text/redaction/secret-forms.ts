import { toComparable } from "./comparable-units";

/** One form of a secret, in comparable units (see comparable-units.ts). */
export interface SecretForm {
  readonly units: readonly number[];
  /** Whether it is inside Base64, whose neighboring characters contain the first and last bits of the secret. */
  readonly isBase64: boolean;
}

/** A form with fewer units would be found in any text. */
export const FEWEST_UNITS = 4;

/**
 * The secret itself, with `+` for each space, as hexadecimal digits in either case, and inside Base64 at each of the
 * three alignments. Escapes and percent codes are not included, because the text is decoded instead.
 */
export function secretForms(secret: string): SecretForm[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const plain = [secret, secret.replaceAll(" ", "+"), hex, hex.toUpperCase()];
  const forms = [
    ...[...new Set(plain)].map((form) => ({ units: toComparable(form), isBase64: false })),
    ...[0, 1, 2].map((before) => ({ units: toComparable(inBase64(bytes, before)), isBase64: true })),
  ];
  return forms.filter(({ units }) => units.length >= FEWEST_UNITS);
}

/**
 * Base64 turns 3 bytes into 4 characters, so the same bytes look different at each of three alignments; only the
 * characters that no neighboring byte touches are returned.
 */
function inBase64(bytes: Uint8Array, before: number): string {
  const padded = new Uint8Array(before + bytes.length);
  padded.set(bytes, before);
  const first = Math.ceil((before * 8) / 6);
  const end = Math.floor((padded.length * 8) / 6);
  return btoa(Array.from(padded, (byte) => String.fromCharCode(byte)).join("")).slice(first, end);
}
