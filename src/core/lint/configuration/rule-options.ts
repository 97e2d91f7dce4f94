/** A whole number that a team can choose for a rule. */
export interface NumberOption {
  readonly kind: "number";
  readonly default: number;
  /** The smallest and the largest number that a team can set. */
  readonly minimum: number;
  readonly maximum: number;
  /** What the number decides, in one sentence. */
  readonly summary: string;
}

/** A list of countries, as ISO 3166 codes such as `US`, that a team can choose for a rule. */
export interface CountriesOption {
  readonly kind: "countries";
  readonly default: readonly string[];
  /** What the list decides, in one sentence. */
  readonly summary: string;
}

export type RuleOption = NumberOption | CountriesOption;

/** The options of a rule by their names in `.campaignlint.json`. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;

export type OptionValue = number | readonly string[];

/** The values of a rule's options. */
export type OptionValues<Options extends RuleOptions> = {
  readonly [Name in keyof Options]: Options[Name] extends NumberOption ? number : readonly string[];
};

/** The values that a configuration sets: rule ID, option name, value. */
export type OptionSettings = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

/** The values of all options: the set ones, and the defaults of the others. */
export function optionValues(
  options: RuleOptions,
  set: Readonly<Record<string, OptionValue>> = {},
): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, set[name] ?? option.default]),
  );
}
