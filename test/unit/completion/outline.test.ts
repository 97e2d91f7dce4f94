import assert from "node:assert/strict";
import type { DocumentSymbol } from "vscode-json-languageservice";
import { parseDocument } from "../../../src/core/campaign/document";
import { campaignLanguage } from "../../../src/language";

const language = campaignLanguage([]);

/** The names of the items of a list that is the only property. */
function itemsOf(list: string): string[] {
  const [property] = language.read(parseDocument(`{ "list": ${list} }`)).symbols();
  return (property?.children ?? []).map(({ name }) => name);
}

describe("The outline", () => {
  const lists: readonly (readonly [list: string, names: readonly string[]])[] = [
    ['[{ "day": "MO", "start": "9:00 AM", "end": "6:00 PM" }]', ["MO 9:00 AM–6:00 PM"]],
    ['[{ "end": "6:00 PM", "day": "MO", "start": "9:00 AM" }]', ["MO 9:00 AM–6:00 PM"]],
    ['[{ "start": "9:00 AM", "end": "6:00 PM" }]', ["9:00 AM–6:00 PM"]],
    ['[{ "day": "MO", "start": "9:00 AM" }, { "end": "6:00 PM" }]', ["MO 9:00 AM–…", "…–6:00 PM"]],
    ['[{ "day": "MO" }, { "day": "MO", "day": "TU" }]', ["MO", "TU"]],
    ['["Bills due", 3, true, null]', ["Bills due", "3", "true", "null"]],
    ['[{ "name": "Do not call" }]', ["Do not call"]],
    ['[{}, [], "", " ", { "x": 1 }, [1], { "day": {} }]', [1, 2, 3, 4, 5, 6, 7].map((n) => `Item ${n}`)],
    ['["a\u202eb"]', ["a<U+202E>b"]],
  ];
  for (const [list, names] of lists)
    it(`names the items of ${list}`, () => assert.deepEqual(itemsOf(list), names));

  it("names items in lists of lists, and properties by their keys", () => {
    const [outer] = language.read(parseDocument('{ "a": [{ "days": [{ "day": "SU" }] }] }')).symbols();
    const pathOf = ({ name, children = [] }: DocumentSymbol): string =>
      [name, ...children.map(pathOf)].join(" > ");
    assert.equal(outer && pathOf(outer), "a > Item 1 > days > SU > day");
  });

  it("cuts a long name", () => {
    const [name = ""] = itemsOf(JSON.stringify(["x".repeat(5000)]));
    assert.ok(name.length < 130, name);
  });
});
