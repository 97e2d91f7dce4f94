import assert from "node:assert/strict";
import { followRemarks, placeRemarks, type PlacedRemark } from "../../../src/core/account/placed-remarks";
import { applyEdits, type Edit } from "../../../src/core/campaign/problem";

const text = `{
  "name": "Spring",
  "contactLists": [
    "North",
    "South"
  ],
  "dncLists": { "name": "Never" },
  "priority": "5"
}
`;
const remarkOn = (pointer: string) => ({ code: "account/rejected", message: "No.", pointer });
const place = (pointer: string, now = text): PlacedRemark | undefined =>
  placeRemarks([remarkOn(pointer)], text, now)[0];
const shown = (placed: PlacedRemark | undefined, now = text): string | undefined =>
  placed && now.slice(placed.offset, placed.offset + placed.length);

describe("A remark", () => {
  const places: readonly (readonly [pointer: string, what: string, offset: number])[] = [
    ["/name", '"Spring"', text.indexOf('"Spring"')],
    ["/contactLists", "[", text.indexOf("[")],
    ["/contactLists/1", '"South"', text.indexOf('"South"')],
    ["/dncLists/name", '"Never"', text.indexOf('"Never"')],
    ["/dncLists/id", '"dncLists"', text.indexOf('"dncLists"')],
    ["/queue_name", "{", 0],
    ["/schedule/isSchedulingEnabled", "{", 0],
    ["/contactLists/7", '"contactLists"', text.indexOf('"contactLists"')],
    ["", "{", 0],
  ];
  for (const [pointer, what, offset] of places)
    it(`on ${pointer || "the whole"} is placed on ${what}`, () => {
      const placed = place(pointer);
      assert.deepEqual([shown(placed), placed?.offset], [what, offset]);
    });

  it("has no place in a text without a value", () => {
    assert.deepEqual(placeRemarks([remarkOn("/name")], "", text), []);
    assert.deepEqual(placeRemarks([remarkOn("/name")], text, " // nothing\n"), []);
  });

  it("on a duplicate key is placed on the value that counts", () => {
    const twice = '{ "name": "A",\n"name": "B" }';
    const [placed] = placeRemarks([remarkOn("/name")], twice, twice);
    assert.equal(shown(placed, twice), '"B"');
  });

  it("keeps its place in a text that has changed elsewhere", () => {
    const now = text.replace('"Spring"', '"Summer"').replace('"North",', '"North",\n    "East",');
    assert.equal(shown(place("/priority", now), now), '"5"');
    assert.equal(place("/name", now), undefined);
    // The second item is now a different one.
    assert.equal(place("/contactLists/1", now), undefined);
    assert.equal(place("/queue_name", now.replace("}\n", '  "queue_name": "Q" }\n')), undefined);
  });

  it("has no place in an array that has changed, even if its line is identical", () => {
    const days = `{ "days": [
      { "day": "mon",
        "from": "9" },
      { "day": "tue",
        "from": "9" }
    ],
    "name": "x" }`;
    const placed = (pointer: string, now: string) => placeRemarks([remarkOn(pointer)], days, now);
    const without = days.replace(/\{ "day": "mon",\s+"from": "9" \},/, "");
    const before = days.replace("[", '[ { "day": "sun",\n        "from": "9" },');
    for (const now of [without, before])
      for (const pointer of ["/days/0/from", "/days/1/from", "/days/1", "/days/7"])
        assert.deepEqual(placed(pointer, now), [], pointer);
    const elsewhere = `// moved\n${days.replace('"x"', '"y"')}`;
    assert.equal(placed("/days/1/from", elsewhere)[0]?.offset, elsewhere.lastIndexOf('"9"'));
  });

  it("on an array, or on a property missing from an object, has no place once that has changed", () => {
    const now = text.replace('"North"', '"East"');
    assert.equal(place("/contactLists", now), undefined);
    assert.equal(place("", now), undefined);
    assert.equal(place("/queue_name", now), undefined);
    assert.equal(shown(place("/dncLists/id", now), now), '"dncLists"');
  });

  it("keeps its place in an unparsable text only if its line is unchanged", () => {
    const broken = text.replace('"5"', '"5');
    assert.equal(shown(place("/name", broken), broken), '"Spring"');
    assert.equal(place("/priority", broken), undefined);
  });
});

