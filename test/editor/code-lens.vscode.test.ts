import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openFile, rangeOf, springWith, symbolsOf, untilCodes, writeFile } from "./campaigns";
import { completionAt, labelOf } from "./completion";
import { answered } from "./until";

describe("Above a campaign in the editor", () => {
  afterEach(closeAll);

  it("are its actions, and a summary of its calling hours above its dialing strategy", async () => {
    const { document } = await openFile("lens.campaign.json", await springWith());
    const lenses = await lensesOf(document, (found) => found.length === 4);
    const { uri } = document;
    const commands = lenses.map(({ command }) => [command?.title, command?.command]);
    assert.deepEqual(commands.slice(0, 3), [
      ["Create in Practice", "campaignJson.submit"],
      ["Preview request", "campaignJson.previewRequest"],
      ["Calling hours", "campaignJson.showCallingHours"],
    ]);
    const [create, , , dialing] = lenses;
    assert.equal(String(create?.command?.arguments?.[0]), uri.toString());
    assert.equal(create?.range.start.line, document.getText().split(/\r?\n/).indexOf("{"));
    assert.match(String(dialing?.command?.title), /^Mon.* h a week\); (?:opens next|open now)/);
    assert.equal(dialing?.range.start.line, rangeOf(document, '"dialingStrategy"').start.line);
  });

  it("is the number of its problems", async () => {
    const text = await springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']);
    const { document } = await openFile("lens-problem.campaign.json", text);
    await untilCodes(document.uri, "window-inverted");
    const lenses = await lensesOf(document, (found) => found.length === 5);
    const [problems] = lenses.filter(({ command }) => command?.command === "editor.action.marker.next");
    assert.equal(problems?.command?.title, "1 problem");
  });

  it("is nothing if the setting is off", async () => {
    const settings = vscode.workspace.getConfiguration("campaignJson");
    const { document } = await openFile("lens-off.campaign.json", await springWith());
    await settings.update("codeLens.enabled", false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await lensesOf(document, (found) => found.length === 0), []);
    } finally {
      await settings.update("codeLens.enabled", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe("The outline in the editor", () => {
  afterEach(closeAll);

  it("names windows by day and hours, and contact lists by themselves", async () => {
    const { document } = await openFile("named-outline.campaign.json", await springWith());
    const symbols = await symbolsOf(document.uri);
    const childOf = (parents: readonly vscode.DocumentSymbol[], name: string) =>
      parents.find((symbol) => symbol.name === name)?.children ?? [];
    const days = childOf(childOf(childOf(symbols, "dialingStrategy"), "callingHours"), "days");
    assert.match(days[0]?.name ?? "", /^[A-Z]{2} \d+:\d\d [AP]M–\d+:\d\d [AP]M$/);
    const [list] = childOf(symbols, "contactLists");
    assert.equal(document.getText(list?.range), JSON.stringify(list?.name));
  });
});

describe("Completion that knows the rest of the file and the workspace", () => {
  afterEach(closeAll);

  it("lists days without a window first", async () => {
    const text =
      '{ "dialingStrategy": { "callingHours": { "days": [{ "day": "MO" }, { "day": "" }, { "day": "WE" }] } } }';
    const { document } = await openFile("days.campaign.json", text);
    const at = rangeOf(document, '""').start.translate(0, 1);
    const { items } = await completionAt(document, at, (labels) => labels.includes('"TU"'));
    const sorted = items
      .filter((item) => /^"[A-Z]{2}"$/.test(labelOf(item)))
      .sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    assert.deepEqual(sorted.map(labelOf), ['"TU"', '"TH"', '"FR"', '"SA"', '"SU"', '"MO"', '"WE"']);
  });

  it("offers the contact lists of another campaign, with its file", async () => {
    await writeFile("other-names.campaign.json", await springWith(["Spring reminder", "Other names"]));
    const { document } = await openFile("names.campaign.json", '{ "contactLists": [""] }');
    const at = rangeOf(document, '""').start.translate(0, 1);
    const found = await answered(
      async () => (await completionAt(document, at, () => true)).items,
      (all) => all.some(({ detail }) => detail?.startsWith("other-names.campaign.json") === true),
    );
    const item = found.find(({ detail }) => detail?.startsWith("other-names.campaign.json") === true);
    assert.ok(item, found.map(labelOf).join());
    const list: unknown = JSON.parse(labelOf(item));
    assert.ok((await springWith()).includes(JSON.stringify(list)));
    const labels = found.map(labelOf);
    assert.deepEqual(labels, [...new Set(labels)]);
  });
});

async function lensesOf(
  document: vscode.TextDocument,
  enough: (found: readonly vscode.CodeLens[]) => boolean,
): Promise<vscode.CodeLens[]> {
  const resolved = 100;
  return answered(
    () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        resolved,
      ),
    enough,
  );
}
