import assert from "node:assert/strict";
import * as vscode from "vscode";
import { deactivate, reactivate } from "./activation";
import {
  closeAll,
  codesOf,
  inWorkspace,
  openFile,
  rangeOf,
  springWith,
  untilCodes,
  untilMessage,
  writeFile,
} from "./campaigns";
import { until } from "./until";

const ownList = ['"Bills owed in July"', '"Other contacts"'] as const;
const ownName = ['"Spring reminder"', '"Other reminder"'] as const;
const config = ".campaignlint.json";

describe("The campaigns of a workspace", () => {
  afterEach(closeAll);

  it("are checked again as other files are created, changed, moved and deleted", async () => {
    const { document } = await openFile("one.campaign.json", await springWith());
    await untilCodes(document.uri);
    await writeFile(
      "two.campaign.json",
      await springWith(ownList, ['"Spring reminder"', '"SPRING reminder "']),
    );
    const [shared] = await untilCodes(document.uri, "name-shared");
    assert.match(shared?.message ?? "", /two\.campaign\.json/);
    await writeFile("two.campaign.json", await springWith(ownName));
    await untilCodes(document.uri, "contact-list-shared");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(inWorkspace("two.campaign.json"), inWorkspace("three.campaign.json"));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilMessage(document.uri, "three.campaign.json");
    await vscode.workspace.fs.delete(inWorkspace("three.campaign.json"));
    await untilCodes(document.uri);
    await writeFile("two.campaign.json", await springWith());
  });

  it("are all known from the start", async () => {
    await writeFile("two.campaign.json", await springWith(ownList));
    const { document } = await openFile("one.campaign.json", await springWith());
    // By then the file watcher has reported its events.
    await untilCodes(document.uri, "name-shared");
    deactivate();
    await untilCodes(document.uri);
    await reactivate();
    await untilCodes(document.uri, "name-shared");
  });

  it("are all checked by one command, open or not, and watched afterwards", async () => {
    const inverted = ['"end": "6:00 PM"', '"end": "6:00 AM"'] as const;
    const uri = await writeFile("closed.campaign.json", await springWith(inverted));
    await vscode.commands.executeCommand("campaignJson.lintWorkspace");
    const [diagnostic] = await untilCodes(uri, "window-inverted");
    assert.ok(diagnostic);
    const { document } = await openFile("closed.campaign.json", await springWith(inverted));
    assert.deepEqual(diagnostic.range, rangeOf(document, '"6:00 AM"'));
    await untilCodes(uri, "window-inverted");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await writeFile("closed.campaign.json", await springWith());
    await untilCodes(uri);
  });

  it("are found with any case of the ending, and in dot folders", async () => {
    await writeFile(".teams/LOUD.CAMPAIGN.JSON", await springWith());
    const { document } = await openFile("one.campaign.json", await springWith(ownName));
    // A file watcher may be late, and misses a folder that is created together with a file. This command reads all again.
    await vscode.commands.executeCommand("campaignJson.lintWorkspace");
    await untilMessage(document.uri, "LOUD.CAMPAIGN.JSON");
    assert.deepEqual(codesOf(document.uri), ["contact-list-shared"]);
  });

  it("are reported, not decoded differently, when a file is not UTF-8", async () => {
    const uri = await writeFile("latin.campaign.json", await springWith());
    await vscode.workspace.fs.writeFile(uri, Buffer.from('{ "name": "Caf\u00e9" }', "latin1"));
    await vscode.commands.executeCommand("campaignJson.lintWorkspace");
    const shown = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => {
        const messages = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
        return messages.length === 1 ? messages : undefined;
      },
      () => "No single problem is shown.",
    );
    assert.deepEqual(shown, ["This file is not UTF-8 text. Save it as UTF-8."]);
  });

  it("are ignored if files.exclude hides them", async () => {
    const files = vscode.workspace.getConfiguration("files");
    await files.update("exclude", { "**/hidden": true }, vscode.ConfigurationTarget.Workspace);
    try {
      await writeFile("hidden/two.campaign.json", await springWith());
      await writeFile("seen.campaign.json", await springWith(ownName));
      const { document } = await openFile("one.campaign.json", await springWith());
      const [diagnostic] = await untilCodes(document.uri, "contact-list-shared");
      assert.match(diagnostic?.message ?? "", /seen\.campaign\.json/);
    } finally {
      await files.update("exclude", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe("The lint configuration", () => {
  afterEach(closeAll);
  const short = ['"maxRingTime": 30', '"maxRingTime": 14'] as const;

  it("sets severities and profiles, and its changes reach open files", async () => {
    const { document } = await openFile("ring.campaign.json", await springWith(short));
    const [usual] = await untilCodes(document.uri, "ring-time-short");
    assert.equal(usual?.severity, vscode.DiagnosticSeverity.Information);
    await writeFile(config, '{ "rules": { "ring-time-short": "error" } }');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (severityOf(document.uri) === vscode.DiagnosticSeverity.Error ? true : undefined),
      () => `Shown are ${String(codesOf(document.uri))}.`,
    );
    await writeFile(config, '{ "profiles": ["us-tsr"] }');
    await untilCodes(document.uri, "legal-ring-time");
    await writeFile(config, '{ "rules": { "ring-time-short": "off" } }');
    await untilCodes(document.uri);
    await vscode.workspace.fs.delete(inWorkspace(config));
    await untilCodes(document.uri, "ring-time-short");
    await writeFile(config, "{}");
  });

  it("is the nearest file", async () => {
    await writeFile(config, '{ "rules": { "ring-time-short": "off" } }');
    await writeFile(`team/${config}`, '{ "rules": { "ring-time-short": "hint" } }');
    const { document } = await openFile("team/ring.campaign.json", await springWith(short));
    // The file watcher may report the new configuration after the campaign is opened.
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (severityOf(document.uri) === vscode.DiagnosticSeverity.Hint ? true : undefined),
      () => `Its severity is ${String(severityOf(document.uri))}.`,
    );
  });

  it("has problems and completion of its own", async () => {
    const { document } = await openFile(
      config,
      '{ "rules": { "ring-time-shrt": "off", "no-skips": "warn" } }',
    );
    assert.equal(document.languageId, "jsonc");
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        codesOf(document.uri).filter((code) => code.startsWith("config/")).length === 2 ? true : undefined,
      () => `Shown are ${String(codesOf(document.uri))}.`,
    );
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      rangeOf(document, '"ring-time-shrt"').start.translate(0, 1),
    );
    assert.ok(
      list.items.some(({ label }) =>
        (typeof label === "string" ? label : label.label).includes("ring-time-short"),
      ),
    );
  });
});

function severityOf(uri: vscode.Uri): vscode.DiagnosticSeverity | undefined {
  return vscode.languages.getDiagnostics(uri)[0]?.severity;
}
