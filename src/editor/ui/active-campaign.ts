import * as vscode from "vscode";
import { languageId } from "./language-id";
import { showMessage } from "./message";
import { pickOne } from "./quick-pick";

/** The file that a command applies to: the one it was called on, else the active one. */
export function activeCampaign(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  const editor = vscode.window.activeTextEditor?.document.uri;
  // The output panel counts as the active editor when it has the focus. The person means the file above it.
  return editor?.scheme === "output" ? fileOfActiveTab() : editor;
}

/**
 * The same file. While a walkthrough, a panel or a settings page is active, it is the only campaign with a tab, or the
 * one of several that the person picks.
 */
export async function campaignForCommand(
  target: unknown,
): Promise<{ readonly uri: vscode.Uri | undefined } | "cancelled"> {
  const active = activeCampaign(target);
  if (active !== undefined || isTextActive()) return { uri: active };
  const open = campaignTabs();
  if (open.length < 2) return { uri: open[0] };
  const items = open.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await pickOne(items, "Select a campaign")) ?? "cancelled";
}

/** The same file as a document, saved or not. Shows `missingMessage` and returns undefined if it is not a campaign. */
export async function requireActiveCampaign(
  target: unknown,
  missingMessage: string,
): Promise<vscode.TextDocument | undefined> {
  const chosen = await campaignForCommand(target);
  if (chosen === "cancelled") return undefined;
  const { uri } = chosen;
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  if (document?.languageId === languageId) return document;
  showMessage({ level: "warning", id: "file.none" }, missingMessage);
  return undefined;
}

/** Whether the active tab shows text, perhaps too large for an editor of the API. */
function isTextActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputTextDiff;
}

/** Each campaign that has a tab, once. */
function campaignTabs(): readonly vscode.Uri[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uris = inputs.flatMap((input) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  return [...new Map(uris.filter(isCampaign).map((uri) => [uri.toString(), uri])).values()];
}

/** A tab that was not shown since the window opened has no document yet, so its name decides. */
function isCampaign(uri: vscode.Uri): boolean {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return document === undefined ? uri.path.endsWith(".campaign.json") : document.languageId === languageId;
}

function fileOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
