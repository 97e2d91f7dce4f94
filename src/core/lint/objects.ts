import type { Node } from "jsonc-parser";
import { childOf, keyOf, pathOfNode, type CampaignDocument } from "../campaign/document";
import { knownKeys } from "../campaign/generated/known-keys";
import { isForMode } from "../campaign/modes";
import type { Segment } from "../campaign/pointer";
import { Place } from "./place";

/** An object in a campaign file. */
export interface ObjectNode {
  /** Its children are the properties, in order. A duplicate key has two. */
  readonly node: Node;
  /** Duplicate properties that a later one overrides, each with the one that counts. */
  readonly lost: ReadonlyMap<Node, Node>;
  /** Its path in the schema, with `*` for an item; undefined below an undocumented property. */
  readonly kind: string | undefined;
  /** What the schema defines for it. */
  readonly known: Kind | undefined;
}

/** A property as written in the file. */
export interface Property {
  readonly key: string;
  readonly node: Node;
  readonly parent: ObjectNode;
}

/** The objects of a campaign file, valid or not, for rules about keys. */
export interface CampaignObjects {
  readonly objects: readonly ObjectNode[];
  /** The objects with a duplicate key. */
  readonly withDuplicates: readonly ObjectNode[];
  /** Undocumented properties of documented objects, without overridden duplicates. */
  readonly unknownProperties: readonly Property[];
  /** The property that contains the whole campaign, if another object wraps it. */
  readonly wrapping: Property | undefined;
  /** The place of a property. */
  place(property: Property): Place;
}

/**
 * A kind of object in the schema. It is linked to the kinds below it, because building a path for each object costs
 * more.
 */
interface Kind {
  readonly path: string;
  readonly keys: ReadonlySet<string>;
  /** By key: the kind of the object, or of the objects in the list, under it. */
  readonly below: ReadonlyMap<string, { readonly own: Kind | undefined; readonly items: Kind | undefined }>;
}

const kinds: ReadonlyMap<string, Kind> = toKinds();

function toKinds(): Map<string, Kind> {
  const found = new Map<string, Kind>();
  // The longest paths come first, so that the kinds below a kind exist before it.
  for (const path of Object.keys(knownKeys).sort((a, b) => b.length - a.length)) {
    const keys = knownKeys[path] ?? [];
    const below = new Map(
      keys.map((key) => {
        const way = path === "" ? key : `${path}/${key}`;
        return [key, { own: found.get(way), items: found.get(`${way}/*`) }];
      }),
    );
    found.set(path, { path, keys: new Set(keys), below });
  }
  return found;
}

/** The documented keys of the campaign's mode that an object lacks. */
export function absentKeys(object: ObjectNode): readonly string[] {
  const known = absentOf.get(object);
  if (known !== undefined) return known;
  const { node, kind } = object;
  const present = new Set((node.children ?? []).map(keyOf));
  const mode: unknown = kind === "" ? childOf(node, "dialingMode")?.value : undefined;
  const absent = (knownKeys[kind ?? ""] ?? []).filter((key) => !present.has(key) && isForMode(key, mode));
  absentOf.set(object, absent);
  return absent;
}

/** Computed once for an object, however many unknown properties it has. */
const absentOf = new WeakMap<ObjectNode, readonly string[]>();

/** Whether the documentation has an object under this key. */
export function expectsObject(object: ObjectNode, key: string): boolean {
  return kinds.get(object.kind ?? "")?.below.get(key)?.own !== undefined;
}

export function pathOf(object: ObjectNode): Segment[] {
  return pathOfNode(object.node);
}

export function toCampaignObjects(document: CampaignDocument): CampaignObjects {
  return isPlain(document.value, document.root, kinds.get(""))
    ? new PlainObjects(document)
    : walked(document);
}

/** The tree of a campaign without unknown or duplicate properties. Its objects are collected on demand. */
class PlainObjects implements CampaignObjects {
  readonly withDuplicates = [];
  readonly unknownProperties = [];
  readonly wrapping = undefined;

  constructor(private readonly document: CampaignDocument) {}

  get objects(): readonly ObjectNode[] {
    return walked(this.document).objects;
  }

  place(property: Property): Place {
    return placeOf(property, this.document);
  }
}

