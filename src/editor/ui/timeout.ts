import * as vscode from "vscode";

/** Milliseconds for one call. A setting may hold anything; what is no number in its range counts as not set. */
export function timeoutMs(): number {
  const seconds = vscode.workspace.getConfiguration("campaignJson").get<unknown>("submit.timeoutSeconds");
  return (typeof seconds === "number" && seconds >= 1 && seconds <= 600 ? seconds : 30) * 1000;
}
