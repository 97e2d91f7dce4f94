import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openFile, rangeOf, springWith } from "./campaigns";
import { completionAt, labelOf, replacedBy } from "./completion";
import { answered } from "./until";

describe("Completing a time zone", () => {
  afterEach(closeAll);

  const place = '"timezone": "America/Chicago"';

  /** Opens a campaign with this time zone and requests completion at the end of `typed`. */
  async function offeredFor(
    value: string,
    typed: string,
    trigger?: string,
  ): Promise<{ items: Items; document: Document }> {
    const name = `zone-${encodeURIComponent(value)}.campaign.json`;
    const { document } = await openFile(name, await springWith([place, `"timezone": ${value}`]));
    const key = rangeOf(document, '"timezone": ').end;
    const { items } = await completionAt(
      document,
      key.translate(0, value.indexOf(typed) + typed.length),
      (labels) => labels.some((label) => label.includes("/") || label === '"UTC"'),
      trigger,
    );
    const zones = items.filter((item) => /^"([A-Z]\w+\/|UTC)/.test(labelOf(item)));
    zones.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    return { items: zones, document };
  }

  it("offers every zone with its time and country", async () => {
    const { items, document } = await offeredFor('""', '"');
    assert.ok(items.length > 400, String(items.length));
    const kolkata = items.find((item) => labelOf(item) === '"Asia/Kolkata"');
    assert.match(kolkata?.detail ?? "", /^UTC\+05:30 · India$/);
    const inside = rangeOf(document, '"timezone": "').end;
    assert.deepEqual(kolkata && replacedBy(kolkata), new vscode.Range(inside, inside));
    assert.ok(!items.some((item) => labelOf(item) === '"Asia/Calcutta"'));
  });

  const sought: readonly (readonly [value: string, typed: string, zone: string, trigger?: string])[] = [
    ['"Asia/K"', '"Asia/K', "Asia/Kabul"],
    ['"Asia/Kolk"', '"Asia/Kolk', "Asia/Kolkata"],
    ['"India"', '"India', "Asia/Kolkata"],
    ['"Mumbai"', '"Mumbai', "Asia/Kolkata"],
    ['"UTC"', '"UTC', "UTC"],
    ["India", "India", "Asia/Kolkata"],
    ["Asia/Kolk", "Asia/Kolk", "Asia/Kolkata"],
    ['"New York or so"', '"New York', "America/New_York"],
    // The space and the colon ask for suggestions, and an empty answer would close the list.
    ["los ", "los ", "America/Los_Angeles", " "],
    ["UTC+5:", "UTC+5:", "Asia/Karachi", ":"],
    ["UTC+5:30", "UTC+5:30", "Asia/Kolkata", "0"],
    ["UTC", "UTC", "UTC", "C"],
  ];
  for (const [value, typed, zone, trigger] of sought) {
    it(`finds ${zone} for ${typed}`, async () => {
      const { items, document } = await offeredFor(value, typed, trigger);
      const [first] = items;
      assert.ok(first !== undefined && items.length < 60, String(items.length));
      assert.equal(labelOf(first), JSON.stringify(zone));
      // The text between the quotes, if there are any.
      assert.deepEqual(replacedBy(first), rangeOf(document, value.replace(/^"|"$/g, "")));
    });
  }

  it("adds the comma that the next property needs", async () => {
    const { document } = await openFile(
      "comma.campaign.json",
      await springWith([`${place},`, '"timezone": los']),
    );
    const end = rangeOf(document, '"timezone": los').end;
    const { items } = await completionAt(document, end, (labels) => labels.includes('"America/Los_Angeles"'));
    const found = items.find((item) => labelOf(item) === '"America/Los_Angeles"');
    assert.equal(found?.insertText, '"America/Los_Angeles",');
  });

  it("is accepted by the editor and replaces the value", async () => {
    const editor = await openFile("accepted.campaign.json", await springWith([place, '"timezone": ""']));
    const caret = rangeOf(editor.document, '"timezone": "').end;
    editor.selection = new vscode.Selection(caret, caret);
    await vscode.commands.executeCommand("type", { text: "Mumb" });
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    const text = await answered(
      async () => {
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.getText();
      },
      (now) => !now.includes("Mumb"),
    );
    assert.ok(text.includes('"timezone": "Asia/Kolkata"'), text);
  });
});

type Items = vscode.CompletionItem[];
type Document = vscode.TextDocument;
