import assert from "node:assert/strict";
import fc from "fast-check";
import { caretAt } from "../../../src/core/completion/caret";
import { caretInWords } from "../../../src/core/completion/caret-in-words";

/** Reads the caret at the `|` of a text. */
function at(marked: string): ReturnType<typeof caretAt> {
  const offset = marked.indexOf("|");
  return caretAt(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

describe("The position of the cursor", () => {
  const places: readonly (readonly [text: string, place: string, path: string, token?: string])[] = [
    ["|", "value", ""],
    ["  pre|", "value", "", "pre"],
    ["// why\n|", "value", ""],
    ["// wh|y\n", "elsewhere", ""],
    ["// why|\n{}", "elsewhere", ""],
    ["/* a | b */ {}", "elsewhere", ""],
    ["{|}", "key", ""],
    ["{ | ", "key", ""],
    ["{ na| }", "key", "", "na"],
    ['{ "na|" }', "key", "", '"na"'],
    ['{ "na|', "key", "", '"na'],
    ['{ "name"| }', "elsewhere", ""],
    ['{ "name" | }', "elsewhere", ""],
    ['{ "name": | }', "value", "name"],
    ['{ "name": "a b|" }', "value", "name", '"a b"'],
    ['{ "name": "a b"| }', "elsewhere", "name"],
    ['{ "name": "a \\"b|\\"" }', "value", "name", '"a \\"b\\""'],
    ['{ "name": "a b|\n"x": 1 }', "value", "name", '"a b'],
    ['{ "a": "x, |"b": "y" }', "value", "a", '"x, "'],
    ['{ "a": 1, | }', "key", ""],
    ['{ "a": new y| }', "value", "a", "new y"],
    ['{ "a": Asia/Kol|, "b": 1 }', "value", "a", "Asia/Kol"],
    ['{ "a": { "b": [1, { "c": | }] } }', "value", "a/b/1/c"],
    ['{ "a": [ | ] }', "value", "a/0"],
    ['{ "a": [ {}, | ] }', "value", "a/1"],
    ['{ "a": [ {} | ] }', "value", "a/1"],
    ['{ "a": 1 }|', "elsewhere", ""],
    ['{ "a": 1 } |', "elsewhere", ""],
    ['{ "a": { "b": 1 ], | }', "key", "a"],
  ];
  for (const [text, place, path, token] of places) {
    it(text, () => {
      const caret = at(text);
      assert.equal(caret.place, place);
      if (place !== "elsewhere") assert.equal(caret.path.join("/"), path);
      const plain = text.replace("|", "");
      assert.equal(caret.token && plain.slice(caret.token.start, caret.token.end), token);
    });
  }

  const betweenWords: readonly (readonly [text: string, place: string, token?: string])[] = [
    ['{ "queue_name": los |, "b": 1 }', "value", "los "],
    ['{ "queue_name": los |', "value", "los "],
    ['{ "queue_name": los   |}', "value", "los   "],
    ['{ "queue_name": los |angeles }', "value", "los angeles"],
    ['{ "queue_name": new york |}', "value", "new york "],
    ['{ "queue_name": UTC |}', "value", "UTC "],
    ['{ "queue_name": 24 | }', "value", "24 "],
    ['{ "queue_name": UTC+5:|, "b": 1 }', "value", "UTC+5:"],
    ['{ "queue_name": UTC+5:30|, "b": 1 }', "value", "UTC+5:30"],
    // The next property follows.
    ['{ "b": los | }', "key"],
    ['{ "b": 1 | }', "key"],
    ['{ "queue_name": null | }', "key"],
    ['{ "queue_name": "los" | }', "key"],
    ['{ "queue_name": los\n| }', "key"],
    ['{ "queue_name": los\n  | }', "key"],
    ['{ "queue_name": los, | }', "key"],
    ['{ "queue_name": los // why |', "elsewhere"],
    ['{ "queue_name": | }', "value"],
    ["{ los | }", "elsewhere"],
    ["{ a: | }", "value"],
  ];
  for (const [text, place, token] of betweenWords)
    it(`between unquoted words: ${text}`, () => {
      const offset = text.indexOf("|");
      const plain = text.slice(0, offset) + text.slice(offset + 1);
      const caret = caretInWords(plain, offset);
      assert.equal(caret.place, place);
      assert.equal(caret.token && plain.slice(caret.token.start, caret.token.end), token);
    });

  it("includes whether a comma is missing before it, or needed after it", () => {
    const commas = (text: string) => [at(text).missingComma, at(text).needsComma];
    assert.deepEqual(commas('{ "a": 1 | }'), [8, false]);
    assert.deepEqual(commas('{ "a": 1, | }'), [undefined, false]);
    assert.deepEqual(commas('{ | "a": 1 }'), [undefined, true]);
    assert.deepEqual(commas('{ x| "a": 1 }'), [undefined, true]);
    assert.deepEqual(commas('{ x|, "a": 1 }'), [undefined, false]);
    assert.deepEqual(commas('{ "d": [ { "a": 1 } | { "b": 1 } ] }'), [19, true]);
    assert.deepEqual(commas('{ "d": [ | ] }'), [undefined, false]);
  });

  it("includes the other keys, and the days of the surrounding windows", () => {
    assert.deepEqual([...at('{ "a": { "x": 1 }, | "b": [], "c": 2 }').keys], ["a", "b", "c"]);
    const days = at('{ "days": [ { "day": "MO" }, | , { "day": "TU", "start": "WE" } ] }').days;
    assert.deepEqual([...days], ["MO", "TU"]);
  });

  it("is found in any text at any offset and depth", () => {
    const part = fc.constantFrom(
      '"',
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "a",
      " ",
      "\n",
      "\\",
      "/",
      "*",
      "1",
      "\uFEFF",
    );
    const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(40), (some, offset) => {
        caretAt(some, Math.min(offset, some.length));
      }),
      { numRuns: 3000 },
    );
    assert.equal(caretAt("[".repeat(200_000), 200_000).path.length, 200_000);
  });
});
