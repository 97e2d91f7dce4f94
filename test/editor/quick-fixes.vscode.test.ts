import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openFile, rangeOf, springWith, typeOver, untilCodes } from "./campaigns";

describe("Fixes", () => {
  afterEach(closeAll);

  it("fix a problem as a quick fix", async () => {
    const text = await springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']);
    const { document } = await openFile("mend.campaign.json", text);
    const [diagnostic] = await untilCodes(document.uri, "window-inverted");
    assert.ok(diagnostic);
    const actions = await actionsAt(document, diagnostic.range, vscode.CodeActionKind.QuickFix);
    const preferred = actions.filter(({ isPreferred }) => isPreferred === true);
    assert.equal(preferred.length, 1);
    await apply(preferred[0]);
    assert.equal(document.getText(), await springWith());
    await untilCodes(document.uri);
  });

  it("apply to the current text, after other edits", async () => {
    const editor = await openFile("moved.campaign.json", await springWith(['"name": "S', '"name": " S']));
    const { document } = editor;
    await untilCodes(document.uri, "untrimmed-name");
    await typeOver(editor, "// A campaign", "// This is a campaign");
    const place = rangeOf(document, '" Spring reminder"');
    const [action] = await actionsAt(document, place, vscode.CodeActionKind.QuickFix);
    await apply(action);
    assert.equal(document.getText(), await springWith(["// A campaign", "// This is a campaign"]));
  });

  it("applied together are only the safe ones", async () => {
    const safe = ['"name": "Spring reminder"', '"name": " Spring reminder "'] as const;
    const unsafe = ['"end": "6:00 PM"', '"end": "6:00 AM"'] as const;
    const { document } = await openFile("all.campaign.json", await springWith(safe, unsafe));
    await untilCodes(document.uri, "untrimmed-name", "window-inverted");
    const kind = vscode.CodeActionKind.SourceFixAll.append("campaignJson");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action, ...others] = await actionsAt(document, whole, kind);
    assert.deepEqual(others, []);
    await apply(action);
    assert.equal(document.getText(), await springWith(unsafe));
  });

  it("are applied on save if set", async () => {
    const configuration = vscode.workspace.getConfiguration("editor");
    const onSave = { "source.fixAll.campaignJson": "explicit" };
    await configuration.update("codeActionsOnSave", onSave, vscode.ConfigurationTarget.Global);
    try {
      const text = await springWith(['"name": "Spring reminder"', '"name": " Spring reminder "']);
      const editor = await openFile("on-save.campaign.json", text);
      await typeOver(editor, "// A campaign", "// One campaign");
      await editor.document.save();
      assert.equal(editor.document.getText(), await springWith(["// A campaign", "// One campaign"]));
    } finally {
      await configuration.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    kind.value,
  );
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, "There is no fix.");
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
