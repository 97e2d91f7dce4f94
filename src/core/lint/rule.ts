import type { CampaignDocument } from "../campaign/document";
import type { Campaign } from "../campaign/generated/campaign";
import type { Severity } from "../campaign/problem";
import type { IndexedCampaign } from "./campaign-index";
import type { LegalProfile } from "./legal/profile";
import { toSelector, type Selected, type Selection } from "./selection";
import {
  optionValues,
  type OptionValue,
  type OptionValues,
  type RuleOptions,
} from "./configuration/rule-options";
import type { ReadNumber } from "./phone-number";
import type { At, Finding } from "./place";
import type { CampaignObjects } from "./objects";

type Child<T, K extends string> = K extends "*"
  ? T extends readonly (infer Item)[]
    ? Item
    : never
  : K extends keyof T
    ? Exclude<T[K], undefined>
    : never;

type PartAt<T, Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? PartAt<Child<T, Head>, Rest>
  : Child<T, Path>;

/**
 * The part of a campaign that a rule reads: a path such as `dialingStrategy/callingHours/days/*`, where `*` is each
 * item; several paths, whose parts must all be present; `each` of several paths, one part at a time; `all` valid items
 * of a list together; or `#`, the properties as written in the file, valid or not.
 */
export type Reads = OneOrAll | readonly OneOrAll[] | { readonly each: readonly string[] };

/** One part, or all valid items of a list. */
type OneOrAll = string | { readonly all: string };

/** An item of a list and its index. */
export interface Item<T> {
  readonly value: T;
  readonly index: number;
}

export type PartOf<R extends Reads> = R extends "#"
  ? CampaignObjects
  : R extends string
    ? PartAt<Campaign, R>
    : R extends { readonly each: readonly (infer Path extends string)[] }
      ? PartAt<Campaign, Path>
      : R extends { readonly all: infer Path extends string }
        ? readonly Item<PartAt<Campaign, Path>>[]
        : { -readonly [K in keyof R]: R[K] extends OneOrAll ? PartOf<R[K]> : never };

/** The context of a rule, in addition to the part it reads. */
export interface RuleContext {
  readonly document: CampaignDocument;
  /** Returns a place by its path from the root. */
  readonly root: At;
  /** The legal profiles that the team selected. */
  readonly profiles: readonly LegalProfile[];
  /** Reads phone numbers. Without it, the caller ID rules do not run. */
  readonly readNumber: ReadNumber | undefined;
  /** The other campaigns in the workspace; empty if they are not available. */
  readonly others: readonly IndexedCampaign[];
  /** Whether the value at a pointer has no syntax or schema problems, for rules that read `#`. */
  readonly isValid: (pointer: string) => boolean;
}

/** The findings of a rule on a part: none, one or several. */
export type Findings = undefined | Finding | Iterable<Finding>;

export interface Source {
  readonly title: string;
  readonly url: string;
}

export interface RuleDefinition<R extends Reads, Options extends RuleOptions = RuleOptions> {
  readonly id: string;
  readonly severity: Severity | "off";
  readonly reads: R;
  /** The context that it requires. Without it, the rule does not run. */
  readonly needs?: "profiles" | "others" | "readNumber" | undefined;
  /** The requirement, in one sentence. */
  readonly summary: string;
  /** What happens to people or calls when the requirement is not met. */
  readonly why: string;
  /** What the fixes do; undefined without fixes. */
  readonly fix?: string | undefined;
  readonly source?: readonly Source[] | undefined;
  /** What a team can choose in `.campaignlint.json`. */
  readonly options?: Options | undefined;
  /** Values that pass and fail, for the rule's tests and its page. */
  readonly examples: Examples<ExampleOf<R>>;
  readonly check: (part: PartOf<R>, at: At, context: RuleContext, options: OptionValues<Options>) => Findings;
}

/** A part as an example defines it. For the tree: a whole text, or the properties that differ from a valid campaign. */
export type ExampleOf<R extends Reads> = R extends "#"
  ? string | Readonly<Record<string, unknown>>
  : R extends { readonly all: infer Path extends string }
    ? readonly PartAt<Campaign, Path>[]
    : R extends readonly OneOrAll[]
      ? { readonly [K in keyof R]: R[K] extends OneOrAll ? ExampleOf<R[K]> : never }
      : PartOf<R>;

export interface Examples<T> {
  readonly good: readonly T[];
  readonly bad: readonly T[];
  /** The legal profiles for the examples. */
  readonly profiles?: readonly string[];
  /** The other campaigns in the workspace of the examples. */
  readonly others?: readonly IndexedCampaign[];
}

/** A rule without the type of its part, so that one list can contain all rules. The engine guarantees the type. */
export type Rule = Omit<RuleDefinition<Reads>, "check" | "examples" | "options"> & {
  /** Empty for most rules. */
  readonly options: RuleOptions;
  /** The values of its options where a team sets none. */
  readonly defaults: Readonly<Record<string, OptionValue>>;
  readonly examples: Examples<unknown>;
  /** The rule reads the properties as written in the file. */
  readonly readsKeys: boolean;
  /** Returns the parts that the rule reads, if they are present and valid. */
  read(parts: Selection): readonly Selected[];
  readonly check: (
    part: unknown,
    at: At,
    context: RuleContext,
    options: Readonly<Record<string, OptionValue>>,
  ) => Findings;
};

/**
 * Turns a typed rule into one for the engine's list. All results have the same properties in the same order, because
 * the engine reads objects of one shape far faster.
 */
export function rule<
  const R extends Reads,
  const Options extends RuleOptions = Readonly<Record<string, never>>,
>(definition: RuleDefinition<R, Options>): Rule {
  const { id, severity, needs, reads, summary, why, fix, source, options = {}, examples } = definition;
  return {
    id,
    severity,
    needs,
    readsKeys: readsKeys(reads),
    read: readerOf(reads),
    // The engine passes only valid parts and options to a rule, so they have these types.
    check: definition.check as Rule["check"],
    reads,
    summary,
    why,
    fix,
    source,
    options,
    defaults: optionValues(options),
    examples,
  };
}

function readsKeys(reads: Reads): boolean {
  return reads === "#" || (Array.isArray(reads) && reads.includes("#"));
}

function readerOf(reads: Reads): Rule["read"] {
  if (typeof reads === "string" || "all" in reads) return readerOfOne(reads);
  const readers = ("each" in reads ? reads.each : reads).map(readerOfOne);
  if ("each" in reads) {
    return (parts) => {
      const found: Selected[] = [];
      for (const read of readers) for (const part of read(parts)) found.push(part);
      return found;
    };
  }
  return (parts) => {
    const values: unknown[] = [];
    for (const read of readers) {
      const part = read(parts)[0];
      if (part === undefined) return [];
      values.push(part.value);
    }
    return [{ value: values, parent: undefined, segment: "" }];
  };
}

function readerOfOne(reads: OneOrAll): Rule["read"] {
  if (reads === "#") return (parts) => parts.tree();
  if (typeof reads === "string") {
    const route = toSelector(reads);
    return (parts) => parts.at(route);
  }
  const route = toSelector(reads.all);
  return (parts) => parts.together(route);
}
