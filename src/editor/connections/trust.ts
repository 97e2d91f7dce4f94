import * as vscode from "vscode";
import { showMessage } from "../ui/message";

/**
 * Whether a saved credential may be sent from this window: a workspace that is not trusted could have been made to look
 * like one's own. Asked where a credential is handed out, so that no command can forget it. The person has been told
 * when it may not.
 */
export function mayUseCredentials(): boolean {
  if (vscode.workspace.isTrusted) return true;
  showMessage(
    { level: "warning", id: "connection.untrusted" },
    "Nothing was sent: this workspace is not trusted, and the request would use your saved credentials. Trust the workspace, then try again.",
    { "Manage Trust": () => vscode.commands.executeCommand("workbench.trust.manage") },
  );
  return false;
}
