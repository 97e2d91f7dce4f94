import type { DayCode, Stretch } from "../../hours/week";

/** A rule on calling people, as far as a campaign's body can be held to it. Not legal advice. */
export interface LegalProfile {
  readonly id: string;
  /** As a message names it: "US federal law (TCPA)". */
  readonly name: string;
  /** Where the rule stands. */
  readonly citation: string;
  readonly url?: string;
  /** When people may be called, in minutes of the day; a day without stretches is closed. */
  readonly hours?: Readonly<Record<DayCode, readonly Stretch[]>>;
  /** At most so many calls to one person in so many days. */
  readonly attempts?: { readonly most: number; readonly days: number };
  /** A call rings at least so many seconds. */
  readonly ringSeconds?: number;
  /** What the reader should know before relying on it. */
  readonly note?: string;
}
