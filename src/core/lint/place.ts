import type { Node } from "jsonc-parser";
import { childOf, type CampaignDocument } from "../campaign/document";
import {
  addProperty,
  insertAfter,
  removeElement,
  removeElements,
  renameKey,
  replaceValue,
} from "../campaign/edits";
import { toPointer, type Segment } from "../campaign/pointer";
import type { Edit, Fix, Problem, Span } from "../campaign/problem";

/** What a rule says of one place; the engine adds the code and the severity. */
export type Finding = Omit<Problem, "code" | "severity">;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A fix as a rule writes it: a new value for the place, or edits. */
export type FixIdea = {
  readonly title: string;
  /** The best one of several. A fix that stands alone is preferred unless it says otherwise. */
  readonly preferred?: boolean;
  /** It cannot change what the campaign means. */
  readonly safe?: boolean;
} & ({ readonly replace: unknown } | { readonly edits: readonly Edit[] });

export interface FindingExtras {
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly elsewhere?: Problem["elsewhere"];
  readonly unnecessary?: boolean;
  readonly explainsMissing?: readonly string[];
  /** Show the key instead of the value. */
  readonly onKey?: boolean;
  /** Show another place, when the fault is of the whole part and one value tells it best. */
  readonly show?: Place;
}

/** Finds a place below the part that a rule reads: `at(2, "start")`; `at()` is the part itself. */
export type At = (...path: Segment[]) => Place;

/** A value in the text. Nothing is looked up before a rule finds fault with it. */
export class Place {
  private constructor(
    private readonly document: CampaignDocument,
    private readonly node: Node | undefined,
    readonly path: readonly Segment[],
  ) {}

  static root(document: CampaignDocument): Place {
    return new Place(document, document.root, []);
  }

  /** For a walk over the tree, which has the node at hand: a key that stands twice has two nodes and one path. */
  static of(document: CampaignDocument, node: Node | undefined, path: readonly Segment[]): Place {
    return new Place(document, node, path);
  }

  below(path: readonly Segment[]): Place {
    let node = this.node;
    for (const segment of path) node = childOf(node, segment);
    return new Place(this.document, node, [...this.path, ...path]);
  }

  problem(message: string, ...rest: readonly (FixIdea | FindingExtras)[]): Finding {
    const ideas: FixIdea[] = [];
    const extras: Writable<FindingExtras> = {};
    for (const item of rest) {
      if ("title" in item) ideas.push(item);
      else Object.assign(extras, item);
    }
    const { onKey, show, related, elsewhere, unnecessary, explainsMissing } = extras;
    const { offset, length } = onKey === true ? this.keySpan() : (show ?? this).span();
    const fixes = ideas.map((idea) => this.toFix(idea, ideas.length === 1));
    const finding: Writable<Finding> = { message, pointer: toPointer(this.path), offset, length, fixes };
    if (unnecessary !== undefined) finding.unnecessary = unnecessary;
    if (explainsMissing !== undefined) finding.explainsMissing = explainsMissing;
    if (elsewhere !== undefined && elsewhere.length > 0) finding.elsewhere = elsewhere;
    if (related !== undefined) finding.related = related.map(relatedOf);
    return finding;
  }

  replace(value: unknown): Edit[] {
    return this.node === undefined ? [] : [replaceValue(this.document.text, this.node, value)];
  }

  /** Takes the property, or the array item, out. */
  remove(): Edit[] {
    const element = this.element();
    return element === undefined ? [] : removeElement(this.document.text, element);
  }

  /** Takes several of an array's items out. */
  removeItems(indexes: readonly number[]): Edit[] {
    const items = indexes.flatMap((index) => childOf(this.node, index) ?? []);
    return removeElements(this.document.text, items);
  }

  rename(key: string): Edit[] {
    const property = this.property();
    return property === undefined ? [] : renameKey(property, key);
  }

  /** More array items behind this one. */
  insertAfter(values: readonly unknown[]): Edit[] {
    return this.node === undefined || values.length === 0
      ? []
      : [insertAfter(this.document.text, this.node, values)];
  }

  add(key: string, value: unknown): Edit[] {
    return this.node?.type !== "object" ? [] : [addProperty(this.document.text, this.node, key, value)];
  }

  /** The value; of an object or array only its opening bracket, as a whole block underlined says less. */
  span(): Span {
    if (this.node === undefined) return { offset: 0, length: 0 };
    const { type, offset, length } = this.node;
    return { offset, length: type === "object" || type === "array" ? 1 : length };
  }

  private keySpan(): Span {
    const key = this.property()?.children?.[0];
    return key === undefined ? this.span() : { offset: key.offset, length: key.length };
  }

  private property(): Node | undefined {
    const parent = this.node?.parent;
    return parent?.type === "property" ? parent : undefined;
  }

  private element(): Node | undefined {
    return this.property() ?? this.node;
  }

  private toFix(idea: FixIdea, alone: boolean): Fix {
    const edits = "replace" in idea ? this.replace(idea.replace) : idea.edits;
    return { title: idea.title, edits, preferred: idea.preferred ?? alone, safe: idea.safe ?? false };
  }
}

function relatedOf({ place, message }: { readonly place: Place; readonly message: string }) {
  return { message, ...place.span() };
}
