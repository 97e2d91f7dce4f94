import type { Severity } from "../campaign/problem";
import type { IndexedCampaign } from "./campaign-index";
import type { LegalProfile } from "./legal/profile";
import type { OptionSettings } from "./configuration/rule-options";
import type { ReadNumber } from "./phone-number";
import type { Rule } from "./rule";

/** A rule that threw. */
export interface RuleFailure {
  readonly id: string;
  readonly error: unknown;
}

export interface CheckOptions {
  /** `schema` skips the rules, for the check while typing. */
  readonly depth?: "schema" | "all";
  readonly rules?: readonly Rule[];
  /** Severities that differ from the rules' own. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** Options that differ from the rules' own. */
  readonly ruleOptions?: OptionSettings;
  readonly profiles?: readonly LegalProfile[];
  /** The computer's date as YYYY-MM-DD, for legal profiles whose terms changed. Without it, the latest terms apply. */
  readonly today?: string | undefined;
  readonly readNumber?: ReadNumber | undefined;
  readonly others?: readonly IndexedCampaign[];
  /** Called for each rule that threw, for a log. The problems contain it too. */
  readonly onRuleFailed?: ((failure: RuleFailure) => void) | undefined;
}
