import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import { validate } from "../../../src/core/campaign/generated/validate";
import { checkCampaign } from "../../../src/core/lint/check";
import { Selection, pathTo, toSelector } from "../../../src/core/lint/selection";
import { rule, type Reads } from "../../../src/core/lint/rule";
import { faultless } from "./placed";

function partsOf(text: string): Selection {
  const document = parseDocument(text);
  return new Selection(document, validate(document.value) ? [] : (validate.errors ?? []));
}

/** The valid parts at a path, each with its own path. */
function at(text: string, path: string): [way: string, value: unknown][] {
  return partsOf(text)
    .at(toSelector(path))
    .map((part) => [pathTo(part).join("/"), part.value]);
}

function campaign(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...faultless(), ...changes });
}

describe("the parts of a campaign", () => {
  it("are found by their path, and are empty for a path that does not exist", () => {
    assert.deepEqual(at(campaign({}), "dncLists/name"), [["dncLists/name", "Never call"]]);
    for (const path of ["schedule", "schedule/isSchedulingEnabled", "name/length", "name/*", "dncLists/*"])
      assert.deepEqual(at(campaign({}), path), [], path);
    assert.deepEqual(at("null", "name"), []);
    assert.deepEqual(at('["name"]', "name"), []);
    assert.deepEqual(at('["A"]', "length"), []);
  });

  it("are each item of a list if the path contains *", () => {
    assert.deepEqual(at(campaign({ contactLists: ["A", "B"] }), "contactLists/*"), [
      ["contactLists/0", "A"],
      ["contactLists/1", "B"],
    ]);
    assert.deepEqual(
      at(campaign({}), "dialingStrategy/callingHours/days/*/day").map(([, day]) => day),
      ["MO", "WE"],
    );
  });

  it("do not include an invalid part or the part that contains it", () => {
    const text = campaign({ contactLists: ["A", 1, "B"] });
    assert.deepEqual(at(text, "contactLists"), []);
    assert.deepEqual(
      at(text, "contactLists/*").map(([way]) => way),
      ["contactLists/0", "contactLists/2"],
    );
    assert.deepEqual(at(text, "name").length, 1);
  });

  it("are complete if only a property that the mode requires is missing", () => {
    assert.deepEqual(at(campaign({ queue_name: undefined }), "dialingMode"), [["dialingMode", "Preview"]]);
    assert.deepEqual(at(campaign({ dncLists: {} }), "dncLists"), []);
  });

  it("do not include what a syntax error touches", () => {
    const text = (list: string) =>
      `{ "name": "A", "contactLists": ["A", ${list}], "dncLists": { "name": "B" } }`;
    assert.deepEqual(
      at(text('"B" "C"'), "contactLists/*").map(([, list]) => list),
      ["A", "B"],
    );
    assert.deepEqual(at(text('"B" "C"'), "contactLists"), []);
    assert.deepEqual(at(text('"B" "C"'), "dncLists/name"), [["dncLists/name", "B"]]);
    assert.deepEqual(at('{ "dncLists": { "name": "B" "id": 1 } }', "dncLists"), []);
    assert.deepEqual(at('{ "dncLists": { "name": tru } }', "dncLists/name"), []);
  });

  it("are one part for all valid items of a list together, with their places", () => {
    const together = (contactLists: unknown) =>
      partsOf(campaign({ contactLists })).together(toSelector("contactLists/*"));
    const [part] = together(["A", 1, "B"]);
    assert.deepEqual(part?.value, [
      { value: "A", index: 0 },
      { value: "B", index: 2 },
    ]);
    assert.deepEqual(pathTo(part), ["contactLists"]);
    for (const lists of [[], [1], undefined, "A"]) assert.deepEqual(together(lists), [], String(lists));
  });

  it("are the objects of the file, once, and only if it contains an object", () => {
    const parts = partsOf(campaign({}));
    assert.equal(parts.tree().length, 1);
    assert.equal(parts.tree(), parts.tree());
    assert.deepEqual(partsOf("[]").tree(), []);
    assert.deepEqual(partsOf("").tree(), []);
  });

  it("have one route for one path", () => {
    assert.equal(toSelector("contactLists/*"), toSelector("contactLists/*"));
    assert.notEqual(toSelector("name").index, toSelector("description").index);
    const { parent, segment } = toSelector("dncLists/name");
    assert.deepEqual([segment, parent], ["name", toSelector("dncLists")]);
    assert.equal(toSelector("name").parent, undefined);
  });
});

describe("the input of a rule", () => {
  /** The inputs of a rule with these `reads`, one after the other. */
  function handed(reads: Reads, text: string): unknown[] {
    const got: unknown[] = [];
    const curious = rule({
      ...{ id: "curious", severity: "hint", summary: "", why: "", examples: { good: [], bad: [] } },
      reads,
      check: (part: unknown) => void got.push(part),
    });
    checkCampaign(text, { rules: [curious] });
    return got;
  }

  it("is one part after the other if the rule reads each", () => {
    const each = ["name", "contactLists/*", "experienceFlowName", "dncLists/name"];
    assert.deepEqual(handed({ each }, campaign({ contactLists: ["A", "B"] })), [
      ...["Spring reminder", "A", "B", "Never call"],
    ]);
  });

  it("is all listed parts together, or nothing if one is missing or invalid", () => {
    const both = ["name", "priority"];
    assert.deepEqual(handed(both, campaign({})), [["Spring reminder", "5"]]);
    assert.deepEqual(handed(both, campaign({ priority: undefined })), []);
    assert.deepEqual(handed(both, campaign({ priority: "9" })), []);
  });

  it("is the objects of the file if the rule reads the keys, but not while a brace is missing", () => {
    const text = campaign({});
    assert.equal(handed("#", text).length, 1);
    assert.equal(handed(["#", "name"], text).length, 1);
    const open = '{ "name": "A",\n"dncLists": { "name": "B",\n"priority": "5" }';
    assert.deepEqual([handed("#", open), handed(["#", "name"], open)], [[], []]);
    assert.deepEqual(handed("name", open), ["A"]);
  });
});
