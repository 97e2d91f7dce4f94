import type { CampaignDocument } from "../campaign/document";
import type { Campaign } from "../campaign/generated/campaign";
import type { Severity } from "../campaign/problem";
import type { IndexedCampaign } from "./campaign-index";
import type { LegalProfile } from "./legal/profile";
import { toSelector, type Selected, type Selection } from "./selection";
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
 * Which part of a campaign a rule reads: a path such as `dialingStrategy/callingHours/days/*`, where `*` is each item;
 * several of them, parts that must all be there; `each` of several paths, one part at a time; `all` valid items of a
 * list together; or `#`, the properties as they are in the file, valid or not.
 */
export type Reads = OneOrAll | readonly OneOrAll[] | { readonly each: readonly string[] };

/** One part, or all valid items of a list. */
type OneOrAll = string | { readonly all: string };

/** An item of a list and where in the list it is. */
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

/** What a rule may know beside the part it reads. */
export interface RuleContext {
  readonly document: CampaignDocument;
  /** A place anywhere in the campaign, from its root. */
  readonly root: At;
  /** The legal profiles that the team works under. */
  readonly profiles: readonly LegalProfile[];
  /** Reads telephone numbers; without it the rules about caller IDs keep silent. */
  readonly readNumber: ReadNumber | undefined;
  /** The other campaigns of the workspace; empty when they are not known. */
  readonly others: readonly IndexedCampaign[];
  /** Whether neither syntax nor schema found a fault in the value at a pointer: for rules that read `#`. */
  readonly isValid: (pointer: string) => boolean;
}

/** What a rule says of a part: nothing, one thing, or several. */
export type Findings = undefined | Finding | Iterable<Finding>;

export interface Source {
  readonly title: string;
  readonly url: string;
}

export interface RuleDefinition<R extends Reads> {
  readonly id: string;
  readonly severity: Severity | "off";
  readonly reads: R;
  /** What it cannot do without: where that is not known, the rule is not asked. */
  readonly needs?: "profiles" | "others" | "readNumber" | undefined;
  /** What is asked for, in one sentence. */
  readonly summary: string;
  /** What happens to people or calls when it is not so. */
  readonly why: string;
  /** What the fixes do; left out where there is none. */
  readonly fix?: string | undefined;
  readonly source?: readonly Source[] | undefined;
  /** What passes and what fails: the rule's tests and its page. */
  readonly examples: Examples<ExampleOf<R>>;
  readonly check: (part: PartOf<R>, at: At, context: RuleContext) => Findings;
}

/** A part as an example gives it; for the tree a whole text, or the properties that differ from a faultless campaign. */
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
  /** The legal profiles that the examples are checked under. */
  readonly profiles?: readonly string[];
  /** The campaigns that stand beside the examples. */
  readonly others?: readonly IndexedCampaign[];
}

/** A rule whose part's type the engine vouches for, so that rules of all parts stand in one list. */
export type Rule = Omit<RuleDefinition<Reads>, "check" | "examples"> & {
  readonly examples: Examples<unknown>;
  /** It reads the properties as they stand in the file. */
  readonly readsKeys: boolean;
  /** What the rule is handed of a campaign: the parts it reads that are there and valid. */
  read(parts: Selection): readonly Selected[];
  readonly check: (part: unknown, at: At, context: RuleContext) => Findings;
};

/**
 * The one door from typed rules to the engine's list. All rules leave it with the same properties in the same order:
 * the engine reads them far faster than objects that are each of another shape.
 */
export function rule<const R extends Reads>(definition: RuleDefinition<R>): Rule {
  const { id, severity, needs, reads, summary, why, fix, source, examples } = definition;
  return {
    id,
    severity,
    needs,
    readsKeys: readsKeys(reads),
    read: readerOf(reads),
    // The engine hands a rule its part only when the schema found no fault in it, so the part has this type.
    check: definition.check as Rule["check"],
    reads,
    summary,
    why,
    fix,
    source,
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
