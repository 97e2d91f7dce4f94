import assert from "node:assert/strict";
import { caretAt } from "../../../src/core/completion/caret";
import { accountNamesOf, knownNames, namedPartAt } from "../../../src/core/completion/known-names";

const at = (marked: string) => caretAt(marked.replace("|", ""), marked.indexOf("|"));
const campaign = {
  name: "x",
  contactLists: ["A", "B"],
  dncLists: { name: "Do not call" },
  queue_name: "Q",
};

describe("The names of a campaign", () => {
  it("are its contact lists, its do-not-call list and its queue", () => {
    assert.deepEqual(accountNamesOf(campaign), {
      contactList: ["A", "B"],
      dncList: ["Do not call"],
      queue: ["Q"],
    });
  });

  it("do not exist in a value that is not a campaign", () => {
    const none = { contactList: [], dncList: [], queue: [] };
    const values = [
      undefined,
      5,
      [],
      { contactLists: "A", dncLists: "B", queue_name: 5 },
      { contactLists: [1, ""], dncLists: { name: "" }, queue_name: "" },
    ];
    for (const value of values) assert.deepEqual(accountNamesOf(value), none);
  });

  it("belong to their properties only", () => {
    assert.equal(namedPartAt(at('{ "contactLists": ["A", "|"] }')), "contactList");
    assert.equal(namedPartAt(at('{ "dncLists": { "name": | } }')), "dncList");
    assert.equal(namedPartAt(at('{ "queue_name": "|" }')), "queue");
    for (const other of ['{ "name": "|" }', '{ "description": | }', "{ | }", '{ "contactLists": | }', "// |"])
      assert.equal(namedPartAt(at(other)), undefined, other);
  });
});

describe("Known names", () => {
  const sources = [
    { origin: "a.campaign.json", names: accountNamesOf(campaign) },
    { origin: "b.campaign.json", names: accountNamesOf({ contactLists: ["C", "A", "A"] }) },
    { origin: "submitted 2 days ago", names: accountNamesOf({ contactLists: ["D", "A"] }) },
  ];
  const namesAt = (marked: string, from = sources) => knownNames("contactList", from, at(marked));

  it("appear once, with the number of other places", () => {
    assert.deepEqual(namesAt('{ "contactLists": [|] }'), [
      { name: "A", origin: "a.campaign.json and 2 more" },
      { name: "B", origin: "a.campaign.json" },
      { name: "C", origin: "b.campaign.json" },
      { name: "D", origin: "submitted 2 days ago" },
    ]);
  });

  it("do not appear if the list around the cursor contains them", () => {
    const names = namesAt('{ "contactLists": ["B", "C|", "D"] }').map(({ name }) => name);
    assert.deepEqual(names, ["A", "C"]);
  });

  it("do not appear if a list of suggestions would show them differently", () => {
    const contactLists = [
      " ",
      "a\u202eb",
      "$(bug)",
      "[x](command:y)",
      "a <redacted>",
      "x".repeat(400),
      "Größe 1",
    ];
    const names = namesAt("{ [|] }", [{ origin: "x", names: accountNamesOf({ contactLists }) }]);
    assert.deepEqual(
      names.map(({ name }) => name),
      ["Größe 1"],
    );
  });
});
