import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import {
  absentKeys,
  expectsObject,
  pathOf,
  toCampaignObjects,
  type CampaignObjects,
} from "../../../src/core/lint/objects";
import { faultless } from "./placed";

const treeOf = (text: string) => toCampaignObjects(parseDocument(text));
const of = (value: unknown) => treeOf(JSON.stringify(value));

/** The objects by their paths, each with its path in the schema. */
function kinds({ objects }: CampaignObjects): [path: string, kind: string | undefined][] {
  return objects.map((holder) => [pathOf(holder).join("/"), holder.kind]);
}

const strangers = (tree: CampaignObjects) =>
  tree.unknownProperties.map(({ key, parent: holder }) => [...pathOf(holder), key].join("/"));

/** The lost keys of each object, in order. */
function lost(text: string): unknown[] {
  return treeOf(text).objects.map(({ lost: found }) =>
    [...found.keys()].map((node) => node.children?.[1]?.value as unknown),
  );
}

describe("the objects of a campaign file", () => {
  it("include those of a campaign, with their places in the schema", () => {
    assert.deepEqual(kinds(of(faultless())), [
      ["", ""],
      ["dncLists", "dncLists"],
      ["dialingStrategy", "dialingStrategy"],
      ["dialingStrategy/callerId", "dialingStrategy/callerId"],
      ["dialingStrategy/callingHours", "dialingStrategy/callingHours"],
      ["dialingStrategy/callingHours/days/0", "dialingStrategy/callingHours/days/*"],
      ["dialingStrategy/callingHours/days/1", "dialingStrategy/callingHours/days/*"],
    ]);
  });

  it("include those that no campaign has, without a place in the schema", () => {
    assert.deepEqual(kinds(of({ owner: { name: { x: {} } }, name: {}, lists: [[{ name: {} }], 1, {}] })), [
      ["", ""],
      ["owner", undefined],
      ["name", undefined],
      ["lists/0/0", undefined],
      ["lists/2", undefined],
      ["owner/name", undefined],
      ["lists/0/0/name", undefined],
      ["owner/name/x", undefined],
    ]);
  });

  it("are an empty list for a file without objects", () => {
    assert.deepEqual(treeOf("").objects, []);
    assert.deepEqual(treeOf("").unknownProperties, []);
  });

  it("contain an unknown property if the object is documented and the key is not", () => {
    const tree = of({ name: "A", owner: { x: 1 }, dncLists: { name: "B", id: 1 }, contactLists: [{ y: 1 }] });
    assert.deepEqual(strangers(tree), ["owner", "dncLists/id"]);
    assert.deepEqual(strangers(of(faultless())), []);
  });

  it("lose all but the last of several properties with one name", () => {
    assert.deepEqual(lost('{ "a": 1, "b": 2, "a": 3, "a": 4 }'), [[1, 3]]);
    assert.deepEqual(lost('{ "a": 1, "b": 2 }'), [[]]);
    assert.deepEqual(lost('{ "dncLists": { "name": 1 }, "dncLists": { "name": 2 } }').length, 2);
  });

  it("lose them in large objects too", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `"k${index}": 0`).join(", ");
    for (const count of [22, 23, 24, 25, 30]) {
      assert.deepEqual(lost(`{ ${many(count)} }`), [[]], String(count));
      assert.deepEqual(lost(`{ "k0": 1, ${many(count)} }`), [[1]], String(count));
      assert.deepEqual(lost(`{ ${many(count)}, "a": 1, "a": 2 }`), [[1]], String(count));
    }
  });

  it("do not lose a property that has no value", () => {
    assert.deepEqual(lost('{ "a", "a": 2 }'), [[]]);
  });

  it("contain no unknown property that is lost", () => {
    assert.deepEqual(strangers(treeOf('{ "x": 1, "x": 2 }')), ["x"]);
  });
});

describe("the keys that an object does not have", () => {
  it("are those for its place in the schema and the campaign's mode", () => {
    const absent = (campaign: object) => absentKeys(of(campaign).objects[0]!);
    const { maxSkips, queue_name, ...preview } = faultless();
    assert.deepEqual([maxSkips, queue_name], [1, "Default Queue"]);
    assert.deepEqual(absent(preview), ["$schema", "schedule", "queue_name", "maxSkips"]);
    assert.deepEqual(absent({ ...preview, dialingMode: "Progressive" }), [
      "$schema",
      "schedule",
      "queue_name",
    ]);
    assert.deepEqual(absent({ ...preview, dialingMode: "Agentless" }), [
      ...["$schema", "schedule", "experienceFlowName", "enableMachineDetect"],
    ]);
    assert.deepEqual(absent({ ...preview, dialingMode: "Manual" }).length, 6);
  });

  it("are the missing ones for a window", () => {
    const window = of({ dialingStrategy: { callingHours: { days: [{ day: "MO", dialingMode: "x" }] } } });
    assert.deepEqual(absentKeys(window.objects.at(-1)!), ["start", "end"]);
  });

  it("include whether a key expects an object", () => {
    const [root, strategy] = of({ dialingStrategy: {} }).objects;
    assert.deepEqual(
      [expectsObject(root!, "dncLists"), expectsObject(root!, "name"), expectsObject(strategy!, "callerId")],
      [true, false, true],
    );
    assert.equal(expectsObject(strategy!, "dncLists"), false);
  });
});

describe("a wrapper around the whole campaign", () => {
  const wrapperOf = (value: unknown) => of(value).wrapping?.key;

  it("is the property that contains it", () => {
    assert.equal(wrapperOf({ campaign: faultless() }), "campaign");
    assert.equal(wrapperOf({ status: 200, data: faultless() }), "data");
    assert.equal(wrapperOf({ name: "answer", data: faultless() }), "data");
  });

  it("is detected by four properties of a campaign", () => {
    const { name, description, priority, dialingMode } = faultless();
    assert.equal(wrapperOf({ data: { name, description, priority, dialingMode } }), "data");
    assert.equal(wrapperOf({ data: { name, description, priority, x: 1, y: 1 } }), undefined);
  });

  it("does not exist if the campaign is at the top, or if nothing resembles one", () => {
    assert.equal(wrapperOf({ ...faultless(), old: faultless() }), undefined);
    assert.equal(wrapperOf({ dialingStrategy: { old: faultless() } }), undefined);
    assert.equal(wrapperOf({ x: "campaign", y: [faultless()] }), undefined);
    assert.equal(wrapperOf({ name: faultless() }), undefined);
    assert.equal(wrapperOf({}), undefined);
  });
});

describe("an object at a place where no campaign has one", () => {
  it("loses a duplicate key", () => {
    const [root, name] = lost('{ "name": { "a": 1, "a": 2 }, "dncLists": { "name": "x" } }');
    assert.deepEqual([root, name], [[], [1]]);
    assert.equal(treeOf('{ "contactLists": [{ "a": 1, "a": 2 }] }').withDuplicates.length, 1);
    assert.equal(treeOf('{ "contactLists": [[{ "a": 1, "a": 2 }]] }').withDuplicates.length, 1);
    assert.deepEqual(treeOf('{ "name": { "a": 1 } }').withDuplicates, []);
  });
});
