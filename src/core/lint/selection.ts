import { findNodeAtOffset } from "jsonc-parser";
import { pathOfNode, type CampaignDocument } from "../campaign/document";
import { fromPointer, toPointer, type Segment } from "../campaign/pointer";
import type { SchemaError } from "../campaign/schema/schema-problems";
import { toTree } from "./objects";

/** A part of the campaign that is there and valid. Its place in the text is looked up only when a rule finds fault. */
export interface Part {
  readonly value: unknown;
  /** What it is a property or an item of; undefined for the campaign itself. */
  readonly holder: Part | undefined;
  readonly segment: Segment;
}

/** The way from the campaign to a part. */
export function pathTo(part: Part | undefined): Segment[] {
  return part?.holder === undefined ? [] : [...pathTo(part.holder), part.segment];
}

/** A path that rules read, taken apart once for all documents. */
export interface Route {
  readonly index: number;
  readonly holder: Route | undefined;
  readonly segment: string;
}

const routes = new Map<string, Route>();

/** `dialingStrategy/callingHours/days/*`: the same route for the same path. */
export function toRoute(path: string): Route {
  const known = routes.get(path);
  if (known !== undefined) return known;
  const end = path.lastIndexOf("/");
  const holder = end < 0 ? undefined : toRoute(path.slice(0, end));
  const route = { index: routes.size, holder, segment: path.slice(end + 1) };
  routes.set(path, route);
  return route;
}

const nothing: readonly Part[] = [];

/** Hands out the valid parts of one document; each route is gone once, however many rules read what is there. */
export class Parts {
  private readonly broken: ReadonlySet<string>;
  private readonly root: readonly Part[];
  private objects: readonly Part[] | undefined;
  private readonly found: (readonly Part[] | undefined)[] = [];
  private readonly valid: (readonly Part[] | undefined)[] = [];
  private readonly lists: (readonly Part[] | undefined)[] = [];

  constructor(
    private readonly document: CampaignDocument,
    errors: readonly SchemaError[],
  ) {
    this.broken = brokenPointers(document, errors);
    this.root = [{ value: document.value, holder: undefined, segment: "" }];
  }

  /** Every valid part: one for a plain route, one for each item with `*`, none when it is missing. */
  at(route: Route): readonly Part[] {
    const parts = this.found[route.index] ?? this.follow(route);
    if (this.broken.size === 0) return parts;
    return (this.valid[route.index] ??= parts.filter((part) => !this.broken.has(toPointer(pathTo(part)))));
  }

  /** Whether neither syntax nor schema found a fault in the value at a pointer. */
  isValid(pointer: string): boolean {
    return !this.broken.has(pointer);
  }

  /** The valid items of a list together, as one part; nothing when there are none. */
  together(route: Route): readonly Part[] {
    return (this.lists[route.index] ??= this.listed(route));
  }

  private listed(route: Route): readonly Part[] {
    const parts = this.at(route);
    const [first] = parts;
    if (first === undefined) return nothing;
    const items = parts.map((part) => ({ value: part.value, index: Number(part.segment) }));
    const list = first.holder;
    return [{ value: items, holder: list?.holder, segment: list?.segment ?? "" }];
  }

  /** The objects of the file, valid or not; nothing when the file holds no object. */
  tree(): readonly Part[] {
    if (this.document.root?.type !== "object") return nothing;
    this.objects ??= [{ value: toTree(this.document), holder: undefined, segment: "" }];
    return this.objects;
  }

  private follow(route: Route): readonly Part[] {
    const { holder, segment } = route;
    const holders = holder === undefined ? this.root : (this.found[holder.index] ?? this.follow(holder));
    const parts: Part[] = [];
    for (const part of holders) stepInto(part, segment, parts);
    this.found[route.index] = parts;
    return parts;
  }
}

function stepInto(holder: Part, segment: string, parts: Part[]): void {
  const { value } = holder;
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    if (segment !== "*") return;
    for (let index = 0; index < value.length; index++) {
      parts.push({ value: value[index] as unknown, holder, segment: index });
    }
    return;
  }
  // The rules' paths are names of campaign properties, which no object has from elsewhere.
  const child = (value as Readonly<Record<string, unknown>>)[segment];
  if (child !== undefined) parts.push({ value: child, holder, segment });
}

const none: ReadonlySet<string> = new Set();

/** The values with a fault in them, and all that hold them. */
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
