import * as vscode from "vscode";
import { isExemptable } from "../../core/lint/exemptions/apply";
import { insertExemption } from "../../core/lint/exemptions/insert";
import type { LintConfigs } from "../workspace/lint-configs";
import { registerCommand, type CommandDeps } from "../ui/command";
import { showMessage } from "../ui/message";
import { parsedCampaign } from "../ui/parsed-campaign";
import { changeSeverity } from "./change-severity";
import { createLintConfig } from "./create-lint-config";
import { toRange } from "./diagnostics";
import { problemAt, type ProblemTarget } from "./problem-at";
import type { Checking } from "./register";
import { rulePage } from "./rule-page";

export interface ProblemCommandDeps extends CommandDeps {
  readonly checking: Pick<Checking, "problemsOf">;
  readonly configs: Pick<LintConfigs, "problemsOf" | "nearest">;
}

/** The commands for one problem, from its code actions or at the cursor, and the one that creates a configuration. */
export function registerProblemCommands(deps: ProblemCommandDeps): vscode.Disposable {
  const { checking, configs } = deps;
  const problemsOf = (document: vscode.TextDocument) => [
    ...checking.problemsOf(document),
    ...configs.problemsOf(document),
  ];
  return vscode.Disposable.from(
    registerCommand("campaignJson.explainProblem", deps, async (...given) => {
      const target = await problemAt(given, problemsOf, () => true);
      if (target !== undefined)
        await vscode.commands.executeCommand("vscode.open", rulePage(target.problem.code));
    }),
    registerCommand("campaignJson.ignoreOnLine", deps, async (...given) => {
      const target = await problemAt(given, problemsOf, isExemptable);
      if (target !== undefined) await ignoreOnLine(target);
    }),
    registerCommand("campaignJson.changeSeverity", deps, async (...given) => {
      const target = await problemAt(given, problemsOf, isExemptable);
      if (target !== undefined) await changeSeverity(target, configs);
    }),
    registerCommand("campaignJson.createLintConfig", deps, () => createLintConfig()),
  );
}

/** Inserts the comment that exempts the problem's line, and selects the placeholder of its reason. */
async function ignoreOnLine({ document, problem }: ProblemTarget): Promise<void> {
  const { edit, reason } = insertExemption(parsedCampaign(document), problem);
  const editor = await vscode.window.showTextDocument(document);
  const edits = new vscode.WorkspaceEdit();
  edits.set(document.uri, [vscode.TextEdit.replace(toRange(document, edit), edit.content)]);
  if (!(await vscode.workspace.applyEdit(edits))) {
    showMessage(
      { level: "warning", id: "ignore.failed" },
      "The file could not be changed. Check whether it is read-only.",
    );
    return;
  }
  const { start, end } = toRange(document, reason);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection);
}
