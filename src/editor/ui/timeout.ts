import * as vscode from "vscode";

/** The time-out of one call, in milliseconds. Uses the default if the setting is not a number in its range. */
export function timeoutMs(): number {
  const seconds = vscode.workspace.getConfiguration("campaignJson").get<unknown>("submit.timeoutSeconds");
  return (typeof seconds === "number" && seconds >= 1 && seconds <= 600 ? seconds : 30) * 1000;
}
