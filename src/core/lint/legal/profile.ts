import type { DialingMode } from "../../campaign/generated/campaign";
import type { Week } from "../../hours/week";

/** The parts of a calling law that a campaign's body can be checked against. Not legal advice. */
export interface LegalProfile extends LegalTerms {
  readonly id: string;
  /** The name in messages: "US federal law (TCPA)". */
  readonly name: string;
  /** Where the law is published. */
  readonly citation: string;
  readonly url?: string;
  /** Whether these terms come from the law's own text, or from a text about it. */
  readonly source: "statute" | "secondary";
  /** The month in which the source was read: "2026-10". */
  readonly readIn: string;
  /** The dialing modes that the law is about; all by default. */
  readonly modes?: readonly DialingMode[];
  /** The first day of these terms, as YYYY-MM-DD; absent if they apply already, or if the day is not known. */
  readonly from?: string;
  /** What applied until the day before `from`; nothing by default. */
  readonly before?: LegalTerms;
  /** Limits of this profile that the reader should know. */
  readonly note?: string;
}

/** What a law allows. */
export interface LegalTerms {
  /** When people may be called. A day without stretches allows no calls. */
  readonly hours?: Week;
  /** Whether calls on public holidays are forbidden, too. A calling week does not show these days. */
  readonly closedOnHolidays?: true;
  /** Each is a limit of its own. */
  readonly attempts?: readonly AttemptLimit[];
  /** The minimum ring time in seconds. */
  readonly ringSeconds?: number;
}

/** The maximum number of calls to one person in any period of this many days. */
export interface AttemptLimit {
  readonly max: number;
  readonly days: number;
}
