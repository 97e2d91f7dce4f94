import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, inWorkspace, openFile, untilCodes } from "./campaigns";

describe("A new campaign", () => {
  afterEach(closeAll);

  it("is a Preview campaign to fill in", async () => {
    const editor = await newCampaign();
    const { document } = editor;
    assert.equal(document.languageId, "campaign-json");
    assert.match(document.getText(), /"dialingMode": "Preview"/);
    assert.doesNotMatch(document.getText(), /\$\{|\t/);
    assert.equal(document.getText(editor.selection), "Billing reminder");
    await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
    assert.match(document.getText(editor.selection), /^Reminds customers/);
    await untilCodes(document.uri);
  });

  it("is proposed under a free name", async () => {
    await openFile("new-2.campaign.json", "");
    const first = await newCampaign();
    assert.equal(first.document.uri.scheme, "untitled");
    assert.equal(first.document.uri.path, inWorkspace("new.campaign.json").path);
    const second = await newCampaign();
    assert.equal(second.document.uri.path, inWorkspace("new-3.campaign.json").path);
  });

  it("is not on the disk before it is saved", async () => {
    await newCampaign();
    await assert.rejects(async () => vscode.workspace.fs.stat(inWorkspace("new.campaign.json")));
  });
});

/** Runs the command and accepts the proposed path. */
async function newCampaign(): Promise<vscode.TextEditor> {
  const running = vscode.commands.executeCommand("campaignJson.new").then(() => "done");
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  while ((await Promise.race([running, pause()])) !== "done")
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) throw new Error("The command opened no editor.");
  return editor;
}
