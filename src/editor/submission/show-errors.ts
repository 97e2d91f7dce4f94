import * as vscode from "vscode";
import type { Problem } from "../../core/campaign/problem";
import { tell } from "../ui/message";
import type { ConfigFault } from "../workspace/lint-configs";

/** Says why a campaign is not submitted, copied, previewed or checked against the account, and leads to the first reason. */
export function refuseWithErrors(
  document: vscode.TextDocument,
  problems: readonly Problem[],
  deed: "submit" | "copy" | "preview" | "account" = "submit",
): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  const file = vscode.workspace.asRelativePath(document.uri);
  tell({ level: "error", id: `${deed}.errors` }, reasons[deed](file, errors.length), {
    [vscode.l10n.t("Show Problems")]: async () => {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      const [first] = errors;
      if (first === undefined) return;
      const { offset, length } = first;
      const selection = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
      await vscode.window.showTextDocument(document, { selection, preview: false });
    },
  });
}

/** Says that the team's configuration is wrong: nobody knows whether it was to forbid this campaign. */
export function refuseWithConfigFault({ uri, range, message }: ConfigFault): void {
  const file = vscode.workspace.asRelativePath(uri);
  const line = range.start.line + 1;
  const words = vscode.l10n.t(
    "Nothing was submitted: {0} has a mistake in line {1}, so it is not known what it was to forbid. {2}",
    ...[file, line, message],
  );
  tell({ level: "error", id: "submit.config-fault" }, words, {
    [vscode.l10n.t("Show Mistake")]: () =>
      vscode.window.showTextDocument(uri, { selection: range, preview: false }),
  });
}

const reasons = {
  submit: (file: string, errors: number) =>
    errors === 1
      ? vscode.l10n.t("{0} has 1 error, so it was not submitted.", file)
      : vscode.l10n.t("{0} has {1} errors, so it was not submitted.", file, errors),
  preview: (file: string, errors: number) =>
    errors === 1
      ? vscode.l10n.t("{0} has 1 error, so there is no request to show.", file)
      : vscode.l10n.t("{0} has {1} errors, so there is no request to show.", file, errors),
  account: (file: string, errors: number) =>
    errors === 1
      ? vscode.l10n.t("{0} has 1 error, so it was not checked against the account.", file)
      : vscode.l10n.t("{0} has {1} errors, so it was not checked against the account.", file, errors),
  copy: (file: string, errors: number) =>
    errors === 1
      ? vscode.l10n.t("{0} has 1 error, so it was not copied.", file)
      : vscode.l10n.t("{0} has {1} errors, so it was not copied.", file, errors),
};
