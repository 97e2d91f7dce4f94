/** A telephone number as the numbering plans see it. */
export interface PhoneNumber {
  /** E.164: a plus sign and at most fifteen digits. */
  readonly e164: string;
  /** ISO 3166 code; undefined where a calling code is shared and the number does not tell. */
  readonly country: string | undefined;
  /** The plan of its country has such numbers. */
  readonly valid: boolean;
}

/** Reads a number as people write it; undefined when it is none. `country` is whose national form may be meant. */
export type ReadNumber = (text: string, country?: string) => PhoneNumber | undefined;
