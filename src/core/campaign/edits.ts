import type { Node } from "jsonc-parser";
import type { Edit } from "./problem";

/** Replaces a value in the layout of the old one: on one line, or on several with the file's indentation. */
export function replaceValue(text: string, node: Node, value: unknown): Edit {
  return { offset: node.offset, length: node.length, content: written(text, node, value) };
}

/** Inserts values after an array item, in its layout. */
export function insertAfter(text: string, item: Node, values: readonly unknown[]): Edit {
  const break_ = startsItsLine(text, item.offset) ? endOfLine(text) + indentAt(text, item.offset) : " ";
  const content = values.map((value) => "," + break_ + written(text, item, value)).join("");
  return { offset: item.offset + item.length, length: 0, content };
}

/** Renames a property. */
export function renameKey(property: Node, key: string): Edit[] {
  const node = property.children?.[0];
  return node === undefined
    ? []
    : [{ offset: node.offset, length: node.length, content: JSON.stringify(key) }];
}

/** Adds a property at the end of an object, or to an empty object. */
export function addProperty(text: string, object: Node, key: string, value: unknown): Edit {
  const last = object.children?.at(-1);
  const own = (layout: Node) => `${JSON.stringify(key)}: ${written(text, layout, value)}`;
  if (last === undefined) return { offset: object.offset + 1, length: 0, content: ` ${own(object)} ` };
  const break_ = startsItsLine(text, last.offset) ? endOfLine(text) + indentAt(text, last.offset) : " ";
  return { offset: last.offset + last.length, length: 0, content: "," + break_ + own(last) };
}

/**
 * Removes a property or an array item with one comma, and with its line breaks if nothing else is on its lines.
 * Comments of its neighbors remain.
 */
export function removeElement(text: string, element: Node): Edit[] {
  return removeElements(text, [element]);
}

/**
 * Removes several properties of one object, or several items of one array. Linear in the number of siblings after the
 * last one kept.
 */
export function removeElements(text: string, elements: readonly Node[]): Edit[] {
  const siblings = elements[0]?.parent?.children ?? [];
  const going = new Set(elements);
  let keptAt = siblings.length - 1;
  for (let sibling = siblings[keptAt]; sibling !== undefined && going.has(sibling);)
    sibling = siblings[--keptAt];
  const lastKept = siblings[keptAt];
  const end = lastKept === undefined ? 0 : lastKept.offset + lastKept.length;
  const commaBefore = lastKept === undefined ? undefined : commaAfter(text, end);
  const last = siblings.at(-1);
  const afterKept = lastKept === undefined ? undefined : siblings[keptAt + 1];
  const edits: Edit[] = [];
  // Removing the last elements also removes the comma before them, because strict parsers reject a trailing comma.
  const commaGoes =
    last !== lastKept && last !== undefined && commaAfter(text, last.offset + last.length) === undefined;
  if (commaGoes && commaBefore !== undefined) edits.push(cut(commaBefore, commaBefore + 1));
  for (const element of elements) {
    const elementEnd = element.offset + element.length;
    const ownLine = startsItsLine(text, element.offset);
    const comma = commaAfter(text, elementEnd);
    const start = ownLine
      ? lineStart(text, element.offset)
      : commaGoes && element === afterKept
        ? blanksBefore(text, element.offset, commaBefore)
        : element.offset;
    edits.push(cut(start, endOfRemoval(text, comma === undefined ? elementEnd : comma + 1, ownLine)));
  }
  return edits;
}

function cut(from: number, to: number): Edit {
  return { offset: from, length: to - from, content: "" };
}

/** The end of a removal: after the line break for whole lines, else after the spaces that follow. */
function endOfRemoval(text: string, offset: number, wholeLine: boolean): number {
  let at = offset;
  while (text[at] === " " || text[at] === "\t") at++;
  if (!wholeLine) return at;
  if (text.startsWith("\r\n", at)) return at + 2;
  if (text[at] === "\n" || text[at] === "\r") return at + 1;
  return offset;
}

function blanksBefore(text: string, offset: number, stop: number | undefined): number {
  let at = offset;
  while ((text[at - 1] === " " || text[at - 1] === "\t") && at - 1 !== stop) at--;
  return at;
}

/** The offset of the comma after a value, past spaces and comments; undefined if something else comes first. */
function commaAfter(text: string, offset: number): number | undefined {
  let at = offset;
  while (at < text.length) {
    if (text[at] === ",") return at;
    if (text.startsWith("//", at)) {
      while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
    } else if (text.startsWith("/*", at)) {
      const close = text.indexOf("*/", at + 2);
      if (close < 0) return undefined;
      at = close + 2;
    } else if (/\s/.test(text[at] ?? "")) at++;
    else return undefined;
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

function startsItsLine(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return start > 0 && text.slice(start, offset).trim() === "";
}

function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

export function endOfLine(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** One level of the file's indentation: the start of its first indented line. */
function indentUnit(text: string): string {
  return /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? "  ";
}

/** The value as text, on several lines if the old one is an object or array on several lines. */
function written(text: string, like: Node, value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const old = text.slice(like.offset, like.offset + like.length);
  const broken = /^[[{][^]*[\r\n]/.test(old);
  if (!broken) return onOneLine(value);
  const indent = endOfLine(text) + indentAt(text, like.offset);
  return JSON.stringify(value, null, indentUnit(text)).replace(/\n/g, indent);
}

/** The value on one line, with spaces: `{ "day": "MO", "start": "9:00 AM" }`. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return "[" + value.map(onOneLine).join(", ") + "]";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${onOneLine(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
