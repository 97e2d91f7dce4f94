import assert from "node:assert/strict";
import { nameKey } from "../../../src/core/text/name-key";

describe("the key of a name", () => {
  const same: readonly (readonly [one: string, other: string])[] = [
    ["Spring", " spring "],
    ["Spring", "SPRING\u200B"],
    ["Bills due", "Bills\u00A0due"],
    ["Caf\u00E9", "Cafe\u0301"],
    ["\u212B", "\u00C5"],
    ["Spring bills", "Spring \u202Ebills"],
    ["Never", "Ne\u200Dver"],
    ["Never", "Never\uFE0F"],
    ["Never", "Ne\u180Bver\u{E0100}"],
  ];
  for (const [one, other] of same)
    it(`is the same for ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () =>
      assert.equal(nameKey(one), nameKey(other)));

  it("differs if a person sees a difference", () => {
    for (const [one, other] of [
      ["Spring", "Springs"],
      ["Cafe", "Caf\u00E9"],
      ["Spring 1", "Spring1"],
      ["VIP East", "VIP  East"],
      ["Maße", "Masse"],
      ["Leads 2", "Leads ²"],
      ["Plan 1", "Plan ①"],
      ["ılık", "ilik"],
      ["Sales 🏴\u{E0067}\u{E007F}", "Sales 🏴\u{E0073}\u{E007F}"],
    ] as const)
      assert.notEqual(nameKey(one), nameKey(other));
  });

  it("is empty for an invisible name", () => assert.equal(nameKey(" \u200B\u2060 "), ""));
});
