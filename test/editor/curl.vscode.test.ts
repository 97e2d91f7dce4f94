import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fromCurl } from "../../src/core/curl/curl";
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

  it("copies the request for the unsaved text, with a variable instead of the token", async () => {
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
    // Without a path, so that VS Code asks for one on save.
    assert.doesNotMatch(document.uri.path, /\//);
    return document;
  }

  it("opens the campaign of the command on the clipboard, without its token", async () => {
    const text = await springWith();
    await clipboard.writeText(`curl '${url}' -H 'auth: ${token}' --data '${text.replaceAll("'", "'\\''")}'`);
    const document = await imported();
    assert.deepEqual(parseDocument(document.getText()).value, parseDocument(text).value);
    assert.ok(!document.getText().includes("eyJ"));
    await untilCodes(document.uri);
    // Unchanged, because the button that clears it was not pressed.
    assert.ok((await clipboard.readText()).includes(token));
  });

  it("prefers the selected command to the one on the clipboard", async () => {
    await clipboard.writeText(`curl '${url}' -d '{"name":"copied"}'`);
    const plain = await vscode.workspace.openTextDocument({
      content: `curl '${url}' -d '{"name":"selected"}'`,
    });
    const editor = await vscode.window.showTextDocument(plain);
    editor.selection = new vscode.Selection(0, 0, 0, plain.getText().length);
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
