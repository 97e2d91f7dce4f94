import * as vscode from "vscode";
import { isSameAccount } from "../../core/ledger/account-key";
import { phaseOf } from "../../core/lifecycle/phase";
import type { Connections } from "../connections/register";
import { guarded } from "../ui/command";
import { readHistory } from "../history/read-history";
import type { Followed } from "./followed";
import type { Submissions } from "./ledger";
import type { LoadSubmission } from "./submission-module";
import type { StatusWatch } from "./watch-status";

export interface ResumeDeps {
  readonly followed: Followed;
  readonly watch: Pick<StatusWatch, "start">;
  readonly connections: Pick<Connections, "forResuming" | "redact">;
  readonly submissions: Submissions;
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Continues to follow the campaigns that this window followed before it was reloaded, for the rest of their time. Loads
 * nothing, and reads neither the ledger nor a credential, if there are none. Asks nothing.
 */
export function registerResume(deps: ResumeDeps): vscode.Disposable {
  const { followed, watch, connections, submissions, loadSubmitting, log } = deps;
  const resume = async (): Promise<void> => {
    const saved = followed.all();
    if (saved.length === 0 || !vscode.workspace.isTrusted) return;
    const history = await readHistory(submissions);
    const entries = new Map("entries" in history ? history.entries.map((entry) => [entry.id, entry]) : []);
    for (const { entryId, connectionId, until } of saved) {
      const entry = entries.get(entryId);
      const isOpen = entry !== undefined && entry.state !== "pending" && until > Date.now();
      // Another window may have read the state in the meantime, and showed it.
      const isPreparing = isOpen && phaseOf(entry.campaignState ?? "preparing") === "preparing";
      const connection = isPreparing ? await connections.forResuming(connectionId) : undefined;
      if (isPreparing && connection !== undefined && isSameAccount(entry, connection))
        watch.start(entry, connection, await loadSubmitting(), until);
      else followed.remove(entryId);
    }
  };
  const redact = (text: string): string => connections.redact(text);
  const safely = guarded("resumeWatching", { log, redact }, resume);
  void safely();
  return vscode.workspace.onDidGrantWorkspaceTrust(() => void safely());
}
