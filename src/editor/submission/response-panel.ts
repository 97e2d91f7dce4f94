import * as vscode from "vscode";

/** Adds a report to the output channel and shows it without moving the focus. `report` must be redacted. */
export function showResponse(output: vscode.OutputChannel, report: string): void {
  output.append(report);
  output.show(true);
}

export function registerShowOutput(output: vscode.OutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand("campaignJson.showOutput", () => output.show());
}
