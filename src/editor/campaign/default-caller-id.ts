import * as vscode from "vscode";

/** The caller ID of new campaigns. Undefined if the setting is empty or has a different form than E.164. */
export function defaultCallerId(): string | undefined {
  const wanted = vscode.workspace.getConfiguration("campaignJson").get<unknown>("new.callerId");
  return typeof wanted === "string" && /^\+[1-9]\d{6,14}$/.test(wanted.trim()) ? wanted.trim() : undefined;
}
