import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  codeOf,
  codesOf,
  openFile,
  rangeOf,
  springWith,
  typeOver,
  untilBuiltInHasSpoken,
  untilCodes,
  writeFile,
} from "./campaigns";

const inverted = ['"end": "6:00 PM"', '"end": "6:00 AM"'] as const;
const wrongPriority = ['"priority": "5"', '"priority": "9"'] as const;

describe("Checking a campaign", () => {
  afterEach(async () => {
    await setRun(undefined);
    await closeAll();
  });

  it("shows one problem for one mistake, at its position, with a link to its page", async () => {
    const { document } = await openFile("one-fault.campaign.json", await springWith(inverted));
    await untilCodes(document.uri, "window-inverted");
    await untilBuiltInHasSpoken();
    const shown = vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(shown.map(codeOf), ["window-inverted"]);
    const [diagnostic] = shown;
    assert.equal(diagnostic?.source, "campaign");
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual(diagnostic.range, rangeOf(document, '"6:00 AM"'));
    const target = targetOf(diagnostic);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /^# .*window-inverted/);
  });

  it("links every kind of problem to an existing page", async () => {
    const text = await springWith(wrongPriority, ['"Spring reminder"', '" Spring reminder"']);
    const { document } = await openFile("kinds.campaign.json", text);
    const broken = await openFile("broken.campaign.json", '{ "name": }');
    const shown = [
      ...(await untilCodes(document.uri, "untrimmed-name", "schema/enum")),
      ...(await untilCodes(broken.document.uri, "syntax/value-expected")),
    ];
    for (const diagnostic of shown) {
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(targetOf(diagnostic)));
      const [, section] = codeOf(diagnostic).split("/");
      if (section !== undefined) assert.match(page, new RegExp(`^## ${section}$`, "m"));
    }
  });

  it("opens the page in the Markdown preview", async () => {
    const { document } = await openFile("page.campaign.json", await springWith(inverted));
    const [diagnostic] = await untilCodes(document.uri, "window-inverted");
    assert.ok(diagnostic);
    await vscode.commands.executeCommand("vscode.open", targetOf(diagnostic));
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom, "The page is shown as plain text.");
    assert.equal(input.viewType, "vscode.markdown.preview.editor");
  });

  it("has no problems with comments, trailing commas and a byte order mark", async () => {
    const silent = await openFile("silent.campaign.json", "\uFEFF" + (await springWith()));
    await untilBuiltInHasSpoken();
    // Waits until the previous test's file is removed from the index.
    await untilCodes(silent.document.uri);
  });

  it("checks the schema while typing, and the rules on save", async () => {
    const editor = await openFile("typing.campaign.json", await springWith());
    const { uri } = editor.document;
    await typeOver(editor, ...inverted);
    await typeOver(editor, ...wrongPriority);
    await untilCodes(uri, "schema/enum");
    assert.ok(editor.document.isDirty);
    await editor.document.save();
    await untilCodes(uri, "schema/enum", "window-inverted");
  });

  it("checks the rules while typing with `onType`", async () => {
    await setRun("onType");
    const editor = await openFile("on-type.campaign.json", await springWith());
    await typeOver(editor, ...inverted);
    await untilCodes(editor.document.uri, "window-inverted");
    assert.ok(editor.document.isDirty);
  });

  it("checks again when the setting changes", async () => {
    const editor = await openFile("setting.campaign.json", await springWith());
    await typeOver(editor, ...inverted);
    await setRun("onType");
    await untilCodes(editor.document.uri, "window-inverted");
  });

  it("moves a rule's problem with its text between saves, and removes it when it is fixed", async () => {
    const editor = await openFile("follow.campaign.json", await springWith(inverted));
    const { document } = editor;
    await untilCodes(document.uri, "window-inverted");
    await typeOver(editor, '"Spring reminder"', '"Spring reminder\\nof 2030"');
    await typeOver(editor, ...wrongPriority);
    const [, moved] = await untilCodes(document.uri, "schema/enum", "window-inverted");
    assert.deepEqual(moved?.range, rangeOf(document, '"6:00 AM"'));
    await typeOver(editor, '"6:00 AM"', '"6:30 PM"');
    await untilCodes(document.uri, "schema/enum");
    assert.ok(document.isDirty);
  });

  it("runs the rules after an undo to the saved text", async () => {
    const editor = await openFile("undo.campaign.json", await springWith(inverted));
    const { uri } = editor.document;
    await untilCodes(uri, "window-inverted");
    await typeOver(editor, '"6:00 AM"', '"6:00 PM"');
    await untilCodes(uri);
    await vscode.commands.executeCommand("undo");
    await untilCodes(uri, "window-inverted");
  });

  it("removes the problems of a closed file", async () => {
    const uri = await writeFile("closed.campaign.json", await springWith(inverted));
    // A document opened by `openTextDocument` would stay open in the extension host for minutes.
    await vscode.commands.executeCommand("vscode.open", uri);
    await untilCodes(uri, "window-inverted");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await untilCodes(uri);
  });

  it("follows a change of the language mode", async () => {
    const { document } = await openFile("language.txt", await springWith(inverted));
    await vscode.languages.setTextDocumentLanguage(document, "campaign-json");
    await untilCodes(document.uri, "window-inverted");
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await untilCodes(document.uri);
  });

  it("does not check read-only documents", async () => {
    const text = await springWith(inverted);
    const old = vscode.workspace.registerTextDocumentContentProvider("git", {
      provideTextDocumentContent: () => text,
    });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse("git:/old.campaign.json"));
      assert.equal(document.languageId, "campaign-json");
      const { document: mine } = await openFile("mine.campaign.json", text);
      await untilCodes(mine.uri, "window-inverted");
      assert.deepEqual(codesOf(document.uri), []);
    } finally {
      old.dispose();
    }
  });
});

function targetOf({ code }: vscode.Diagnostic): vscode.Uri {
  assert.ok(typeof code === "object");
  return code.target;
}

async function setRun(value: "onType" | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("campaignJson");
  await configuration.update("lint.run", value, vscode.ConfigurationTarget.Global);
}
