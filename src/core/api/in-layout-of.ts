import type { Node } from "jsonc-parser";
import { childOf, keyOf, parseDocument, type CampaignDocument } from "../campaign/document";
import { addProperty, insertAfter, removeElement, replaceValue } from "../campaign/edits";
import { applyEdits, type Edit } from "../campaign/problem";
import { withoutSchema } from "./body";

/**
 * A text with the value of `sent` in the layout of `text`: its comments, line breaks and order of keys, wherever the
 * two agree. A comparison of both shows then what would be sent differently and nothing else. `sent` is parsed JSON.
 *
 * Undefined where the layout cannot be kept: the text has faults, or the two are too far apart.
 */
export function inLayoutOf(text: string, sent: unknown): string | undefined {
  let document = parseDocument(text);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { root, syntaxErrors } = document;
    if (root === undefined || syntaxErrors.length > 0) return undefined;
    if (isSameRequest(document.value, sent)) return document.text;
    document = parseDocument(applyEdits(document.text, edits(document, root, sent, "root")));
  }
  return undefined;
}

/** Whether two parsed campaigns say the same on the wire. The order of keys says nothing, nor does the root's `$schema`. */
export function isSameRequest(one: unknown, other: unknown): boolean {
  return isSame(withoutSchema(one), withoutSchema(other));
}

/** Each step settles one difference; a body of the documented size has some 60 values. */
const MOST_STEPS = 200;

/** Edits that bring the text one step nearer to the value. Only for a node that holds another one. */
function edits(document: CampaignDocument, node: Node, value: unknown, place: "root" | "below"): Edit[] {
  if (node.type === "object" && isRecord(value)) return objectEdits(document, node, value, place);
  if (node.type === "array" && Array.isArray(value)) return arrayEdits(document, node, value);
  return [replaceValue(document.text, node, value)];
}

function objectEdits(
  document: CampaignDocument,
  node: Node,
  value: Readonly<Record<string, unknown>>,
  place: "root" | "below",
): Edit[] {
  const { text } = document;
  const isKept = (key: string): boolean =>
    Object.hasOwn(value, key) || (place === "root" && key === "$schema");
  const surplus = node.children?.find((property) => !isKept(keyOf(property)));
  if (surplus !== undefined) return removeElement(text, surplus);
  for (const [key, sent] of Object.entries(value)) {
    const child = childOf(node, key);
    if (child === undefined) return [addInPlace(text, node, value, key)];
    if (!isSame(valueOf(text, child), sent)) return edits(document, child, sent, "below");
  }
  return [];
}

/** A property where it was sent: before the next of those sent that the object has. */
function addInPlace(text: string, node: Node, value: Readonly<Record<string, unknown>>, key: string): Edit {
  const keys = Object.keys(value);
  const later = keys.slice(keys.indexOf(key) + 1);
  const next = node.children?.find((property) => later.includes(keyOf(property)));
  if (next === undefined) return addProperty(text, node, key, value[key]);
  const [break_ = " "] = /[\r\n]+[ \t]*$/.exec(text.slice(0, next.offset)) ?? [];
  const indent = /[^\r\n]*$/.exec(break_)?.[0] ?? "";
  const written = JSON.stringify(value[key], undefined, break_ === " " ? undefined : 2);
  const content = `${JSON.stringify(key)}: ${written.replaceAll("\n", `\n${indent}`)},${break_}`;
  return { offset: next.offset, length: 0, content };
}

/** What both have at their start and at their end stays where it is. */
function arrayEdits(document: CampaignDocument, node: Node, sent: readonly unknown[]): Edit[] {
  const { text } = document;
  const items = node.children ?? [];
  const held = items.map((item) => valueOf(text, item));
  const shorter = Math.min(held.length, sent.length);
  let start = 0;
  while (start < shorter && isSame(held[start], sent[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(held.at(-1 - end), sent.at(-1 - end))) end++;
  const heldUntil = held.length - end;
  const surplus = items[heldUntil - 1];
  if (held.length > sent.length && surplus !== undefined) return removeElement(text, surplus);
  const [first] = items;
  if (first === undefined) return [replaceValue(text, node, sent)];
  if (held.length < sent.length) {
    // At the very start the first item is doubled, and its first copy becomes what was sent by the next steps.
    return heldUntil === 0
      ? [insertAfter(text, first, [held[0]])]
      : [insertAfter(text, items[heldUntil - 1] ?? first, [sent[heldUntil]])];
  }
  const other = items[start];
  return other === undefined ? [] : edits(document, other, sent[start], "below");
}

/** Read as the whole document is, so that keys that stand twice count alike. */
function valueOf(text: string, node: Node): unknown {
  return parseDocument(text.slice(node.offset, node.offset + node.length)).value;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
    );
  }
  return one === other;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
