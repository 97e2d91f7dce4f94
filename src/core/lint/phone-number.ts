/** A phone number with what the numbering plans say about it. */
export interface PhoneNumber {
  /** E.164: a plus sign and at most fifteen digits. */
  readonly e164: string;
  /** ISO 3166 code; undefined when several countries share the calling code and the number does not decide. */
  readonly country: string | undefined;
  /** Whether the numbering plan of its country contains such numbers. */
  readonly valid: boolean;
}

/**
 * Reads a number in any common format; undefined for other text. `country` is the country whose national format is
 * accepted.
 */
export type ReadNumber = (text: string, country?: string) => PhoneNumber | undefined;
