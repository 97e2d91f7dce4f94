import type { Node } from "jsonc-parser";
import { childOf, keyOf, pathOfNode, type CampaignDocument } from "../campaign/document";
import { knownKeys } from "../campaign/generated/known-keys";
import { isForMode } from "../campaign/modes";
import type { Segment } from "../campaign/pointer";
import { Place } from "./place";

/** An object in the file. */
export interface ObjectNode {
  /** Its children are the properties, in order; a key that stands twice has two. */
  readonly node: Node;
  /** Properties that stand again further down in it, each with the one that counts. */
  readonly lost: ReadonlyMap<Node, Node>;
  /** Its path in the schema, with `*` for an item; undefined below a property that no campaign has. */
  readonly kind: string | undefined;
  /** What the schema knows of it. */
  readonly known: Kind | undefined;
}

/** A property as it stands in the file. */
export interface Property {
  readonly key: string;
  readonly node: Node;
  readonly parent: ObjectNode;
}

/** The objects of a campaign file, valid or not, for rules about keys. */
export interface CampaignObjects {
  readonly objects: readonly ObjectNode[];
  /** Those in which a key stands twice. */
  readonly withDuplicates: readonly ObjectNode[];
  /** Properties that the page does not know, in objects that it knows; without those that are lost. */
  readonly unknownProperties: readonly Property[];
  /** The property that holds the whole campaign, when it was wrapped in another object. */
  readonly wrapping: Property | undefined;
  /** Where a property is. */
  place(property: Property): Place;
}

/** A kind of object in the schema, its ways down looked up once: a path put together for each object costs more. */
interface Kind {
  readonly path: string;
  readonly keys: ReadonlySet<string>;
  /** By key: the kind of the object there, and of the objects in a list there. */
  readonly below: ReadonlyMap<string, { readonly own: Kind | undefined; readonly items: Kind | undefined }>;
}

const kinds: ReadonlyMap<string, Kind> = toKinds();

function toKinds(): Map<string, Kind> {
  const found = new Map<string, Kind>();
  // The longest paths first, so that what is below a kind is there before it.
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

/** The keys that the page knows for an object, that mean something in the campaign's mode, and that it does not have. */
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

/** Worked out once for an object, however many unknownProperties it has. */
const absentOf = new WeakMap<ObjectNode, readonly string[]>();

/** Whether the page has an object under this key. */
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

/** The tree of a campaign without a stranger and without a loss. Its objects are found when somebody asks. */
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
    // The list grows while it is walked: each object adds those below it.
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
 * Whether every object below is one that the schema knows and holds only keys that it knows, each once: so is almost
 * every file, and to go through the value, in which no key is twice, costs far less than to go through the nodes.
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
    // While no key is twice the properties stand in the order of the value's keys.
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
  // A key without a value counts for nothing, and nothing is lost to it: see `propertyOf`.
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

/** Objects are small, and comparing two keys costs less than keeping them in a map. */
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

/** So many of a campaign's own properties tell that an object is the campaign. */
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

/** The objects in a list, however deep; only those of the list itself can be of a kind that the schema knows. */
function addItems(items: readonly Node[], known: Kind | undefined, objects: ObjectNode[]): void {
  for (const item of items) {
    if (item.children === undefined) continue;
    if (item.type === "object") objects.push(toObjectNode(item, known));
    else addItems(item.children, undefined, objects);
  }
}
