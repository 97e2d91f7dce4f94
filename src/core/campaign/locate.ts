import type { Node } from "jsonc-parser";
import { childOf, propertyOf, type CampaignDocument } from "./document";
import { fromPointer } from "./pointer";
import type { Span } from "./problem";

/** A place in a campaign's text. */
export interface Location extends Span {
  /** False when the value is not there and the place is that of the nearest object that should hold it. */
  readonly present: boolean;
  /** All of the value spoken of; of what is missing, of the object or array that should hold it. */
  readonly whole: Span;
  /** The outermost array on the way, whose indexes speak of other values as soon as it is another one. */
  readonly list?: Span;
}

/**
 * Where a value stands, by its RFC 6901 pointer: of an object or array its opening bracket, of what is missing the key
 * of the object that should hold it. Undefined for a text that holds no value at all.
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

/** A whole block underlined says less than its opening bracket. */
function openingOf({ type, offset, length }: Node): Span {
  return { offset, length: type === "object" || type === "array" ? Math.min(1, length) : length };
}

function spanOf({ offset, length }: Node): Span {
  return { offset, length };
}
