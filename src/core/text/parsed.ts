/** What a parser of an outside value answers. `reason` is a sentence for a person and never quotes a secret. */
export type Parsed<T> =
  { readonly valid: true; readonly value: T } | { readonly valid: false; readonly reason: string };

export function refuse(reason: string): { readonly valid: false; readonly reason: string } {
  return { valid: false, reason };
}
