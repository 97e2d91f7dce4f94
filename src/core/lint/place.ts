import type { Node } from "jsonc-parser";
import { commentsOf } from "../campaign/syntax/comments";
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
    /** What a problem is shown on where the value is missing: the nearest value above it. */
    private readonly nearest: Node | undefined,
  ) {}

  static root(document: CampaignDocument): Place {
    return new Place(document, document.root, [], document.root);
  }

  /** For a walk over the tree, which has the node at hand: a key that appears twice has two nodes and one path. */
  static of(document: CampaignDocument, node: Node, path: readonly Segment[]): Place {
    return new Place(document, node, path, node);
  }

  below(path: readonly Segment[]): Place {
    let node = this.node;
    let { nearest } = this;
    for (const segment of path) {
      node = childOf(node, segment);
      nearest = node ?? nearest;
    }
    return new Place(this.document, node, [...this.path, ...path], nearest);
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
    const fixes = ideas
      .map((idea) => this.toFix(idea, ideas.length === 1))
      .filter(({ edits }) => edits.length > 0);
    const finding: Writable<Finding> = { message, pointer: toPointer(this.path), offset, length, fixes };
    if (unnecessary !== undefined) finding.unnecessary = unnecessary;
    if (explainsMissing !== undefined) finding.explainsMissing = explainsMissing;
    if (elsewhere !== undefined && elsewhere.length > 0) finding.elsewhere = elsewhere;
    if (related !== undefined) finding.related = related.map(relatedOf);
    return finding;
  }

  /** Whether the text has more inside an object than its value shows: a comment, or a key that appears twice. */
  hasMoreThan(value: object): boolean {
    if (this.node === undefined) return false;
    const { offset, length, children = [] } = this.node;
    return (
      children.length > Object.keys(value).length || commentsOf(this.document).within(offset, offset + length)
    );
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

  /**
   * The value; of an object or array only its opening bracket, as a whole block underlined says less. Where the value is
   * missing, the key of the nearest one above it.
   */
  span(): Span {
    const node = this.node ?? keyNodeOf(this.nearest) ?? this.nearest;
    if (node === undefined) return { offset: 0, length: Math.min(1, this.document.text.length) };
    const { type, offset, length } = node;
    return { offset, length: type === "object" || type === "array" ? 1 : length };
  }

  private keySpan(): Span {
    const key = keyNodeOf(this.node);
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

function keyNodeOf(node: Node | undefined): Node | undefined {
  return node?.parent?.type === "property" ? node.parent.children?.[0] : undefined;
}

function relatedOf({ place, message }: { readonly place: Place; readonly message: string }) {
  return { message, ...place.span() };
}
