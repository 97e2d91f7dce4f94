import { isObject } from "../text/json-guards";
import type { Node } from "jsonc-parser";
import { keyOf } from "./document";
import { addProperty, insertAfter, removeElements, replaceValue } from "./edits";
import type { Edit } from "./problem";
import { isSame } from "./same-value";

/** A value in the text and the one that was sent instead. */
interface Pair {
  readonly node: Node;
  readonly current: unknown;
  readonly sent: unknown;
  readonly isRoot: boolean;
}

/** Limit on differences; with more, the layout cannot be kept. A body of the documented size has about 60 values. */
const maxEdits = 200;

/**
 * The edits of one step from the text to the body that was sent: `remove` removes values that were not sent, `write`
 * adds missing values and replaces different ones. Undefined with too many differences. Reads each part of the text
 * once per level.
 */
export function layoutEdits(
  text: string,
  { root, value }: { readonly root: Node; readonly value: unknown },
  sent: unknown,
  step: "remove" | "write",
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const pairs: Pair[] = [{ node: root, current: value, sent, isRoot: true }];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const { node, current } = pair;
    let found: Found;
    if (node.type === "object" && isObject(current) && isObject(pair.sent))
      found = inObject(text, { ...pair, current, sent: pair.sent }, step, maxEdits - edits.length);
    else if (node.type === "array" && Array.isArray(current) && Array.isArray(pair.sent))
      found = inArray(text, { ...pair, current, sent: pair.sent }, step, maxEdits - edits.length);
    else found = { edits: step === "write" ? [replaceValue(text, node, pair.sent)] : [], below: [] };
    if (found === "too many") return undefined;
    edits.push(...found.edits);
    if (edits.length > maxEdits) return undefined;
    for (const each of found.below) pairs.push(each);
  }
  return edits;
}

type Found = { readonly edits: readonly Edit[]; readonly below: readonly Pair[] } | "too many";

interface ObjectPair extends Pair {
  readonly current: Readonly<Record<string, unknown>>;
  readonly sent: Readonly<Record<string, unknown>>;
}

function inObject(text: string, pair: ObjectPair, step: "remove" | "write", left: number): Found {
  const { node, current, sent, isRoot } = pair;
  const properties = node.children ?? [];
  const isKept = (key: string) => Object.hasOwn(sent, key) || (isRoot && key === "$schema");
  const below: Pair[] = [];
  for (const [key, property] of lastOfEach(properties)) {
    const value = property.children?.[1];
    if (value === undefined || !Object.hasOwn(sent, key) || isSame(current[key], sent[key])) continue;
    below.push({ node: value, current: current[key], sent: sent[key], isRoot: false });
  }
  if (step === "remove") {
    const surplus = properties.filter((property) => !isKept(keyOf(property)));
    if (surplus.length > left) return "too many";
    return { edits: surplus.length === 0 ? [] : removeElements(text, surplus), below };
  }
  const missing = Object.keys(sent).filter((key) => !Object.hasOwn(current, key));
  if (missing.length > left) return "too many";
  if (properties.length === 0) {
    const written = missing.map((key) => addProperty(text, node, key, sent[key]).content.trim());
    const content = written.length === 0 ? "" : ` ${written.join(", ")} `;
    return { edits: [{ offset: node.offset + 1, length: 0, content }], below };
  }
  return { edits: addedProperties(text, node, sent, new Set(missing)), below };
}

/** The property that counts for each key; see `propertyOf`. */
function lastOfEach(properties: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(properties.map((property) => [keyOf(property), property]));
}

/**
 * Adds properties at the position where they were sent: before the next sent one that the object has, else at its end.
 */
function addedProperties(
  text: string,
  node: Node,
  sent: Readonly<Record<string, unknown>>,
  missing: ReadonlySet<string>,
): Edit[] {
  const properties = node.children ?? [];
  const first = new Map<string, number>();
  for (const [index, property] of properties.entries())
    if (!first.has(keyOf(property))) first.set(keyOf(property), index);
  const edits: Edit[] = [];
  let next = Infinity;
  for (const [key, value] of Object.entries(sent).reverse()) {
    if (missing.has(key)) edits.push(addedProperty(text, node, properties[next], key, value));
    else next = Math.min(next, first.get(key) ?? Infinity);
  }
  return edits.reverse();
}

function addedProperty(text: string, node: Node, next: Node | undefined, key: string, value: unknown): Edit {
  if (next === undefined) return addProperty(text, node, key, value);
  const gap = gapBefore(text, next.offset);
  const indent = gap.slice(gap.lastIndexOf("\n") + 1);
  const written = JSON.stringify(value, undefined, gap === " " ? undefined : 2);
  const content = `${JSON.stringify(key)}: ${written.replaceAll("\n", `\n${indent}`)},${gap}`;
  return { offset: next.offset, length: 0, content };
}

/** The line break and indentation before an offset, or a space if the line starts elsewhere. */
function gapBefore(text: string, offset: number): string {
  let start = offset;
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  if (text[start - 1] !== "\n" && text[start - 1] !== "\r") return " ";
  start -= text.startsWith("\r\n", start - 2) ? 2 : 1;
  return text.slice(start, offset);
}

interface ArrayPair extends Pair {
  readonly current: readonly unknown[];
  readonly sent: readonly unknown[];
}

/** Items that both lists have at their start and end remain. */
function inArray(text: string, pair: ArrayPair, step: "remove" | "write", left: number): Found {
  const { node, current, sent } = pair;
  const items = node.children ?? [];
  const shorter = Math.min(current.length, sent.length);
  let start = 0;
  while (start < shorter && isSame(current[start], sent[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(current.at(-1 - end), sent.at(-1 - end))) end++;
  if (Math.abs(current.length - sent.length) > left) return "too many";
  const until = shorter - end;
  const below = items.slice(start, until).flatMap((item, index): Pair[] => {
    const at = start + index;
    const isOther = !isSame(current[at], sent[at]);
    return isOther ? [{ node: item, current: current[at], sent: sent[at], isRoot: false }] : [];
  });
  if (step === "remove") {
    const surplus = items.slice(until, current.length - end);
    return { edits: surplus.length === 0 ? [] : removeElements(text, surplus), below };
  }
  const added = sent.slice(until, sent.length - end);
  if (added.length === 0) return { edits: [], below };
  const [first] = items;
  if (first === undefined) return { edits: [replaceValue(text, node, sent)], below: [] };
  const before = items[until - 1];
  const edit = before === undefined ? insertBefore(text, first, added) : insertAfter(text, before, added);
  return { edits: [edit], below };
}

/** Inserts values before the first item of an array, in its layout. */
function insertBefore(text: string, first: Node, values: readonly unknown[]): Edit {
  const gap = insertAfter(text, first, [0]).content.slice(1, -1);
  const content = insertAfter(text, first, values).content.slice(1 + gap.length);
  return { offset: first.offset, length: 0, content: `${content},${gap}` };
}
