import assert from "node:assert/strict";
import fc from "fast-check";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { writeInLayout, isSameRequest } from "../../../src/core/campaign/write-in-layout";
import { parseDocument } from "../../../src/core/campaign/document";
import { assertLinear } from "../steps";

const file = `{
  "$schema": "./campaign.schema.json",
  // Agents see the bill first.
  "name": "Spring",
  "contactLists": ["One", "Two"],
  "days": [
    { "day": "MO", "start": "9:00 AM", "end": "6:00 PM" },
    { "day": "TU", "start": "9:00 AM", "end": "6:00 PM" }, // short
    { "day": "WE", "start": "9:00 AM", "end": "6:00 PM" },
  ],
  "maxRingTime": 30 // seconds
}
`;
const day = (name: string, end = "6:00 PM"): object => ({ day: name, start: "9:00 AM", end });
const now = {
  name: "Spring",
  contactLists: ["One", "Two"],
  days: [day("MO"), day("TU"), day("WE")],
  maxRingTime: 30,
};

/** Lines that only one of the two texts has. */
function differing(one: string, other: string): string[] {
  const [before, after] = [one.split("\n"), other.split("\n")];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line.trim()}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line.trim()}`),
  ];
}

describe("The submitted version, in the layout of the file", () => {
  it("equals the file if no value changed, regardless of comments, $schema and the order of keys", () => {
    assert.equal(writeInLayout(file, now), file);
    const { name, ...rest } = now;
    assert.equal(writeInLayout(file, { ...rest, name }), file);
  });

  const cases: readonly (readonly [what: string, sent: object, lines: readonly string[]])[] = [
    ["a value", { ...now, name: "Autumn" }, [`- "name": "Spring",`, `+ "name": "Autumn",`]],
    [
      "a value in a list of one line",
      { ...now, contactLists: ["One", "Three"] },
      [`- "contactLists": ["One", "Two"],`, `+ "contactLists": ["One", "Three"],`],
    ],
    [
      "one end of one day",
      { ...now, days: [day("MO"), day("TU", "9:00 PM"), day("WE")] },
      [
        `- { "day": "TU", "start": "9:00 AM", "end": "6:00 PM" }, // short`,
        `+ { "day": "TU", "start": "9:00 AM", "end": "9:00 PM" }, // short`,
      ],
    ],
    [
      "a first day that the file no longer contains",
      { ...now, days: [day("SU"), day("MO"), day("TU"), day("WE")] },
      [`+ { "day": "SU", "start": "9:00 AM", "end": "6:00 PM" },`],
    ],
    [
      "a middle day that the file no longer contains",
      { ...now, days: [day("MO"), day("SA"), day("TU"), day("WE")] },
      [`+ { "day": "SA", "start": "9:00 AM", "end": "6:00 PM" },`],
    ],
    [
      "a day that was added to the file",
      { ...now, days: [day("MO"), day("WE")] },
      [`- { "day": "TU", "start": "9:00 AM", "end": "6:00 PM" }, // short`, "+ // short"],
    ],
    [
      "a key that was added to the file",
      { contactLists: now.contactLists, days: now.days, maxRingTime: 30 },
      [`- "name": "Spring",`],
    ],
    [
      "a last key that the file no longer contains",
      { ...now, maxSkips: 1 },
      [`- "maxRingTime": 30 // seconds`, `+ "maxRingTime": 30,`, `+ "maxSkips": 1 // seconds`],
    ],
    [
      "a middle key that the file no longer contains",
      { ...{ name: "Spring", retry: { every: 10 } }, ...now },
      [`+ "retry": {`, `+ "every": 10`, "+ },"],
    ],
    [
      "another kind of value",
      { ...now, contactLists: "One" },
      [`- "contactLists": ["One", "Two"],`, `+ "contactLists": "One",`],
    ],
    [
      "an empty list",
      { ...now, contactLists: [] },
      [`- "contactLists": ["One", "Two"],`, `+ "contactLists": [],`],
    ],
  ];
  for (const [what, sent, lines] of cases)
    it(`differs from the file only in the lines of ${what}`, () => {
      const text = writeInLayout(file, sent);
      assert.ok(text !== undefined);
      assert.ok(isSameRequest(parseDocument(text).value, sent), text);
      assert.deepEqual(differing(file, text), lines);
    });

  it("fills a list that is empty in the file", () => {
    assert.equal(writeInLayout('{ "lists": [] }', { lists: ["One"] }), '{ "lists": ["One"] }');
  });

  it("treats __proto__ as an ordinary key", () => {
    const sent: unknown = JSON.parse('{"__proto__":{"a":1}}');
    assert.ok(!isSameRequest({}, sent));
    assert.equal(writeInLayout('{ "__proto__": {"a": 2} }', sent), '{ "__proto__": {"a": 1} }');
  });

  it("is undefined for a file with syntax errors or an empty one", () => {
    for (const text of ["", "{ broken", '{ "a": }', "// nothing"])
      assert.equal(writeInLayout(text, now), undefined);
  });

  it("equals the submitted request, whatever the file contains", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, fc.boolean(), (held, sent, onLines) => {
        const text = writeInLayout(JSON.stringify(held, undefined, onLines ? 2 : 0), sent);
        assert.ok(text === undefined || isSameRequest(parseDocument(text).value, sent), text);
      }),
      { numRuns: 300 },
    );
  });

  it("exists for every pair of similar campaigns", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 4 }));
    const campaign = fc.dictionary(fc.constantFrom("name", "priority", "days", "x"), value);
    fc.assert(
      fc.property(campaign, campaign, (held, sent) => {
        const text = writeInLayout(JSON.stringify(held, undefined, 2), sent);
        assert.ok(text !== undefined && isSameRequest(JSON.parse(text), JSON.parse(toRequestBody(sent))));
      }),
      { numRuns: 300 },
    );
  });
});

