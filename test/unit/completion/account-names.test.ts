import assert from "node:assert/strict";
import { namesInAccount } from "../../../src/core/completion/account-names";
import { caretAt } from "../../../src/core/completion/caret";
import { accountNamesOf, knownNames, namedAt } from "../../../src/core/completion/known-names";

const at = (marked: string) => caretAt(marked.replace("|", ""), marked.indexOf("|"));
const list = (name: string, status?: string) => ({
  ...{ name, campaigns: [] },
  ...(status === undefined ? {} : { status }),
});

describe("Names in the account", () => {
  it("are labeled with what they are, and those that cannot be used come last", () => {
    const lists = [list("A", "Invalid"), list("B", "Validated"), list("C", "Validating"), list("D")];
    assert.deepEqual(
      namesInAccount("contactList", lists, "Acme").map(({ origin, names }) => [origin, names.contactList]),
      [
        ["Contact list in Acme", ["B", "C", "D"]],
        ["Invalid contact list in Acme", ["A"]],
      ],
    );
    const queues = [{ name: "Off", active: false }, { name: "On", active: true }, { name: "Unknown" }];
    assert.deepEqual(
      namesInAccount("queue", queues, "Acme").map(({ origin, names }) => [origin, names.queue]),
      [
        ["Queue in Acme", ["On", "Unknown"]],
        ["Inactive queue in Acme", ["Off"]],
      ],
    );
    assert.deepEqual(
      namesInAccount("dncList", [{ name: "D" }], "A\u202eb").map(({ origin, names }) => [
        origin,
        names.dncList,
      ]),
      [["Do-not-call list in A<U+202E>b", ["D"]]],
    );
    assert.deepEqual(namesInAccount("queue", [], "Acme"), []);
  });

  it("win over past submissions and other campaigns, and appear once", () => {
    const sources = [
      ...namesInAccount("contactList", [list("A"), list("A"), list("B", "Invalid")], "Acme"),
      { origin: "submitted 2 days ago to Acme", names: accountNamesOf({ contactLists: ["S", "A"] }) },
      { origin: "a.campaign.json", names: accountNamesOf({ contactLists: ["W", "S", "B"] }) },
    ];
    assert.deepEqual(knownNames("contactList", sources, at('{ "contactLists": [|] }')), [
      { name: "A", origin: "Contact list in Acme" },
      { name: "B", origin: "Invalid contact list in Acme" },
      { name: "S", origin: "submitted 2 days ago to Acme and 1 more" },
      { name: "W", origin: "a.campaign.json" },
    ]);
  });

  it("do not appear if a list of suggestions would show them differently", () => {
    const hostile = namesInAccount("queue", [{ name: "$(bug)" }, { name: "[x](command:y)" }], "Acme");
    assert.deepEqual(knownNames("queue", hostile, at('{ "queue_name": "|" }')), []);
  });
});

describe("The named part at a position", () => {
  const named = (marked: string) => namedAt(at(marked), marked.replace("|", ""));

  it("is the key or the value of a contact list, do-not-call list or queue", () => {
    assert.deepEqual(named('{ "contact|Lists": [] }'), { part: "contactList" });
    assert.deepEqual(named('{ "dnc|Lists": {} }'), { part: "dncList" });
    assert.deepEqual(named('{ "queue|_name": "Q" }'), { part: "queue" });
    assert.deepEqual(named('{ "contactLists": ["A", "B\\u0041|"] }'), { part: "contactList", name: "BA" });
    assert.deepEqual(named('{ "dncLists": { "name": "D|" } }'), { part: "dncList", name: "D" });
    assert.deepEqual(named('{ "queue_name": "Q|" }'), { part: "queue", name: "Q" });
  });

  it("does not exist elsewhere", () => {
    const others = [
      '{ "na|me": "x" }',
      '{ "name": "contactLists|" }',
      '{ "x": { "queue|_name": "Q" } }',
      '{ "queue_name": "Q|',
      '{ "queue_name": |null }',
      '{ "queue_name": "|" }',
      '{ "queue_name": "\\x|" }',
      "// queue|_name",
    ];
    for (const other of others) assert.equal(named(other), undefined, other);
  });
});
