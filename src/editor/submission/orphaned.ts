import * as vscode from "vscode";
import type { LedgerEntry } from "../../core/ledger/entry";
import { visibleLine } from "../../core/text/visible";
import { toResult } from "../../core/ledger/to-result";
import { guarded } from "../ui/command";
import { showMessage } from "../ui/message";
import type { Submissions } from "./ledger";
import type { LookUp } from "./look-up";

export interface OrphanedDeps {
  /** Whether the ledger may contain such submissions: reading it takes time. */
  readonly mayHave: () => Promise<boolean>;
  readonly submissions: Submissions;
  readonly lookUp: LookUp;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Asks once in each window about every submission whose window or process ended before its response was recorded.
 * Those still under way are checked again when their lease ends.
 */
export function registerOrphaned(deps: OrphanedDeps): vscode.Disposable {
  const { mayHave, submissions, lookUp, log } = deps;
  const asked = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  const look = async (): Promise<void> => {
    if (!(await mayHave())) return;
    const ledger = await submissions.ledger();
    const found = await toResult(ledger.repair().then(() => ledger.orphaned()));
    if (disposed) return;
    if (!found.ok) {
      showMessage(
        { level: "warning", id: "lookup.unreadable" },
        `Earlier submissions couldn’t be checked. ${found.detail}`,
      );
      return;
    }
    const { entries, checkAgainAt } = found.value;
    for (const entry of entries.filter(({ id }) => !asked.has(id))) {
      asked.add(entry.id);
      showOrphaned(entry, lookUp);
    }
    if (checkAgainAt !== undefined) again(checkAgainAt - Date.now() + 1_000);
  };
  const again = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void safely(), ms);
  };
  const safely = guarded("leftBehind", { log }, look);
  void safely();
  return new vscode.Disposable(() => {
    disposed = true;
    clearTimeout(timer);
  });
}

function showOrphaned(entry: LedgerEntry, lookUp: LookUp): void {
  const { campaign, accountId, at } = entry;
  const when = new Date(at).toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "short" });
  showMessage(
    { level: "warning", id: "submit.left-behind" },
    `“${visibleLine(campaign, 100)}” may have been created: its window closed while it was being sent to the account ${visibleLine(accountId, 60)} on ${when}. Look it up before you submit it again.`,
    { "Look Up Submission": () => void lookUp(entry) },
  );
}
