import type { Node } from "jsonc-parser";
import { childOf, propertyOf, type CampaignDocument } from "./document";
import { fromPointer } from "./pointer";
import type { Span } from "./problem";

/** A place in the text of a campaign. */
export interface Location extends Span {
  /** False if the value is missing and the place is that of the nearest object that should contain it. */
  readonly present: boolean;
  /** The whole value; if it is missing, the object or array that should contain it. */
  readonly whole: Span;
  /** The outermost array on the path. If it changes, its indexes refer to other values. */
  readonly list?: Span;
}

/**
 * The place of a value, by its RFC 6901 pointer: the opening bracket of an object or array; for a missing value, the
 * key of the object that should contain it. Undefined for a text without any value.
 */
export function locate(document: CampaignDocument, pointer: string): Location | undefined {
  let node = document.root;
  let key: Node | undefined;
  let list: Node | undefined;
  if (node === undefined) return undefined;
  for (const segment of fromPointer(pointer)) {
    if (node.type === "array") list ??= node;
    const child = childOf(node, segment);
    if (child === undefined) return whereOf(node, key ?? node, false, list);
    key = propertyOf(node, segment)?.children?.[0] ?? key;
    node = child;
  }
  return whereOf(node, node, true, list);
}

function whereOf(value: Node, place: Node, present: boolean, list: Node | undefined): Location {
  return {
    ...openingOf(place),
    present,
    whole: spanOf(value),
    ...(list === undefined ? {} : { list: spanOf(list) }),
  };
}

/** Only the opening bracket, because a whole underlined block is hard to read. */
function openingOf({ type, offset, length }: Node): Span {
  return { offset, length: type === "object" || type === "array" ? Math.min(1, length) : length };
}

function spanOf({ offset, length }: Node): Span {
  return { offset, length };
}
