import assert from "node:assert/strict";
import fc from "fast-check";
import { parse, type ParseError } from "jsonc-parser";
import { childOf, parseDocument, propertyOf } from "../../../src/core/campaign/document";
import {
  addProperty,
  insertAfter,
  removeElement,
  renameKey,
  replaceValue,
} from "../../../src/core/campaign/edits";
import { applyEdits } from "../../../src/core/campaign/problem";

function valueOf(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  assert.deepEqual(errors, [], text);
  return value;
}

/** JSON with unusual spaces, line breaks and comments between its tokens. */
const laidOut = fc
  .tuple(
    fc.uniqueArray(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.constantFrom("", " ", "\n  ", "\r\n\t", " // why, so\n", " /* , */ "), {
      minLength: 30,
      maxLength: 30,
    }),
    fc.boolean(),
  )
  .map(([keys, gaps, trailing]) => {
    let next = 0;
    const gap = () => gaps[next++ % gaps.length]!;
    const members = keys.map(
      (key, index) => `${gap()}${JSON.stringify(key)}${gap()}:${gap()}${index}${gap()}`,
    );
    return { keys, text: `{${members.join(",")}${trailing ? "," + gap() : ""}}` };
  });

describe("Edits", () => {
  it("remove any property and leave the others unchanged", () => {
    fc.assert(
      fc.property(laidOut, fc.nat(), ({ keys, text }, pick) => {
        const key = keys[pick % keys.length]!;
        const { root } = parseDocument(text);
        const after = applyEdits(text, removeElement(text, propertyOf(root, key)!));
        const left = Object.fromEntries(
          keys.map((name, index) => [name, index] as const).filter(([name]) => name !== key),
        );
        assert.deepEqual(valueOf(after), left);
        const comments = (all: string) => (all.match(/\/\/ why, so|\/\* , \*\//g) ?? []).length;
        assert.ok(comments(after) >= comments(text) - 3);
      }),
    );
  });

  it("remove several neighbors at once", () => {
    const text = '{\n  "days": [\n    1,\n    2, // two\n    3\n  ]\n}';
    const items = childOf(parseDocument(text).root, "days")!.children!;
    const after = applyEdits(text, [...removeElement(text, items[1]!), ...removeElement(text, items[2]!)]);
    assert.deepEqual(valueOf(after), { days: [1] });
  });

  it("keep the comment next to a neighbor", () => {
    const text = '{\n  "a": 1, // one\n  "b": 2,\n  "c": 3\n}';
    const after = applyEdits(text, removeElement(text, propertyOf(parseDocument(text).root, "b")!));
    assert.equal(after, '{\n  "a": 1, // one\n  "c": 3\n}');
  });

  it("format a new item like its neighbor, with the file's line endings", () => {
    const text = '{\r\n\t"days": [\r\n\t\t{\r\n\t\t\t"day": "MO"\r\n\t\t}\r\n\t]\r\n}';
    const item = childOf(childOf(parseDocument(text).root, "days"), 0)!;
    const after = applyEdits(text, [insertAfter(text, item, [{ day: "TU" }])]);
    assert.equal(
      after,
      '{\r\n\t"days": [\r\n\t\t{\r\n\t\t\t"day": "MO"\r\n\t\t},\r\n\t\t{\r\n\t\t\t"day": "TU"\r\n\t\t}\r\n\t]\r\n}',
    );
  });

  it("stay on one line if the neighbor does", () => {
    const text = '{ "days": [{ "day": "MO" }] }';
    const item = childOf(childOf(parseDocument(text).root, "days"), 0)!;
    assert.equal(
      applyEdits(text, [insertAfter(text, item, [{ day: "TU" }])]),
      '{ "days": [{ "day": "MO" }, { "day": "TU" }] }',
    );
  });

  it("rename, replace and add properties", () => {
    const text = '{\n  "queueName": "A",\n  "x": {}\n}';
    const { root } = parseDocument(text);
    assert.match(
      applyEdits(text, renameKey(propertyOf(root, "queueName")!, "queue_name")),
      /"queue_name": "A"/,
    );
    assert.match(applyEdits(text, [replaceValue(text, childOf(root, "queueName")!, 'B"')]), /"B\\""/);
    assert.equal(
      applyEdits(text, [addProperty(text, root!, "y", "v")]),
      '{\n  "queueName": "A",\n  "x": {},\n  "y": "v"\n}',
    );
    assert.deepEqual(valueOf(applyEdits(text, [addProperty(text, childOf(root, "x")!, "y", 1)])), {
      queueName: "A",
      x: { y: 1 },
    });
  });
});
