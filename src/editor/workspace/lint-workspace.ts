import * as vscode from "vscode";
import { registerCommand } from "../command";
import { tell } from "../message";
import { cancellable } from "../submit/cancellable";
import { createWorkspaceCheck, type CheckedWorkspace, type WorkspaceCheckDeps } from "./workspace-check";

export interface LintWorkspaceDeps extends WorkspaceCheckDeps {
  readonly log: vscode.LogOutputChannel;
}

/** The command that checks every campaign of the workspace, and keeps right what it found in files that are not open. */
export function registerLintWorkspace(deps: LintWorkspaceDeps): vscode.Disposable {
  const check = createWorkspaceCheck(deps);
  return vscode.Disposable.from(
    check,
    registerCommand("campaignJson.lintWorkspace", deps, async () => {
      const title = vscode.l10n.t("Checking the campaigns of the workspace");
      await cancellable({ id: "lint.checking", title }, async (_signal, progress, stop) =>
        tellResult(await check.run(progress, stop), stop.isCancellationRequested),
      );
    }),
  );
}

function tellResult({ done, all }: CheckedWorkspace, stopped: boolean): void {
  if (all === 0 && stopped) return;
  if (all === 0) {
    tell(
      { level: "information", id: "lint.none" },
      vscode.l10n.t("There is no campaign file in this workspace."),
    );
    return;
  }
  const checked =
    done === all
      ? vscode.l10n.t("Campaigns checked: {0}. What was found stands in Problems.", all)
      : vscode.l10n.t("Stopped after {0} of {1} campaigns.", done, all);
  tell({ level: "information", id: "lint.checked" }, checked, {
    [vscode.l10n.t("Show Problems")]: () => vscode.commands.executeCommand("workbench.actions.view.problems"),
  });
}
