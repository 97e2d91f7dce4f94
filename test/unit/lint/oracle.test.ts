import assert from "node:assert/strict";
import type { Edit } from "../../../src/core/campaign/problem";
import { assertOnlyNamed } from "./named-changes";
import { lost } from "./oracle";

const text = `{
  // Agreed with Ann.
  "name": "Spring Bills",
  "contactLists": ["Due in May", "Due in June"],
  "dncLists": { "name": "Never call" },
  "dialingMode": "preview",
  "dialingStrategy": {
    "maxRingTime": 30,
    "callingHours": {
      "frequency": "WEEKLY",
      "days": [{ "day": "MO", "start": "9:00 AM", "end": "6:00 PM", "team": "B" }]
    }
  },
  "campaignType": "sms"
}`;

/** What a faulty fix could do to the text, in addition to what it should do. */
const losses: Readonly<Record<string, readonly [string, string]>> = {
  "a key": [',\n  "dncLists": { "name": "Never call" }', ""],
  "an item": ['"Due in May", ', ""],
  "a comment": ["// Agreed with Ann.", ""],
  "a digit": ["30", "3"],
  "a digit of a text": ["9:00", "8:00"],
  "the letter case of a name": ["Spring Bills", "Spring bills"],
  "the letter case of an item": ["Due in June", "due in June"],
  "the letter case of a key": ['"maxRingTime"', '"maxringtime"'],
  "a key of a window": [', "team": "B"', ""],
  "the letter case of a value in a window": ['"B"', '"b"'],
};

function edit(from: string, to: string): Edit {
  const offset = text.indexOf(from);
  assert.ok(offset >= 0, from);
  return { offset, length: from.length, content: to };
}

function withEdit(from: string, to: string): string {
  return text.replace(from, () => to);
}

describe("the comparison of a text with its fixed text", () => {
  for (const [what, [from, to]] of Object.entries(losses)) {
    it(`detects the loss of ${what}`, () => {
      assert.notDeepEqual(lost(text, withEdit(from, to)), []);
    });

    it(`detects the loss of ${what} in a fix that names something else`, () => {
      const problem = { code: "campaign-type", offset: text.indexOf('"sms"') };
      const named = edit('"sms"', '"voice"');
      assertOnlyNamed(text, problem, { title: 'Write "voice"', edits: [named] });
      const edits = [named, edit(from, to)];
      assert.throws(() => assertOnlyNamed(text, problem, { title: 'Write "voice"', edits }));
    });
  }

  it("accepts another letter case of the platform's own words", () => {
    assert.deepEqual(lost(text, withEdit('"preview"', '"Preview"')), []);
  });

  it("accepts each change that a fix names", () => {
    for (const [code, title, at, from, to] of [
      ["duplicate-key", 'Remove this "name"', '"name"', '"name": "Spring Bills",', ""],
      ["contact-list-repeated", "Remove the duplicate list", '"Due in May"', '"Due in May", ', ""],
      ["legal-hours", "Shorten to 9:00 AM–5:00 PM", '"6:00 PM"', "6:00 PM", "5:00 PM"],
      ["unknown-property", 'Rename to "x"', '"dncLists"', '"dncLists"', '"x"'],
      ["schema/type", "Write it as a list", '{ "name"', '{ "name": "Never call" }', '["Never call"]'],
      ["schema/required", 'Add "x": 1', "{", '"sms"', '"sms", "x": 1'],
    ] as const)
      assertOnlyNamed(text, { code, offset: text.indexOf(at) }, { title, edits: [edit(from, to)] });
  });

  it("rejects a change of what the title does not name", () => {
    for (const [code, title, at, from, to] of [
      ["legal-hours", "Shorten to 9:00 AM–5:00 PM", '"6:00 PM"', '"MO"', '"TU"'],
      ["legal-ring-time", "Ring 15 seconds", "30", '"Due in May"', '"May"'],
      ["unknown-property", 'Rename to "x"', '"dncLists"', '"Never call"', '"x"'],
      ["schema/type", "Write it as a list", '{ "name"', '"Never call"', '"never call"'],
      ["untrimmed-name", "Trim the name", '["Due', '["Due in May", "Due in June"]', "[]"],
    ] as const) {
      const fix = { title, edits: [edit(from, to)] };
      assert.throws(() => assertOnlyNamed(text, { code, offset: text.indexOf(at) }, fix), title);
    }
  });

  it("rejects the fix of a rule that states no change", () => {
    const problem = { code: "no-skips", offset: text.indexOf('"sms"') };
    assert.throws(() => assertOnlyNamed(text, problem, { title: "Fix", edits: [] }), /nothing states/);
  });
});