describe("The work to keep the layout of the file", () => {
  const many = 50_000;
  const keys = (value: (index: number) => number) =>
    Object.fromEntries(Array.from({ length: many / 5 }, (_, index) => [`k${index}`, value(index)]));

  it("is small for one difference among many properties", () => {
    const text = JSON.stringify(
      keys((index) => index),
      null,
      1,
    );
    const sent = { ...keys((index) => index), k5000: -1 };
    assert.equal(writeInLayout(text, sent), text.replace('"k5000": 5000', '"k5000": -1'));
  });

  it("is small for one difference among many items on one line", () => {
    const items = Array.from({ length: many }, (_, index) => index);
    const text = `{"a": [${items.join(", ")}]}`;
    const sent = { a: items.with(7, -1) };
    assert.equal(writeInLayout(text, sent), text.replace(" 7,", " -1,"));
    assert.equal(writeInLayout(text, { a: items.slice(1) }), text.replace("0, 1,", "1,"));
    assert.equal(writeInLayout(text, { a: [-1, ...items] }), text.replace("[0", "[-1, 0"));
  });

  it("is small for many empty lines before a comment and a key", () => {
    const text = `{${"\n".repeat(many)}// ours\n  "b": 1}`;
    assert.equal(writeInLayout(text, { a: 1, b: 1 }), text.replace('"b"', '"a": 1,\n  "b"'));
  });

  it("stops if there are too many differences to keep the layout", () => {
    const text = JSON.stringify(keys((index) => index));
    assert.equal(
      writeInLayout(
        text,
        keys((index) => index + 1),
      ),
      undefined,
    );
    assert.equal(writeInLayout(text, {}), undefined);
    assert.equal(
      writeInLayout(
        "{}",
        keys((index) => index),
      ),
      undefined,
    );
    assert.equal(
      writeInLayout('{"a": []}', { a: Array.from({ length: many }, () => ({})) }) === undefined,
      true,
    );
    assert.equal(writeInLayout(`{"a": [${"{},".repeat(many)}{}]}`, { a: [] }), undefined);
  });

  const texts: readonly (readonly [what: string, of: (size: number) => readonly [string, object]])[] = [
    [
      "many properties",
      (size) => {
        const sent = Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, index]));
        return [JSON.stringify(sent, null, 1), { ...sent, [`k${size / 2}`]: -1 }];
      },
    ],
    [
      "empty lines before a comment",
      (size) => [`{${"\n".repeat(5 * size)}// ours\n  "b": 1}`, { a: 1, b: 1 }],
    ],
    ["empty lines after a value", (size) => [`{"b": 1${"\n".repeat(5 * size)}}`, { a: 1, b: 1 }]],
    ["comments between values", (size) => [`{"a": [0${", /* x */ 1".repeat(size)}]}`, { a: [0, 2] }]],
  ];
  for (const [what, of] of texts)
    it(`is linear in the length of the text: ${what}`, () => {
      const few = assertLinear(2_500, (size) => {
        const [text, sent] = of(size);
        return () => writeInLayout(text, sent);
      });
      assert.ok(few > 2_500, `${few} steps were counted`);
    });

  it("is linear in the length of the text", () => {
    assertLinear(4_000, (size) => {
      const items = Array.from({ length: size }, (_, index) => ({ a: index }));
      const text = JSON.stringify({ items });
      const sent = { items: items.map((item, index) => (index % (size / 50) === 0 ? { a: -1 } : item)) };
      return () => assert.notEqual(writeInLayout(text, sent), undefined);
    });
  });

  it("does not recurse into the submitted version", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    assert.equal(writeInLayout('{"a": 1}', { a: deep }), undefined);
    assert.equal(isSameRequest({ a: deep }, { a: deep }), true);
  });
});