function walked(document: CampaignDocument): CampaignObjects {
  const objects: ObjectNode[] = [];
  const unknownProperties: Property[] = [];
  if (document.root !== undefined) {
    objects.push(toObjectNode(document.root, kinds.get("")));
    // The list grows during the walk: each object adds those below it.
    for (const object of objects) lookInto(object, objects, unknownProperties);
  }
  return {
    objects: objects,
    withDuplicates: objects.filter(({ lost }) => lost.size > 0),
    unknownProperties: unknownProperties,
    wrapping: wrapperAmong(unknownProperties),
    place: (property) => placeOf(property, document),
  };
}

function placeOf({ key, node, parent }: Property, document: CampaignDocument): Place {
  return Place.of(document, node.children?.[1] ?? node, [...pathOf(parent), key]);
}

/**
 * Whether every object is documented and contains only documented keys, each once. Almost every file does, and walking
 * the value, which has no duplicate keys, costs far less than walking the nodes.
 */
function isPlain(value: unknown, node: Node | undefined, known: Kind | undefined): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (known === undefined || node?.type !== "object") return false;
  const { children = [] } = node;
  const record = value as Readonly<Record<string, unknown>>;
  let count = 0;
  for (const key in record) {
    const below = known.below.get(key);
    if (below === undefined) return false;
    // Without duplicates, the properties have the same order as the value's keys.
    const child = children[count++]?.children?.[1];
    const inner = record[key];
    if (!(Array.isArray(inner) ? arePlain(inner, child, below.items) : isPlain(inner, child, below.own)))
      return false;
  }
  return count === children.length;
}

function arePlain(items: readonly unknown[], node: Node | undefined, known: Kind | undefined): boolean {
  return items.every((item, index) => isPlain(item, node?.children?.[index], known));
}

function toObjectNode(node: Node, known: Kind | undefined): ObjectNode {
  return { node, lost: lostIn(node.children ?? []), kind: known?.path, known };
}

const noneLost: ReadonlyMap<Node, Node> = new Map();

function lostIn(nodes: readonly Node[]): ReadonlyMap<Node, Node> {
  if (!hasDuplicates(nodes)) return noneLost;
  // A key without a value overrides nothing: see `propertyOf`.
  const valued = nodes.filter(({ children }) => children?.[1] !== undefined);
  const last = lastOfEach(valued);
  const lost = new Map<Node, Node>();
  for (const node of valued) {
    const kept = last.get(keyOf(node));
    if (kept !== undefined && kept !== node) lost.set(node, kept);
  }
  return lost;
}

function lastOfEach(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const last = new Map<string, Node>();
  for (const node of nodes) last.set(keyOf(node), node);
  return last;
}

/** Objects are small, so comparing all pairs of keys costs less than a map. */
function hasDuplicates(nodes: readonly Node[]): boolean {
  if (nodes.length > 24) return lastOfEach(nodes).size < nodes.length;
  for (let one = 1; one < nodes.length; one++) {
    const key: unknown = nodes[one]?.children?.[0]?.value;
    for (let other = 0; other < one; other++) {
      if (nodes[other]?.children?.[0]?.value === key) return true;
    }
  }
  return false;
}

/** An object with at least this many campaign properties is the campaign. */
const enough = 4;

function wrapperAmong(unknownProperties: readonly Property[]): Property | undefined {
  const [first] = unknownProperties;
  if (first?.parent.kind !== "" || isCampaign(first.parent.node)) return undefined;
  return unknownProperties.find(({ parent, node }) => parent.kind === "" && isCampaign(node.children?.[1]));
}

function isCampaign(node: Node | undefined): boolean {
  if (node?.type !== "object") return false;
  const own = (node.children ?? []).filter((child) => kinds.get("")?.keys.has(keyOf(child)));
  return own.length >= enough;
}

function lookInto(object: ObjectNode, objects: ObjectNode[], unknownProperties: Property[]): void {
  const { known, lost } = object;
  for (const node of object.node.children ?? []) {
    const value = node.children?.[1];
    if (value === undefined || (lost.size > 0 && lost.has(node))) continue;
    const key = keyOf(node);
    if (known !== undefined && !known.keys.has(key)) unknownProperties.push({ key, node, parent: object });
    if (value.children === undefined) continue;
    const below = known?.below.get(key);
    if (value.type === "object") objects.push(toObjectNode(value, below?.own));
    else addItems(value.children, below?.items, objects);
  }
}

/** The objects in a list, at any depth. Only the list's own items can be of a documented kind. */
function addItems(items: readonly Node[], known: Kind | undefined, objects: ObjectNode[]): void {
  for (const item of items) {
    if (item.children === undefined) continue;
    if (item.type === "object") objects.push(toObjectNode(item, known));
    else addItems(item.children, undefined, objects);
  }
}
