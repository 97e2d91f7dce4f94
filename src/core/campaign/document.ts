import { createScanner, parseTree, type Node, type ParseError } from "jsonc-parser";
import { setOwn, ValidText } from "./parse-valid";
import type { Segment } from "./pointer";

/** The maximum length of a campaign file in UTF-16 units. The documented sample has about 1,600. */
export const maxCampaignLength = 1024 * 1024;

/** The maximum nesting depth. A campaign needs five levels; the parser's stack allows thousands. */
export const maxDepth = 200;

/** A parsed text. The schema check, the rules, the fixes and the editor share it, so each text is parsed once. */
export interface CampaignDocument {
  readonly text: string;
  /** Undefined for an empty or refused file. */
  readonly root: Node | undefined;
  readonly value: unknown;
  readonly syntaxErrors: readonly ParseError[];
  /** True if every number is so short that JavaScript keeps it exactly. Unset if this was not found out. */
  readonly exactNumbers?: boolean;
  /** Set if the text was not parsed because it exceeds a limit. */
  readonly refused?: { readonly name: "too-large" } | { readonly name: "too-deep"; readonly offset: number };
}

/** Never throws, whatever the text contains. No text that exceeds a limit is parsed to its end. */
export function parseDocument(text: string): CampaignDocument {
  if (text.length > maxCampaignLength) return refusal(text, { name: "too-large" });
  const valid = new ValidText(readableText(text), maxDepth).parse();
  if (valid !== undefined) {
    const { root, value, exactNumbers } = valid;
    return { text, root, value, syntaxErrors: [], exactNumbers };
  }
  const offset = firstTooDeep(text);
  if (offset !== undefined) return refusal(text, { name: "too-deep", offset });
  const syntaxErrors: ParseError[] = [];
  const root = parseTree(readableText(text), syntaxErrors, { allowTrailingComma: true });
  return { text, root, value: root === undefined ? undefined : toValue(root), syntaxErrors };
}

/**
 * The value of a plain JSON text, as in its document but without the tree, which takes a fifth of the time. Undefined
 * for any other text, and for one that may exceed a limit.
 */
export function plainValue(text: string): { readonly value: unknown } | undefined {
  if (text.length > maxCampaignLength || hasManyBrackets(text)) return undefined;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** The document of a text, which is parsed unless it has been. */
export function toDocument(source: string | CampaignDocument): CampaignDocument {
  return typeof source === "string" ? parseDocument(source) : source;
}

/** Replaces an allowed byte order mark with a space, which keeps all offsets. */
function readableText(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? " " + text.slice(1) : text;
}

function refusal(text: string, refused: NonNullable<CampaignDocument["refused"]>): CampaignDocument {
  return { text, root: undefined, value: undefined, syntaxErrors: [], refused };
}

const openBrace = 123;
const openBracket = 91;
const closeBrace = 125;
const closeBracket = 93;

/**
 * The offset where nesting first exceeds `maxDepth`. A bracket that does not close the innermost one closes nothing, as
 * in the parser, so the count is never below the parser's depth, even in a broken text. Linear, without recursion.
 */
function firstTooDeep(text: string): number | undefined {
  if (!hasManyBrackets(text)) return undefined;
  const scanner = createScanner(readableText(text), true);
  const open: number[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const unit = text.charCodeAt(offset);
    if (unit === openBrace || unit === openBracket) {
      if (open.push(unit) > maxDepth) return offset;
    } else if (unit === closeBrace || unit === closeBracket) {
      if (open.at(-1) === (unit === closeBrace ? openBrace : openBracket)) open.pop();
    }
  }
  return undefined;
}

/** A fast check: a text with no more brackets than `maxDepth` cannot exceed it. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (const bracket of ["{", "["]) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1))
      if (++count > maxDepth) return true;
  }
  return false;
}

/**
 * The value that a JSON parser would return. Of a duplicate key, the last one with a value counts; `__proto__` is an
 * ordinary key. The recursion depth is at most `maxDepth`.
 */
function toValue(node: Node): unknown {
  const { children } = node;
  if (children === undefined) return node.value;
  return node.type === "array" ? toList(children) : toRecord(children);
}

function toList(items: readonly Node[]): unknown[] {
  const list: unknown[] = [];
  for (const item of items) list.push(toValue(item));
  return list;
}

function toRecord(properties: readonly Node[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { children } of properties) {
    const child = children?.[1];
    if (child === undefined) continue;
    const key = children?.[0]?.value as string;
    setOwn(record, key, toValue(child));
  }
  return record;
}

/**
 * The property that counts for a key: the last one with a value, as in `CampaignDocument.value`. A key without a value,
 * as while typing, counts only if no other property has this key.
 */
export function propertyOf(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== "object") return undefined;
  const { children = [] } = node;
  let bare: Node | undefined;
  for (let index = children.length - 1; index >= 0; index--) {
    const property = children[index];
    if (property?.children?.[0]?.value !== key) continue;
    if (property.children[1] !== undefined) return property;
    bare ??= property;
  }
  return bare;
}

/** The node of a value below `node`, or undefined. */
export function childOf(node: Node | undefined, segment: string | number): Node | undefined {
  if (node?.type === "array") return node.children?.[Number(segment)];
  return propertyOf(node, String(segment))?.children?.[1];
}

/** Whether two values have the same keys and values in the same order. Layout is ignored. */
export function sameValue(text: string, one: Node | undefined, other: Node | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const { children, type } = one;
  const others = other.children;
  if (children === undefined || others === undefined || type !== other.type)
    return children === others && written(text, one) === written(text, other);
  return (
    children.length === others.length &&
    children.every((child, index) => sameValue(text, child, others[index]))
  );
}

function written(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

/** The key of a property. */
export function keyOf(property: Node): string {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === "string" ? key : "";
}

/** The path from the root to a node: keys and indexes. */
export function pathOfNode(node: Node | undefined): Segment[] {
  const path: Segment[] = [];
  for (let child = node; child?.parent !== undefined; child = child.parent) {
    const { parent } = child;
    if (parent.type === "array") path.push(parent.children?.indexOf(child) ?? 0);
    else if (parent.type === "object") path.push(keyOf(child));
  }
  return path.reverse();
}
