import * as vscode from "vscode";
import type { Damage, Ledger } from "../../core/ledger/ledger";
import { loadOnce } from "../ui/load-once";
import { showMessage } from "../ui/message";
import type { LoadSubmission } from "./submission-module";

/** This window's access to the ledger of this computer. */
export interface Submissions {
  /** The ledger. Its code is loaded at the first call. */
  ledger(): Promise<Ledger>;
  /** Fires when the ledger may have changed, in this window or in another program. */
  readonly onDidChange: vscode.Event<void>;
  /** Call this after every change by this window. */
  changed(): void;
  dispose(): void;
}

export interface SubmissionsDeps {
  readonly loadSubmitting: LoadSubmission;
  /** The folder of the ledger, and its file name. */
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
    const { openLedger, damageText } = await loadSubmitting();
    const onDamage = (damage: Damage): void =>
      showMessage(
        { level: "warning", id: "ledger.damaged" },
        `${damageText(damage, folder)} Check the account before you submit a campaign again.`,
      );
    return openLedger({ folder, onDamage });
  };
  return {
    ledger: loadOnce(open),
    onDidChange: changed.event,
    changed: fire,
    dispose: () => void disposable.dispose(),
  };
}
