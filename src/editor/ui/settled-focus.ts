import * as vscode from "vscode";

/** Milliseconds. VS Code 1.139 waits 250 for an animation, and longer on a busy computer. */
const settlesAfter = 1000;

/**
 * Waits until the focus stays where a question takes it. After the Command Palette or a button of a walkthrough, VS Code
 * moves the focus to the walkthrough's step, and a question that is open by then loses it.
 */
export async function settledFocus(): Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  // The API has no type for a walkthrough's tab.
  const mayMove = tab !== undefined && tab.input === undefined;
  if (mayMove) await new Promise((resolve) => setTimeout(resolve, settlesAfter));
}
