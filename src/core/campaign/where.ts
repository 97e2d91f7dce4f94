import type { Node } from "jsonc-parser";
import { childOf, propertyOf, type CampaignDocument } from "./document";
import { fromPointer } from "./pointer";
import type { Span } from "./problem";

/** A place in a campaign's text. */
export interface Where extends Span {
  /** False when the value is not there and the place is that of the nearest object that should hold it. */
  readonly present: boolean;
}

/**
 * Where a value stands, by its RFC 6901 pointer: of an object or array its opening bracket, of what is missing the key
 * of the object that should hold it. Undefined for a text that holds no value at all.
 */
export function whereIs(document: CampaignDocument, pointer: string): Where | undefined {
  let node = document.root;
  let key: Node | undefined;
  if (node === undefined) return undefined;
  for (const segment of fromPointer(pointer)) {
    const child = childOf(node, segment);
    if (child === undefined) return { ...spanOf(key ?? node), present: false };
    key = propertyOf(node, segment)?.children?.[0] ?? key;
    node = child;
  }
  return { ...spanOf(node), present: true };
}

/** A whole block underlined says less than its opening bracket. */
function spanOf({ type, offset, length }: Node): Span {
  return { offset, length: type === "object" || type === "array" ? Math.min(1, length) : length };
}
