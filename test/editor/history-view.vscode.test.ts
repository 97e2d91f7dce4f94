import assert from "node:assert/strict";
import * as vscode from "vscode";
import { registerHistoryTree } from "../../src/editor/history/tree";
import type { Submissions } from "../../src/editor/submissions";
import { deactivate, reactivate, thisExtension } from "./activation";
import { closeAll, openFile } from "./campaigns";
import { openLedger } from "./history";
import { until } from "./until";

describe("The view of submissions", () => {
  before(() => openFile("woken.campaign.json", "{}").then(() => thisExtension().activate()));
  after(closeAll);

  it("asks for the ledger, and so loads what works on it, when it is first open and not before", async () => {
    deactivate();
    const changed = new vscode.EventEmitter<void>();
    const asked = new vscode.EventEmitter<number>();
    let count = 0;
    const submissions: Submissions = {
      ledger: () => {
        asked.fire(++count);
        return Promise.resolve(openLedger());
      },
      onDidChange: changed.event,
      changed: () => changed.fire(),
      dispose: () => changed.dispose(),
    };
    const tree = registerHistoryTree(submissions);
    try {
      await vscode.commands.executeCommand("setContext", "campaignJson.active", true);
      submissions.changed();
      await vscode.commands.executeCommand("workbench.view.explorer");
      assert.equal(count, 0);
      const first = until(
        asked.event,
        () => (count > 0 ? count : undefined),
        () => "Nobody asked for the ledger.",
      );
      await vscode.commands.executeCommand("campaignJson.history.focus");
      await first;
    } finally {
      tree.dispose();
      submissions.dispose();
      asked.dispose();
      await reactivate();
    }
  });
});
