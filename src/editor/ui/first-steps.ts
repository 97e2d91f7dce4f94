import * as vscode from "vscode";

/** Marks a step of the walkthrough as done: its completion event in the manifest watches this context key. */
export function completeStep(
  key:
    | "campaignJson.created"
    | "campaignJson.seenMistake"
    | "campaignJson.seenWeek"
    | "campaignJson.practiced"
    | "campaignJson.connected",
): void {
  void vscode.commands.executeCommand("setContext", key, true);
}
