import { findNodeAtOffset } from "jsonc-parser";
import { pathOfNode, type CampaignDocument } from "../campaign/document";
import { fromPointer, toPointer, type Segment } from "../campaign/pointer";
import type { SchemaError } from "../campaign/schema/validator";
import { toCampaignObjects } from "./objects";

/**
 * A part of the campaign that is present and valid. Its place in the text is resolved only when a rule reports a
 * problem.
 */
export interface Selected {
  readonly value: unknown;
  /** The part that contains it; undefined for the campaign itself. */
  readonly parent: Selected | undefined;
  readonly segment: Segment;
}

/** The path from the campaign to a part. */
export function pathTo(one: Selected | undefined): Segment[] {
  return one?.parent === undefined ? [] : [...pathTo(one.parent), one.segment];
}

/** A path that rules read, parsed once for all documents. */
export interface Selector {
  readonly index: number;
  readonly parent: Selector | undefined;
  readonly segment: string;
}

const selectors = new Map<string, Selector>();

/** Parses a path such as `dialingStrategy/callingHours/days/*`. The same path returns the same selector. */
export function toSelector(path: string): Selector {
  const known = selectors.get(path);
  if (known !== undefined) return known;
  const end = path.lastIndexOf("/");
  const parent = end < 0 ? undefined : toSelector(path.slice(0, end));
  const selector = { index: selectors.size, parent, segment: path.slice(end + 1) };
  selectors.set(path, selector);
  return selector;
}

const nothing: readonly Selected[] = [];

/** Finds the valid parts of one document. Each selector is resolved once, however many rules use it. */
export class Selection {
  private readonly broken: ReadonlySet<string>;
  private readonly root: readonly Selected[];
  private objects: readonly Selected[] | undefined;
  private readonly found: (readonly Selected[] | undefined)[] = [];
  private readonly valid: (readonly Selected[] | undefined)[] = [];
  private readonly lists: (readonly Selected[] | undefined)[] = [];

  constructor(
    private readonly document: CampaignDocument,
    errors: readonly SchemaError[],
  ) {
    this.broken = brokenPointers(document, errors);
    this.root = [{ value: document.value, parent: undefined, segment: "" }];
  }

  /** All valid parts: one for a plain selector, one for each item with `*`, none if it is missing. */
  at(selector: Selector): readonly Selected[] {
    const selected = this.found[selector.index] ?? this.follow(selector);
    if (this.broken.size === 0) return selected;
    return (this.valid[selector.index] ??= selected.filter(
      (one) => !this.broken.has(toPointer(pathTo(one))),
    ));
  }

  /** Whether the value at a pointer has no syntax or schema problems. */
  isValid(pointer: string): boolean {
    return !this.broken.has(pointer);
  }

  /** The valid items of a list as one part; undefined without items. */
  together(selector: Selector): readonly Selected[] {
    return (this.lists[selector.index] ??= this.listed(selector));
  }

  private listed(selector: Selector): readonly Selected[] {
    const selected = this.at(selector);
    const [first] = selected;
    if (first === undefined) return nothing;
    const items = selected.map((one) => ({ value: one.value, index: Number(one.segment) }));
    const list = first.parent;
    return [{ value: items, parent: list?.parent, segment: list?.segment ?? "" }];
  }

  /** The objects of the file, valid or not; undefined if the file contains no object. */
  tree(): readonly Selected[] {
    if (this.document.root?.type !== "object") return nothing;
    this.objects ??= [{ value: toCampaignObjects(this.document), parent: undefined, segment: "" }];
    return this.objects;
  }

  private follow(selector: Selector): readonly Selected[] {
    const { parent, segment } = selector;
    const parents = parent === undefined ? this.root : (this.found[parent.index] ?? this.follow(parent));
    const selected: Selected[] = [];
    for (const one of parents) stepInto(one, segment, selected);
    this.found[selector.index] = selected;
    return selected;
  }
}

function stepInto(parent: Selected, segment: string, selected: Selected[]): void {
  const { value } = parent;
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    if (segment !== "*") return;
    for (let index = 0; index < value.length; index++) {
      selected.push({ value: value[index] as unknown, parent, segment: index });
    }
    return;
  }
  // The paths consist of campaign properties, which no object inherits.
  const child = (value as Readonly<Record<string, unknown>>)[segment];
  if (child !== undefined) selected.push({ value: child, parent, segment });
}

const none: ReadonlySet<string> = new Set();

/** The invalid values and all values that contain them. */
function brokenPointers(document: CampaignDocument, errors: readonly SchemaError[]): ReadonlySet<string> {
  if (errors.length === 0 && document.syntaxErrors.length === 0) return none;
  const broken = new Set<string>();
  const add = (segments: readonly Segment[]) => {
    for (let end = segments.length; end >= 0; end--) {
      const pointer = toPointer(segments.slice(0, end));
      if (broken.has(pointer)) return;
      broken.add(pointer);
    }
  };
  for (const error of errors) if (error.keyword !== "if") add(fromPointer(error.instancePath));
  if (document.root !== undefined) {
    for (const error of document.syntaxErrors)
      add(pathOfNode(findNodeAtOffset(document.root, error.offset, true)));
  }
  return broken;
}
