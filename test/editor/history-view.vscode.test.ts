import assert from "node:assert/strict";
import * as vscode from "vscode";
import { registerHistoryTree } from "../../src/editor/history/tree";
import type { Submissions } from "../../src/editor/submission/ledger";
import { deactivate, reactivate, thisExtension } from "./activation";
import { closeAll, openFile } from "./campaigns";
import { openLedger } from "./history";
import { answered } from "./until";

describe("The view of submissions", () => {
  before(() => openFile("woken.campaign.json", "{}").then(() => thisExtension().activate()));
  after(closeAll);

  it("loads the ledger when it is first visible and not before", async () => {
    deactivate();
    await untilGone();
    const changed = new vscode.EventEmitter<void>();
    let count = 0;
    const submissions: Submissions = {
      ledger: () => {
        count++;
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
      // A view that was just registered again may not accept the focus at once.
      const focused = async (): Promise<number> => {
        await vscode.commands.executeCommand("campaignJson.history.focus");
        return count;
      };
      assert.notEqual(await answered(focused, (asks) => asks > 0), 0);
    } finally {
      tree.dispose();
      submissions.dispose();
      await untilGone();
      await reactivate();
    }
  });
});

/** VS Code 1.100 releases a view's id a moment after its disposal, even if another view already uses the id. */
async function untilGone(): Promise<void> {
  for (let trip = 0; trip < 3; trip++)
    await vscode.commands.executeCommand("setContext", "campaignJson.active", false);
}
