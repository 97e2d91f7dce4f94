import * as vscode from "vscode";
import type { Problem } from "../../core/campaign/problem";
import { showMessage } from "../ui/message";
import type { ConfigFault } from "../workspace/lint-configs";

/** Reports why a campaign is not submitted, updated, copied, previewed or checked against the account, and opens the first error. */
export function refuseWithErrors(
  document: vscode.TextDocument,
  problems: readonly Problem[],
  deed: "submit" | "update" | "copy" | "preview" | "account" = "submit",
): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  const file = vscode.workspace.asRelativePath(document.uri);
  showMessage({ level: "error", id: `${deed}.errors` }, reasons[deed](file, errors.length), {
    ["Show Problems"]: async () => {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      const [first] = errors;
      if (first === undefined) return;
      const { offset, length } = first;
      const selection = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
      await vscode.window.showTextDocument(document, { selection, preview: false });
    },
  });
}

/** What a file can be sent for. */
export type SendingDeed = "submit" | "update";

export const NOT_DONE: Readonly<Record<SendingDeed, string>> = {
  submit: "Not submitted",
  update: "Not updated",
};

/** Reports an invalid team configuration: the rules that it sets are unknown, so nothing is sent. */
export function refuseWithConfigFault({ uri, range, message }: ConfigFault, deed: SendingDeed): void {
  const file = vscode.workspace.asRelativePath(uri);
  const line = range.start.line + 1;
  const words = `${NOT_DONE[deed]}: ${file}, line ${line} is invalid, so your team’s rules can’t be applied. ${message}`;
  showMessage({ level: "error", id: `${deed}.config-fault` }, words, {
    "Show Error": () => vscode.window.showTextDocument(uri, { selection: range, preview: false }),
  });
}

const reasons = {
  submit: (file: string, errors: number) =>
    errors === 1
      ? `${file} has 1 error, so it was not submitted.`
      : `${file} has ${errors} errors, so it was not submitted.`,
  update: (file: string, errors: number) =>
    errors === 1
      ? `${file} has 1 error, so its campaign was not updated.`
      : `${file} has ${errors} errors, so its campaign was not updated.`,
  preview: (file: string, errors: number) =>
    errors === 1
      ? `${file} has 1 error, so there is no request to show.`
      : `${file} has ${errors} errors, so there is no request to show.`,
  account: (file: string, errors: number) =>
    errors === 1
      ? `${file} has 1 error, so it was not checked against the account.`
      : `${file} has ${errors} errors, so it was not checked against the account.`,
  copy: (file: string, errors: number) =>
    errors === 1
      ? `${file} has 1 error, so it was not copied.`
      : `${file} has ${errors} errors, so it was not copied.`,
};
