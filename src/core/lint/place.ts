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
import { visibleLine } from "../text/visible";

/** A problem that a rule found; the engine adds the code and the severity. */
export type Finding = Omit<Problem, "code" | "severity">;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A fix as a rule defines it: a new value for the place, or edits. */
export type FixIdea = {
  readonly title: string;
  /** Whether this is the best of several fixes. A single fix is preferred by default. */
  readonly preferred?: boolean;
  /** The fix cannot change the meaning of the campaign. */
  readonly safe?: boolean;
} & ({ readonly replace: unknown } | { readonly edits: readonly Edit[] });

export interface FindingExtras {
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly elsewhere?: Problem["elsewhere"];
  readonly unnecessary?: boolean;
  readonly explainsMissing?: readonly string[];
  /** Show the key instead of the value. */
  readonly onKey?: boolean;
  /** Show the problem of a whole part at one of its values. */
  readonly show?: Place;
}

/** Returns a place below the part that a rule reads: `at(2, "start")`; `at()` is the part itself. */
export type At = (...path: Segment[]) => Place;

/** The place of a value in the text. It is resolved only when a rule reports a problem. */
export class Place {
  private constructor(
    private readonly document: CampaignDocument,
    private readonly node: Node | undefined,
    readonly path: readonly Segment[],
    /** The node to mark: the value, or the nearest one above it if the value is missing. */
    private readonly nearest: Node | undefined,
  ) {}

  static root(document: CampaignDocument): Place {
    return new Place(document, document.root, [], document.root);
  }

  /** Creates a place from a node. A duplicate key has two nodes and one path, so a path is not enough. */
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
    let extras = noExtras;
    for (const item of rest) {
      if ("title" in item) ideas.push(item);
      // Most problems have one item, which is not copied.
      else extras = extras === noExtras ? item : { ...extras, ...item };
    }
    const { onKey, show, related, elsewhere, unnecessary, explainsMissing } = extras;
    const { offset, length } = onKey === true ? this.keySpan() : (show ?? this).span();
    const fixes = ideas
      .map((idea) => this.toFix(idea, ideas.length === 1))
      .filter(({ edits }) => edits.length > 0);
    const finding: Writable<Finding> = {
      // It may quote a name of the file, or the name of another file.
      message: visibleLine(message, MAX_MESSAGE_LENGTH),
      pointer: toPointer(this.path),
      offset,
      length,
      fixes,
    };
    if (unnecessary !== undefined) finding.unnecessary = unnecessary;
    if (explainsMissing !== undefined) finding.explainsMissing = explainsMissing;
    if (elsewhere !== undefined && elsewhere.length > 0) finding.elsewhere = elsewhere;
    if (related !== undefined) finding.related = related.map(relatedOf);
    return finding;
  }

  /** Whether an object contains a comment or a duplicate key, which its value does not show. */
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

  /** Removes the property or array item. */
  remove(): Edit[] {
    const element = this.element();
    return element === undefined ? [] : removeElement(this.document.text, element);
  }

  /** Removes several items of an array. */
  removeItems(indexes: readonly number[]): Edit[] {
    const items = indexes.flatMap((index) => childOf(this.node, index) ?? []);
    return removeElements(this.document.text, items);
  }

  rename(key: string): Edit[] {
    const property = this.property();
    return property === undefined ? [] : renameKey(property, key);
  }

  /** Inserts array items after this one. */
  insertAfter(values: readonly unknown[]): Edit[] {
    return this.node === undefined || values.length === 0
      ? []
      : [insertAfter(this.document.text, this.node, values)];
  }

  add(key: string, value: unknown): Edit[] {
    return this.node?.type !== "object" ? [] : [addProperty(this.document.text, this.node, key, value)];
  }

  /**
   * The range to underline: the value, or only the opening bracket of an object or array, because a whole underlined
   * block is hard to read. If the value is missing, the key of the nearest one above it.
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
    const title = visibleLine(idea.title, MAX_MESSAGE_LENGTH);
    return { title, edits, preferred: idea.preferred ?? alone, safe: idea.safe ?? false };
  }
}

const noExtras: FindingExtras = {};

/** In UTF-16 units. A message of ordinary names has a few hundred. */
const MAX_MESSAGE_LENGTH = 20_000;

function keyNodeOf(node: Node | undefined): Node | undefined {
  return node?.parent?.type === "property" ? node.parent.children?.[0] : undefined;
}

function relatedOf({ place, message }: { readonly place: Place; readonly message: string }) {
  return { message, ...place.span() };
}
