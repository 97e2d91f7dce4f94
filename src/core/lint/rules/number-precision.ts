import type { Node } from "jsonc-parser";
import { keyOf, type CampaignDocument } from "../../campaign/document";
import { sameNumber } from "../../campaign/decimal";
import { shortestInexact } from "../../campaign/parse-valid";
import { toPointer, type Segment } from "../../campaign/pointer";
import { Place } from "../place";
import { rule } from "../rule";

export const numberPrecision = rule({
  id: "number-precision",
  severity: "error",
  reads: "#",
  summary: "A number can be sent exactly as it is written.",
  why: "JSON numbers keep about 16 digits and go up to 1.8e308, as in JavaScript. Instead of a longer or larger number, a different number or null would be sent.",
  examples: {
    good: [{ schedule: { isSchedulingEnabled: false, cap: 9007199254740991, share: 0.1, most: 1e21 } }],
    bad: [
      '{ "schedule": { "isSchedulingEnabled": false, "id": 9007199254740993 } }',
      '{ "schedule": { "isSchedulingEnabled": false, "cap": 1e999 } }',
      '{ "schedule": { "isSchedulingEnabled": false, "share": 0.12345678901234567890 } }',
    ],
  },
  *check(_tree, _at, { document, isValid }) {
    for (const { node, ...way } of numbersOf(document)) {
      const written = document.text.slice(node.offset, node.offset + node.length);
      const sent = JSON.stringify(node.value);
      if (sent !== "null" && sameNumber(written, sent)) continue;
      const path = pathTo(way);
      // A schema problem says more about a value of the wrong type or out of range.
      if (!isValid(toPointer(path))) continue;
      yield Place.of(document, node, path).problem(
        `${shortened(written)} cannot be sent exactly; ${sent} would be sent instead. Write a number with at most 15 digits, or put it in quotes if it is an ID.`,
      );
    }
  },
});

/**
 * The path to a value. It is recorded during the walk, because finding the index of an item afterward takes linear
 * time.
 */
interface Way {
  readonly holder: Way | undefined;
  readonly segment: Segment;
}

interface Reached extends Way {
  readonly node: Node;
}

/** The numbers that may not be exact, in no order. */
function numbersOf({ root, text, exactNumbers }: CampaignDocument): Reached[] {
  const found: Reached[] = [];
  if (root === undefined || exactNumbers === true) return found;
  const waiting: Reached[] = [{ node: root, holder: undefined, segment: "" }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { node } = one;
    if (node.type === "number" && needsLook(text, node)) found.push(one);
    const { children = [] } = node;
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      const value = node.type === "array" ? child : child?.children?.[1];
      if (child === undefined || value === undefined) continue;
      waiting.push({ node: value, holder: one, segment: node.type === "array" ? index : keyOf(child) });
    }
  }
  return found;
}

function pathTo(way: Way): Segment[] {
  const path: Segment[] = [];
  for (let one = way; one.holder !== undefined; one = one.holder) path.push(one.segment);
  return path.reverse();
}

function needsLook(text: string, { offset, length }: Node): boolean {
  return length >= shortestInexact || /e/i.test(text.slice(offset, offset + length));
}

function shortened(number: string): string {
  return number.length <= 40 ? number : `${number.slice(0, 39)}…`;
}
