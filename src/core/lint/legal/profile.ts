import type { DayCode, Stretch } from "../../hours/week";

/** The parts of a calling law that a campaign's body can be checked against. Not legal advice. */
export interface LegalProfile {
  readonly id: string;
  /** The name in messages: "US federal law (TCPA)". */
  readonly name: string;
  /** Where the law is published. */
  readonly citation: string;
  readonly url?: string;
  /** When people may be called, in minutes of the day. A day without stretches allows no calls. */
  readonly hours?: Readonly<Record<DayCode, readonly Stretch[]>>;
  /** The maximum number of calls to one person in a number of days. */
  readonly attempts?: { readonly max: number; readonly days: number };
  /** The minimum ring time in seconds. */
  readonly ringSeconds?: number;
  /** Limits of this profile that the reader should know. */
  readonly note?: string;
}
