import assert from "node:assert/strict";
import * as vscode from "vscode";
import { deactivate, reactivate, thisExtension } from "./activation";
import { closeAll, openFile, springWith, untilCodes } from "./campaigns";
import { completionAt, labelOf } from "./completion";

describe("The extension", () => {
  afterEach(closeAll);

  it("leaves nothing when deactivated, and reports every problem once when reactivated", async () => {
    const text = await springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']);
    const { document } = await openFile("again.campaign.json", text);
    const [first] = await untilCodes(document.uri, "window-inverted");
    // Its features are loaded after its first problems are shown.
    await thisExtension().activate();
    assert.ok(first && thisExtension().isActive);

    deactivate();
    await untilCodes(document.uri);
    assert.ok(!(await ownCommands()).includes("campaignJson.new"));

    await reactivate();
    await untilCodes(document.uri, "window-inverted");
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      first.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const titles = fixes.map(({ title }) => title);
    assert.ok(titles.length > 0);
    assert.deepEqual(titles, [...new Set(titles)]);
  });

  it("offers no hover and no completion when deactivated, and each once when reactivated", async () => {
    const { document } = await openFile("language.campaign.json", await springWith(["{", "{\n  \n"]));
    const offered = async (enough: (labels: readonly string[]) => boolean) =>
      (await completionAt(document, new vscode.Position(1, 2), enough)).items.map(labelOf);
    assert.ok((await offered((labels) => labels.includes("schedule"))).length > 0);

    deactivate();
    assert.ok(!(await offered((labels) => !labels.includes("schedule"))).includes("schedule"));
    assert.deepEqual(await symbolsOf(document.uri), undefined);

    await reactivate();
    const again = await offered((labels) => labels.includes("schedule"));
    assert.equal(again.filter((label) => label === "schedule").length, 1);
    assert.equal((await symbolsOf(document.uri))?.filter(({ name }) => name === "name").length, 1);
  });
});

async function ownCommands(): Promise<string[]> {
  return (await vscode.commands.getCommands(true)).filter((id) => id.startsWith("campaignJson."));
}

async function symbolsOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[] | undefined> {
  return vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", uri);
}
