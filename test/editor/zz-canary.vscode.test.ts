import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { filesIn, leaksIn, partsOf } from "../faults/leaks";
import { inWorkspace } from "./campaigns";
import { ledgerOfTest } from "./history";
import { watchedSecrets } from "./secrets";

/** The extension's context. `logUri` is its folder inside the window's log folder. */
function context(): vscode.ExtensionContext {
  return (globalThis as unknown as { campaignJsonContext: vscode.ExtensionContext }).campaignJsonContext;
}

/** Files run in order of their names, so this one is last. */
describe("The secrets of all tests", () => {
  it("are in no file, log, channel or document, nor on the clipboard", async () => {
    const secrets = Object.assign(
      {},
      ...watchedSecrets().map((secret, index) =>
        secret.startsWith("eyJ") ? partsOf(secret, `token ${index}`) : { [`client secret ${index}`]: secret },
      ),
    ) as Record<string, string>;
    assert.ok(Object.keys(secrets).length > 10, Object.keys(secrets).join(", "));
    const { logUri, globalStorageUri, storageUri } = context();
    const logs = path.dirname(path.dirname(logUri.fsPath));
    const folders = [logs, inWorkspace("").fsPath, ledgerOfTest(), globalStorageUri.fsPath];
    if (storageUri !== undefined) folders.push(storageUri.fsPath);
    const files = await filesIn(folders.filter(existsSync));
    const documents = vscode.workspace.textDocuments.map(
      (document) => [`document ${document.uri.toString()}`, document.getText()] as const,
    );
    const seen = {
      ...files,
      ...Object.fromEntries(documents),
      clipboard: await vscode.env.clipboard.readText(),
    };
    assert.ok(
      Object.keys(files).some((file) => file.endsWith(".log")),
      Object.keys(files).join("\n"),
    );
    assert.deepEqual(leaksIn(seen, secrets), []);
  });
});
