import * as vscode from "vscode";
import { showMessage } from "../ui/message";

/**
 * Whether a saved credential may be sent from this window. An untrusted workspace may imitate the person's own. Checked
 * where credentials are read, so that no command can forget it. Shows a warning if not.
 */
export function mayUseCredentials(): boolean {
  if (isTrusted()) return true;
  showMessage(
    { level: "warning", id: "connection.untrusted" },
    "Not sent: this workspace isn’t trusted, and the request would use your saved credentials. Trust the workspace, then try again.",
    { "Manage Trust": () => vscode.commands.executeCommand("workbench.trust.manage") },
  );
  return false;
}

/** The same without a warning, for what nobody asked for. */
export function isTrusted(): boolean {
  return vscode.workspace.isTrusted;
}
