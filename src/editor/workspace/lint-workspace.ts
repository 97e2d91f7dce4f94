import * as vscode from "vscode";
import { registerCommand } from "../ui/command";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { createWorkspaceCheck, type CheckedWorkspace, type WorkspaceCheckDeps } from "./workspace-check";

export interface LintWorkspaceDeps extends WorkspaceCheckDeps {
  readonly log: vscode.LogOutputChannel;
}

/** Registers the command that lints every campaign in the workspace, including files that are not open. */
export function registerLintWorkspace(deps: LintWorkspaceDeps): vscode.Disposable {
  const check = createWorkspaceCheck(deps);
  return vscode.Disposable.from(
    check,
    registerCommand("campaignJson.lintWorkspace", deps, async () => {
      const title = "Linting all campaigns in the workspace";
      await withCancellableProgress({ id: "lint.checking", title }, async (_signal, progress, stop) =>
        showResult(await check.run(progress, stop), stop.isCancellationRequested),
      );
    }),
  );
}

function showResult(checked: CheckedWorkspace, stopped: boolean): void {
  if (checked.all === 0) {
    if (!stopped)
      showMessage({ level: "information", id: "lint.none" }, "No campaign files in this workspace.");
    return;
  }
  const hasProblems = checked.errors + checked.warnings > 0;
  const showProblems = {
    "Show Problems": () => vscode.commands.executeCommand("workbench.actions.view.problems"),
  };
  showMessage(
    { level: hasProblems ? "warning" : "information", id: "lint.checked" },
    summaryOf(checked),
    hasProblems ? showProblems : {},
  );
}

/** For example "Checked 300 campaigns: 2 errors and 1 warning in 2 of them." */
export function summaryOf({ done, all, errors, warnings, files, limited }: CheckedWorkspace): string {
  const checked =
    done === all
      ? `Checked ${counted(all, "campaign")}`
      : `Stopped after ${done} of ${counted(all, "campaign")}`;
  const found = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ];
  const where = done === 1 ? "" : ` in ${files} of them`;
  const summary = found.length === 0 ? "no errors or warnings" : `${found.join(" and ")}${where}`;
  return `${checked}: ${summary}.${limited ? MORE : ""}`;
}

const MORE = " A window checks no more than that. Run campaign-json lint to check all campaigns.";

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
