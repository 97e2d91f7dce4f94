import assert from "node:assert/strict";
import { followRemarks, placeRemarks, type PlacedRemark } from "../../../src/core/api/account-remarks";
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
    it(`on ${pointer || "the whole"} stands on ${what}`, () => {
      const placed = place(pointer);
      assert.deepEqual([shown(placed), placed?.offset], [what, offset]);
    });

  it("on a text without a value has no place", () => {
    assert.deepEqual(placeRemarks([remarkOn("/name")], "", text), []);
    assert.deepEqual(placeRemarks([remarkOn("/name")], text, " // nothing\n"), []);
  });

  it("on a key that stands twice is on the one that counts", () => {
    const twice = '{ "name": "A",\n"name": "B" }';
    const [placed] = placeRemarks([remarkOn("/name")], twice, twice);
    assert.equal(shown(placed, twice), '"B"');
  });

  it("finds its place in a text that has changed elsewhere meanwhile", () => {
    const now = text.replace('"Spring"', '"Summer"').replace('"North",', '"North",\n    "East",');
    assert.equal(shown(place("/priority", now), now), '"5"');
    assert.equal(place("/name", now), undefined);
    // The second item is another one now.
    assert.equal(place("/contactLists/1", now), undefined);
    assert.equal(place("/queue_name", now.replace("}\n", '  "queue_name": "Q" }\n')), undefined);
  });

  it("survives a text that can no longer be read only where its line is as it was", () => {
    const broken = text.replace('"5"', '"5');
    assert.equal(shown(place("/name", broken), broken), '"Spring"');
    assert.equal(place("/priority", broken), undefined);
  });
});

describe("A remark that follows edits", () => {
  /** What it is on after each edit of the text as it was before, or undefined when it is gone. */
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

  it("moves with other lines", () => {
    assert.equal(once("/priority", replacing('"North",\n', "")), '"5"');
    assert.equal(once("/priority", replacing('"Spring"', '"A longer name"')), '"5"');
    assert.equal(once("/name", replacing('"5"', '"4"')), '"Spring"');
    assert.equal(once("/contactLists/1", replacing("  ],", "  ], // both")), '"South"');
  });

  it("stays when a line is put before or behind its own", () => {
    assert.equal(once("/priority", replacing('  "priority"', '  // five\n  "priority"')), '"5"');
    assert.equal(once("/name", replacing('"contactLists"', '// dialled\n  "contactLists"')), '"Spring"');
    assert.equal(once("/name", replacing(",\n", ",\n\n")), '"Spring"');
  });

  it("goes when its value, or anything else on its line, changes", () => {
    assert.equal(once("/priority", replacing('"5"', '"4"')), undefined);
    assert.equal(once("/priority", replacing('"5"', '"5", ')), undefined);
    assert.equal(once("/priority", replacing('"priority"', '"prio"')), undefined);
    assert.equal(once("/priority", replacing(': "5"', ':"5"')), undefined);
    assert.equal(once("/priority", replacing('  "priority"', '"priority"')), undefined);
    assert.equal(once("/priority", replacing('  "priority": "5"\n', "")), undefined);
    assert.equal(once("/priority", { offset: 0, length: text.length, content: text }), undefined);
    assert.equal(once("/name", replacing(',\n  "contactLists"', ', "contactLists"')), undefined);
  });

  it("is reckoned through several edits, each of the text that the one before left", () => {
    const first = replacing('"5"', '"4"');
    const second = replacing("{\n", "{\n\n\n");
    const now = applyEdits(applyEdits(text, [first]), [second]);
    assert.equal(after("/contactLists/1", now, first, second), '"South"');
    assert.equal(after("/priority", now, first, second), undefined);
  });
});
