import * as vscode from "vscode";
import { practiceId, environmentLabels, environmentOf } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import { languageId } from "../problems/register";
import type { ConnectionInUse } from "./in-use";
import { createStatusItem, type StatusAppearance } from "../ui/status-item";
import { addressLine, environmentIcons } from "./appearance";
import type { ConnectionStore, StoredConnection } from "./store";

export interface StatusBarDeps {
  readonly store: ConnectionStore;
  readonly inUse: ConnectionInUse;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The connection in use, while a campaign is in view. Real people are announced by word, icon and the colour of errors,
 * which nothing else here has: what cannot be used calls nobody, and has the colour of warnings.
 */
export function registerStatusBar({ store, inUse, log }: StatusBarDeps): vscode.Disposable {
  const item = createStatusItem({
    id: "campaignJson.connection",
    name: "Campaign Connection",
    command: "campaignJson.switchConnection",
    priority: 10,
  });
  let latest = 0;

  const refresh = async (): Promise<void> => {
    const turn = ++latest;
    if (!campaignInView()) {
      item.hide();
      return;
    }
    const stored = inUse.id === practiceId ? practiceId : await store.find(inUse.id);
    if (turn !== latest) return;
    item.show(stored === practiceId ? practiceLook() : storedLook(stored));
  };
  const refreshed = (): void => {
    refresh().catch((error: unknown) => log.error(store.redact(`Status bar: ${String(error)}`)));
  };
  refreshed();
  return vscode.Disposable.from(
    item,
    store.onDidChange(refreshed),
    inUse.onDidChange(refreshed),
    vscode.window.onDidChangeVisibleTextEditors(refreshed),
    vscode.workspace.onDidOpenTextDocument(refreshed),
  );
}

function campaignInView(): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.languageId === languageId);
}

function look(icon: string, words: string, details: readonly string[], colour?: string): StatusAppearance {
  const tooltip = [words, ...details, "Click to switch the connection."].join("\n");
  return {
    icon,
    text: words,
    tooltip,
    backgroundColor: colour === undefined ? undefined : new vscode.ThemeColor(colour),
    accessibilityInformation: { label: `Campaign connection: ${words}` },
  };
}

function practiceLook(): StatusAppearance {
  return look(environmentIcons.practice, "Practice", [environmentLabels.practice]);
}

function storedLook(stored: StoredConnection): StatusAppearance {
  switch (stored.kind) {
    case "valid": {
      const { connection, windowOnly } = stored;
      const reach = environmentOf(connection);
      const name = visibleLine(connection.name, 40);
      const shown = reach === "production" ? `${name}: calls real people` : `${name} (test)`;
      return look(
        environmentIcons[reach],
        shown,
        [
          environmentLabels[reach],
          ...addressLine(connection),
          ...(windowOnly ? ["Kept in this window only"] : []),
        ],
        reach === "production" ? "statusBarItem.errorBackground" : undefined,
      );
    }
    case "invalid":
      return look("error", `${stored.name}: not usable`, [stored.reason], "statusBarItem.warningBackground");
    case "missing":
      return look(
        "error",
        "No connection",
        ["The connection that this window used has been removed."],
        "statusBarItem.warningBackground",
      );
  }
}
