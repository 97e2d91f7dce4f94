import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openFile, rangeOf, springWith, symbolsOf } from "./campaigns";
import { completionAt, hoverAt, labelOf, replacedBy, textOf } from "./completion";
import { answered } from "./until";

describe("A campaign file in the editor", () => {
  afterEach(closeAll);

  it("has its own language, whatever the case of its name", async () => {
    const spring = await openFile("own.campaign.json", await springWith());
    const loud = await openFile("LOUD.CAMPAIGN.JSON", await springWith());
    const plain = await openFile("campaign.json", "{}");
    const languages = [spring, loud, plain].map(({ document }) => document.languageId);
    assert.deepEqual(languages, ["campaign-json", "campaign-json", "json"]);
  });

  it("offers missing properties with their documentation", async () => {
    const { document } = await openFile("key.campaign.json", '{\n  "name": "x",\n  \n}\n');
    const { items } = await completionAt(document, new vscode.Position(2, 2), (labels) =>
      labels.includes("dialingMode"),
    );
    const labels = items.map(labelOf);
    assert.ok(labels.includes("queue_name") && labels.includes("dialingStrategy"), labels.join());
    assert.ok(!labels.includes("name"), "The property that is there is offered again.");
    const mode = items.find((item) => labelOf(item) === "dialingMode");
    assert.ok(textOf(mode?.documentation).length > 20, "It is not explained.");
  });

  it("offers the values of a property, which replace the present one", async () => {
    const { document } = await openFile(
      "value.campaign.json",
      await springWith(['"dialingMode": "Preview"', '"dialingMode": "Pre"']),
    );
    const { items } = await completionAt(
      document,
      rangeOf(document, '"Pre"').start.translate(0, 4),
      (labels) => labels.includes('"Preview"'),
    );
    const offered = items.filter((item) => /Preview|Progressive|Agentless/.test(labelOf(item)));
    assert.deepEqual(offered.map(labelOf).sort(), ['"Agentless"', '"Preview"', '"Progressive"']);
    for (const item of offered) {
      // The quotes stay, with a tab stop between them.
      assert.deepEqual(replacedBy(item), rangeOf(document, "Pre"));
      assert.ok(textOf(item.documentation).length > 10, `${labelOf(item)} is not explained.`);
    }
  });

  it("offers whole campaigns when it is empty", async () => {
    const { document } = await openFile("empty.campaign.json", "");
    const { items } = await completionAt(document, new vscode.Position(0, 0), (labels) =>
      labels.includes("preview"),
    );
    const snippets = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Struct).map(labelOf);
    assert.deepEqual(snippets, ["preview", "progressive", "agentless"]);
  });

  it("has a hover for a property", async () => {
    const { document } = await openFile("hover.campaign.json", await springWith());
    const text = await hoverAt(document, rangeOf(document, "maxRingTime").start.translate(0, 2));
    assert.match(text, /seconds/);
  });

  it("shows the calling hours, the attempts and the next opening in the hover of its dialing strategy", async () => {
    const { document } = await openFile(
      "calling.campaign.json",
      await springWith(['"maxSkips": 1', '"maxSkips": "broken"']),
    );
    const over = async (key: string) => {
      const text = await hoverAt(document, rangeOf(document, `"${key}"`).start.translate(0, 2));
      return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
    };
    const strategy = await over("dialingStrategy");
    assert.match(strategy, /how often people are called/);
    const hours = /\nMon.*\(\d+ h a week\); (opens next|open now, until) \w{3} \d+:\d\d [AP]M, (in|for) /;
    assert.match(strategy, hours);
    assert.match(strategy, /; each contact /);
    assert.match(await over("callingHours"), hours);
    assert.doesNotMatch(await over("callingHours"), /each contact/);
    assert.doesNotMatch(await over("maxRingTime"), /a week/);
  });

  it("has completion and hovers whatever its $schema or name, saved or not", async () => {
    const text = '{\n  "$schema": "./nowhere.json",\n  "dialingMode": "Preview",\n  \n}\n';
    const untitled = await vscode.workspace.openTextDocument({ language: "campaign-json", content: text });
    await vscode.window.showTextDocument(untitled);
    const named = await openFile("own-schema.campaign.json", text);
    const loud = await openFile("X.CAMPAIGN.json", text);
    for (const document of [untitled, named.document, loud.document]) {
      const { items } = await completionAt(document, new vscode.Position(3, 2), (labels) =>
        labels.includes("contactLists"),
      );
      assert.ok(items.map(labelOf).includes("contactLists"), document.uri.toString());
      assert.match(await hoverAt(document, rangeOf(document, "Preview").start), /agent sees the contact/);
    }
  });

  it("has completion while it is incomplete", async () => {
    const { document } = await openFile(
      "unfinished.campaign.json",
      '{\n  "name": "x",\n  "dialingMode": "Pro',
    );
    const { items } = await completionAt(document, new vscode.Position(2, 21), (labels) =>
      labels.includes('"Progressive"'),
    );
    const item = items.find((one) => labelOf(one) === '"Progressive"');
    assert.deepEqual(item && replacedBy(item), rangeOf(document, '"Pro'));
  });

  it("opens the list after a space that follows a key, not between words", async () => {
    const { document } = await openFile("blank.campaign.json", '{ "name": "a b", "priority": }');
    const asked = async (text: string) => {
      const position = rangeOf(document, text).end;
      const { items } = await completionAt(document, position, () => true, " ");
      // Suggestions of kind Text are the words that VS Code found in open files.
      return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text).map(labelOf);
    };
    assert.ok((await asked('"priority": ')).includes('"5"'));
    assert.deepEqual(await asked('"a '), []);
  });

  it("has an outline and folding ranges", async () => {
    const { document } = await openFile("outline.campaign.json", await springWith());
    const symbols = await symbolsOf(document.uri);
    const strategy = symbols.find(({ name }) => name === "dialingStrategy");
    assert.deepEqual(strategy?.children.map(({ name }) => name).sort(), [
      "callerId",
      "callingHours",
      "defaultRetryPeriod",
      "dialingOrder",
      "maxAttemptsPerRecord",
      "maxRingTime",
    ]);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    const start = rangeOf(document, '"dialingStrategy"').start.line;
    assert.ok(folds.some((fold) => fold.start === start));
  });

  it("has selection ranges for its parts", async () => {
    const { document } = await openFile("select.campaign.json", '{ "dncLists": { "name": "Do not call" } }');
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [rangeOf(document, "not").start],
    );
    const parts: string[] = [];
    for (let part = selection; part !== undefined; part = part.parent)
      parts.push(document.getText(part.range));
    for (const part of ["Do not call", '"name": "Do not call"', '{ "name": "Do not call" }'])
      assert.ok(parts.includes(part), `${part} is not among ${parts.join(" | ")}`);
  });

  it("is formatted with the tab size of the editor", async () => {
    const editor = await openFile("tidy.campaign.json", '{"name":"x", // why\n"dncLists":{"name":"y"}}');
    editor.options = { tabSize: 4, insertSpaces: true };
    await vscode.commands.executeCommand("editor.action.formatDocument");
    const tidy = '{\n    "name": "x", // why\n    "dncLists": { "name": "y" }\n}';
    assert.equal(editor.document.getText().trimEnd(), tidy);
  });

  it("can be formatted in part", async () => {
    const { document } = await openFile("part.campaign.json", '{\n"name":"x",\n"priority":"5"\n}\n');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatRangeProvider",
      document.uri,
      document.lineAt(1).range,
      { tabSize: 2, insertSpaces: true },
    );
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ range }) => range.end.line <= 1));
  });

  it("keeps its comments and line endings when it is formatted", async () => {
    const text = '// for whom\r\n{ "name":"x",\r\n      "priority":"5" /* most */\r\n}\r\n';
    const { document } = await openFile("format.campaign.json", text);
    const edits = await answered(
      () =>
        vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
          "vscode.executeFormatDocumentProvider",
          document.uri,
          { tabSize: 2, insertSpaces: true },
        ),
      (found) => (found?.length ?? 0) > 0,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits ?? []);
    await vscode.workspace.applyEdit(edit);
    const tidy = '// for whom\r\n{\r\n  "name": "x",\r\n  "priority": "5" /* most */\r\n}\r\n';
    assert.equal(document.getText().trimEnd(), tidy.trimEnd());
  });
});
