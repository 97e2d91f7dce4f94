import { createScanner, parseTree, type Node, type ParseError } from "jsonc-parser";
import type { Segment } from "./pointer";

/** The most a campaign file may hold, in UTF-16 units: the page's sample has about 1,600. */
export const maxCampaignLength = 1024 * 1024;

/** The deepest nesting that is read: a campaign needs five levels, the parser's stack bears thousands. */
export const maxDepth = 200;

/** A campaign file, parsed once: every check and every fix reads from here. */
export interface CampaignDocument {
  readonly text: string;
  /** Undefined for an empty file, or for one that is refused. */
  readonly root: Node | undefined;
  readonly value: unknown;
  readonly syntaxErrors: readonly ParseError[];
  /** Set when the text was not parsed at all. */
  readonly refused?: { readonly name: "too-large" } | { readonly name: "too-deep"; readonly offset: number };
}

/** Never throws, whatever the text holds. */
export function parseDocument(text: string): CampaignDocument {
  if (text.length > maxCampaignLength) return refusal(text, { name: "too-large" });
  const syntaxErrors: ParseError[] = [];
  // A byte order mark is no fault; a blank in its place keeps every offset.
  const readable = text.charCodeAt(0) === 0xfeff ? " " + text.slice(1) : text;
  try {
    const root = parseTree(readable, syntaxErrors, { allowTrailingComma: true });
    return { text, root, value: root === undefined ? undefined : toValue(root, 0), syntaxErrors };
  } catch (error) {
    // Ours past `maxDepth`; the parser's own when it runs out of stack long after that.
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error;
    return refusal(text, { name: "too-deep", offset: firstTooDeep(readable) });
  }
}

class TooDeep extends Error {}

function refusal(text: string, refused: NonNullable<CampaignDocument["refused"]>): CampaignDocument {
  return { text, root: undefined, value: undefined, syntaxErrors: [], refused };
}

/** Where nesting first goes past `maxDepth`. */
function firstTooDeep(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const unit = text.charCodeAt(scanner.getTokenOffset());
    if (unit === 123 || unit === 91) {
      if (++depth > maxDepth) return scanner.getTokenOffset();
    } else if (unit === 125 || unit === 93) depth--;
  }
  return 0;
}

/** The value a JSON parser would give: of a key that stands twice the last one counts, `__proto__` is a key like any. */
function toValue(node: Node, depth: number): unknown {
  const { children } = node;
  if (children === undefined) return node.value;
  if (depth > maxDepth) throw new TooDeep();
  return node.type === "array" ? toList(children, depth + 1) : toRecord(children, depth + 1);
}

function toList(items: readonly Node[], depth: number): unknown[] {
  const list: unknown[] = [];
  for (const item of items) list.push(toValue(item, depth));
  return list;
}

function toRecord(properties: readonly Node[], depth: number): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { children } of properties) {
    const child = children?.[1];
    if (child === undefined) continue;
    const key = children?.[0]?.value as string;
    const value = toValue(child, depth);
    if (key === "__proto__")
      Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
    else record[key] = value;
  }
  return record;
}

/** The property node that counts for a key: the last one, as for a JSON parser. */
export function propertyOf(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== "object") return undefined;
  const { children = [] } = node;
  for (let index = children.length - 1; index >= 0; index--) {
    const property = children[index];
    if (property?.children?.[0]?.value === key) return property;
  }
  return undefined;
}

/** The node of a value below `node`, or undefined when it is not there. */
export function childOf(node: Node | undefined, segment: string | number): Node | undefined {
  if (node?.type === "array") return node.children?.[Number(segment)];
  return propertyOf(node, String(segment))?.children?.[1];
}

/** The key of an object's property, as it stands in the text. */
export function keyOf(property: Node): string {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === "string" ? key : "";
}

/** The way from the root to a node: keys and indexes. */
export function pathOfNode(node: Node | undefined): Segment[] {
  const path: Segment[] = [];
  for (let child = node; child?.parent !== undefined; child = child.parent) {
    const { parent } = child;
    if (parent.type === "array") path.unshift(parent.children?.indexOf(child) ?? 0);
    else if (parent.type === "object") path.unshift(keyOf(child));
  }
  return path;
}
