import * as vscode from "vscode";
import type { Damage, Ledger } from "../../core/ledger/ledger";
import { loadOnce } from "../ui/load-once";
import { showMessage } from "../ui/message";
import type { LoadSubmission } from "./submission-module";

/** What was submitted from this computer, as this window sees it. */
export interface Submissions {
  /** The ledger. What works on it is read from disk at the first call. */
  ledger(): Promise<Ledger>;
  /** Something in the ledger may have changed, in this window or in another program. */
  readonly onDidChange: vscode.Event<void>;
  /** To be called after every change that this window made. */
  changed(): void;
  dispose(): void;
}

export interface SubmissionsDeps {
  readonly loadSubmitting: LoadSubmission;
  /** Where the ledger is kept, and its name there. */
  readonly folder: string;
  readonly fileName: string;
}

export function registerSubmissions({ loadSubmitting, folder, fileName }: SubmissionsDeps): Submissions {
  const changed = new vscode.EventEmitter<void>();
  const fire = (): void => changed.fire();
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.file(folder), fileName),
  );
  const disposable = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate(fire),
    watcher.onDidChange(fire),
    watcher.onDidDelete(fire),
  );
  const open = async (): Promise<Ledger> => {
    const { openLedger } = await loadSubmitting();
    return openLedger({ folder, onDamage: (damage) => tellDamage(damage, folder) });
  };
  return {
    ledger: loadOnce(open),
    onDidChange: changed.event,
    changed: fire,
    dispose: () => void disposable.dispose(),
  };
}

function tellDamage({ unreadable, readable }: Damage, folder: string): void {
  showMessage(
    { level: "warning", id: "ledger.damaged" },
    `The record of submissions was damaged: ${unreadable} of its lines could not be read, ${readable} submissions could. What it held is kept beside it in ${folder}. Look in the account before you send something again.`,
  );
}
