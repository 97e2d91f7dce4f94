import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fromCurl } from "../../src/core/curl/import";
import { parseDocument } from "../../src/core/campaign/document";
import { closeAll, codesOf, openFile, springWith, untilCodes } from "./campaigns";
import { tokenWith } from "./secrets";
import { until } from "./until";

const token = tokenWith();
const url =
  "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice";
const { clipboard } = vscode.env;

describe("Copy as cURL", () => {
  beforeEach(() => clipboard.writeText("before"));
  afterEach(closeAll);
  after(() => vscode.commands.executeCommand("campaignJson.stopPracticeServer"));

  it("copies the request of the unsaved text, with a variable instead of the token", async () => {
    const text = await springWith();
    await openFile("copied.campaign.json", text);
    await vscode.commands.executeCommand("campaignJson.copyAsCurl");
    const copied = await clipboard.readText();
    const origin = await vscode.commands.executeCommand<string>("campaignJson.startPracticeServer");
    assert.ok(copied.startsWith(`curl --request POST '${origin}/campaign/api/v2/public/`));
    assert.ok(copied.includes('--header "auth: $CAMPAIGN_JSON_TOKEN"') && !copied.includes("eyJ"));
    const read = fromCurl(copied);
    assert.ok(read.valid);
    assert.deepEqual(read.value.value, parseDocument(text).value);
  });

  it("does not copy a campaign with an error", async () => {
    await openFile("wrong.campaign.json", await springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']));
    await vscode.commands.executeCommand("campaignJson.copyAsCurl");
    assert.equal(await clipboard.readText(), "before");
  });
});

describe("Import cURL", () => {
  afterEach(async () => {
    await closeAll();
    await clipboard.writeText("");
  });

  async function imported(): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand("campaignJson.importCurl");
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled && document.languageId === "campaign-json");
    // It has no path, so that saving asks for one.
    assert.doesNotMatch(document.uri.path, /\//);
    return document;
  }

  it("opens the campaign of the copied command, without its token", async () => {
    const text = await springWith();
    await clipboard.writeText(`curl '${url}' -H 'auth: ${token}' --data '${text.replaceAll("'", "'\\''")}'`);
    const document = await imported();
    assert.deepEqual(parseDocument(document.getText()).value, parseDocument(text).value);
    assert.ok(!document.getText().includes("eyJ"));
    await untilCodes(document.uri);
    // The clipboard is cleared only by the button.
    assert.ok((await clipboard.readText()).includes(token));
  });

  it("prefers the selected command over the copied one", async () => {
    await clipboard.writeText(`curl '${url}' -d '{"name":"copied"}'`);
    const plain = await vscode.workspace.openTextDocument({
      content: `curl '${url}' -d '{"name":"selected"}'`,
    });
    // A selection that is set after the editor is shown can be overwritten by the first event of a slow window.
    const selection = new vscode.Range(0, 0, 0, plain.getText().length);
    const editor = await vscode.window.showTextDocument(plain, { selection });
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => (editor.selection.isEqual(selection) ? true : undefined),
      () => "The command is not selected.",
    );
    const document = await imported();
    assert.equal(document.getText(), '{\n  "name": "selected"\n}\n');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (codesOf(document.uri).includes("schema/required") ? true : undefined),
      () => `Shown are [${String(codesOf(document.uri))}].`,
    );
  });

  it("opens nothing for an invalid command", async () => {
    await openFile("open.campaign.json", await springWith());
    await clipboard.writeText(`curl '${url}' -d '{}' | sh`);
    await vscode.commands.executeCommand("campaignJson.importCurl");
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /open\.campaign\.json$/);
  });
});