describe("A remark that follows edits", () => {
  /** The text at the remark after one edit of the original text, or undefined if it was removed. */
  function after(pointer: string, now: string, ...edits: readonly Edit[]): string | undefined {
    const placed = place(pointer);
    assert.ok(placed);
    return shown(followRemarks([placed], edits, now)[0], now);
  }
  const replacing = (from: string, to: string): Edit => ({
    offset: text.indexOf(from),
    length: from.length,
    content: to,
  });
  const once = (pointer: string, edit: Edit): string | undefined =>
    after(pointer, applyEdits(text, [edit]), edit);

  it("moves when other lines change", () => {
    assert.equal(once("/priority", replacing('"North",\n', "")), '"5"');
    assert.equal(once("/priority", replacing('"Spring"', '"A longer name"')), '"5"');
    assert.equal(once("/name", replacing('"5"', '"4"')), '"Spring"');
    assert.equal(once("/contactLists/1", replacing("  ],", "  ], // both")), '"South"');
  });

  it("stays when a line is inserted before or after its own", () => {
    assert.equal(once("/priority", replacing('  "priority"', '  // five\n  "priority"')), '"5"');
    assert.equal(once("/name", replacing('"contactLists"', '// dialled\n  "contactLists"')), '"Spring"');
    assert.equal(once("/name", replacing(",\n", ",\n\n")), '"Spring"');
  });

  it("is removed when its value, or anything else on its line, changes", () => {
    assert.equal(once("/priority", replacing('"5"', '"4"')), undefined);
    assert.equal(once("/priority", replacing('"5"', '"5", ')), undefined);
    assert.equal(once("/priority", replacing('"priority"', '"prio"')), undefined);
    assert.equal(once("/priority", replacing(': "5"', ':"5"')), undefined);
    assert.equal(once("/priority", replacing('  "priority"', '"priority"')), undefined);
    assert.equal(once("/priority", replacing('  "priority": "5"\n', "")), undefined);
    assert.equal(once("/priority", { offset: 0, length: text.length, content: text }), undefined);
    assert.equal(once("/name", replacing(',\n  "contactLists"', ', "contactLists"')), undefined);
  });

  const inside: readonly (readonly [what: string, pointer: string, edit: Edit])[] = [
    ["an array, when an item changes", "/contactLists", replacing('"North"', '"East"')],
    ["an array, when an item is added", "/contactLists", replacing('"South"', '"South",\n    "West"')],
    ["an array, when it is emptied", "/contactLists", replacing('"North",\n    "South"\n  ', "")],
    ["an array, for an item that is not there", "/contactLists/7", replacing('"South"', '"South", "West"')],
    ["the whole, when anything in it changes", "", replacing('"5"', '"4"')],
    ["a missing property, when it is added", "/queue_name", replacing('"5"', '"5",\n  "queue_name": "Q"')],
    ["a missing property, when another property changes", "/queue_name", replacing('"Spring"', '"May"')],
  ];
  for (const [what, pointer, edit] of inside)
    it(`is removed from ${what}`, () => {
      assert.equal(once(pointer, edit), undefined);
    });

  it("on a missing property of an object on several lines is removed when that property is added", () => {
    const open = `{\n  "schedule": {\n    "startDate": "x"\n  },\n  "name": "y"\n}`;
    const [placed] = placeRemarks([remarkOn("/schedule/endDate")], open, open);
    assert.ok(placed);
    const after = (from: string, to: string): string | undefined => {
      const edit = { offset: open.indexOf(from), length: from.length, content: to };
      const now = applyEdits(open, [edit]);
      return shown(followRemarks([placed], [edit], now)[0], now);
    };
    assert.equal(after('"x"', '"x",\n    "endDate": "z"'), undefined);
    assert.equal(after('"y"', '"z"'), '"schedule"');
    assert.equal(after("{\n", "{\n\n"), '"schedule"');
  });

  it("on an array or on the whole stays when the text around it changes", () => {
    assert.equal(once("/contactLists", replacing('"5"', '"4"')), "[");
    const behind: Edit = { offset: text.indexOf("]") + 1, length: 1, content: ", // both" };
    assert.equal(once("/contactLists", behind), "[");
    assert.equal(once("/queue_name", { offset: text.length, length: 0, content: "// end\n" }), "{");
    assert.equal(once("/queue_name", { offset: 0, length: 0, content: "// begin\n" }), "{");
  });

  it("follows several edits, each relative to the text that the previous edit produced", () => {
    const first = replacing('"5"', '"4"');
    const second = replacing("{\n", "{\n\n\n");
    const now = applyEdits(applyEdits(text, [first]), [second]);
    assert.equal(after("/contactLists/1", now, first, second), '"South"');
    assert.equal(after("/priority", now, first, second), undefined);
  });
});
