import assert from "node:assert/strict";
import { parseDocument, propertyOf } from "../../../src/core/campaign/document";
import { applyEdits, type Edit } from "../../../src/core/campaign/problem";
import { Place, type FixIdea } from "../../../src/core/lint/place";

const text = '{ "name": "Spring", "lists": ["A", "B"], "strategy": { "days": [] }, "empty": {} }';
const document = parseDocument(text);
const root = Place.root(document);
const name = root.below(["name"]);
const missing = root.below(["strategy", "callerId", "phoneNumber"]);

const after = (edits: readonly Edit[]) => applyEdits(text, edits);
const shown = ({ offset, length }: { offset: number; length: number }) => text.slice(offset, offset + length);

describe("a place in a campaign", () => {
  it("is shown by its value, and a block by its opening bracket", () => {
    assert.equal(shown(name.span()), '"Spring"');
    assert.equal(shown(root.below(["lists"]).span()), "[");
    assert.equal(shown(root.below(["strategy"]).span()), "{");
    assert.equal(shown(root.below(["lists", 1]).span()), '"B"');
  });

  it("is shown by the key of the nearest value above it if it does not exist", () => {
    assert.equal(shown(missing.span()), '"strategy"');
    assert.equal(shown(missing.problem("")), '"strategy"');
    assert.equal(missing.problem("").pointer, "/strategy/callerId/phoneNumber");
    assert.equal(shown(root.below(["x"]).span()), "{");
    assert.equal(shown(root.below(["lists", 7]).span()), '"lists"');
  });

  it("offers no fix without an edit", () => {
    assert.deepEqual(missing.problem("", { title: "Write 1", replace: 1 }).fixes, []);
  });

  it("can be changed, removed and renamed", () => {
    assert.equal(after(name.replace("Summer")), text.replace("Spring", "Summer"));
    assert.equal(after(name.remove()), text.replace('"name": "Spring", ', ""));
    assert.equal(after(name.rename("title")), text.replace('"name"', '"title"'));
    assert.equal(after(root.below(["lists", 0]).remove()), text.replace('"A", ', ""));
    assert.equal(after(root.below(["lists"]).removeItems([0, 1])), text.replace('"A", "B"', ""));
    assert.equal(
      after(root.below(["lists", 1]).insertAfter(["C", "D"])),
      text.replace('"B"', '"B", "C", "D"'),
    );
    assert.equal(after(root.below(["empty"]).add("id", 1)), text.replace("{} }", '{ "id": 1 } }'));
  });

  it("offers no edit if there is nothing to edit", () => {
    for (const edits of [
      ...[missing.replace(1), missing.remove(), missing.rename("x"), missing.add("x", 1)],
      ...[missing.insertAfter([1]), missing.removeItems([0])],
      ...[root.below(["lists", 1]).insertAfter([]), root.below(["lists"]).removeItems([2])],
      ...[root.below(["lists", 0]).rename("x"), root.rename("x")],
      ...[name.add("x", 1), root.below(["lists"]).add("x", 1)],
    ])
      assert.deepEqual(edits, []);
  });
});

describe("a finding", () => {
  it("is shown on its key on request, and an item without a key on its value", () => {
    assert.equal(shown(name.problem("", { onKey: true })), '"name"');
    assert.equal(shown(root.below(["lists", 0]).problem("", { onKey: true })), '"A"');
    assert.equal(shown(root.problem("", { onKey: true })), "{");
  });

  it("may be shown at a different place than the one it is about", () => {
    const problem = root.below(["lists"]).problem("", { show: name });
    assert.equal(shown(problem), '"Spring"');
    assert.equal(problem.pointer, "/lists");
  });

  it("contains nothing but the given message and its place", () => {
    assert.deepEqual(name.problem("Why?"), {
      ...{ message: "Why?", pointer: "/name", fixes: [] },
      ...{ offset: text.indexOf('"Spring"'), length: 8 },
    });
  });

  it("contains the related places and their messages", () => {
    const related = [{ place: root.below(["lists", 1]), message: "This one." }];
    const found = name.problem("", { related }, { unnecessary: true, explainsMissing: ["/x"] });
    assert.deepEqual(found.related, [{ offset: text.indexOf('"B"'), length: 3, message: "This one." }]);
    assert.deepEqual([found.unnecessary, found.explainsMissing], [true, ["/x"]]);
  });

  it("prefers a single fix, and of several those that are marked as preferred", () => {
    const fix = { title: "Write x", replace: "x" };
    const preferred = (...fixes: readonly FixIdea[]) =>
      name.problem("", ...fixes).fixes.map((one) => one.preferred);
    assert.deepEqual(preferred(fix), [true]);
    assert.deepEqual(preferred({ ...fix, preferred: false }), [false]);
    assert.deepEqual(preferred(fix, fix), [false, false]);
    assert.deepEqual(preferred(fix, { ...fix, preferred: true }), [false, true]);
  });

  it("treats a fix as safe only if it is marked as safe", () => {
    const edits = name.remove();
    const { fixes } = name.problem("", { title: "a", edits }, { title: "b", replace: "x", safe: true });
    assert.deepEqual(fixes, [
      { title: "a", edits, preferred: false, safe: false },
      { title: "b", edits: name.replace("x"), preferred: false, safe: true },
    ]);
  });

  it("refers to the exact property if a key is duplicated", () => {
    const twice = parseDocument('{ "a": 1, "a": 2 }');
    const [first] = twice.root?.children ?? [];
    const value = first?.children?.[1];
    assert.ok(value !== undefined);
    const place = Place.of(twice, value, ["a"]);
    assert.deepEqual([place.span().offset, place.problem("", { onKey: true }).offset], [7, 2]);
    const last = propertyOf(twice.root, "a")?.children?.[1];
    assert.equal(Place.root(twice).below(["a"]).span().offset, last?.offset);
  });
});
