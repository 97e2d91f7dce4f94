/** The result of parsing an untrusted value. `reason` is a sentence to show and never quotes a secret. */
export type Parsed<T> =
  { readonly valid: true; readonly value: T } | { readonly valid: false; readonly reason: string };

export function refuse(reason: string): { readonly valid: false; readonly reason: string } {
  return { valid: false, reason };
}
