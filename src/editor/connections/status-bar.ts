import * as vscode from "vscode";
import { practiceId, environmentLabels, environmentOf } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import { languageId } from "../ui/language-id";
import type { ConnectionInUse } from "./in-use";
import { createStatusItem, type StatusAppearance } from "../ui/status-item";
import { addressLines, environmentIcons } from "./appearance";
import type { ConnectionStore, StoredConnection } from "./store";

export interface StatusBarDeps {
  readonly store: ConnectionStore;
  readonly inUse: ConnectionInUse;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Shows the connection in use while a campaign is visible. Only a connection that calls real people has the error
 * color, next to its own text and icon. An unusable connection has the warning color.
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
    if (!isCampaignVisible()) {
      item.hide();
      return;
    }
    const stored = inUse.id === practiceId ? practiceId : await store.find(inUse.id);
    if (turn !== latest) return;
    item.show(stored === practiceId ? practiceAppearance() : storedAppearance(stored));
  };
  const refreshSafely = (): void => {
    refresh().catch((error: unknown) => log.error(store.redact(`Status bar: ${String(error)}`)));
  };
  refreshSafely();
  return vscode.Disposable.from(
    item,
    store.onDidChange(refreshSafely),
    inUse.onDidChange(refreshSafely),
    vscode.window.onDidChangeVisibleTextEditors(refreshSafely),
    vscode.workspace.onDidOpenTextDocument(refreshSafely),
  );
}

function isCampaignVisible(): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.languageId === languageId);
}

function appearance(
  icon: string,
  text: string,
  details: readonly string[],
  color?: string,
): StatusAppearance {
  const tooltip = [text, ...details, "Click to switch connections."].join("\n");
  return {
    icon,
    text,
    tooltip,
    backgroundColor: color === undefined ? undefined : new vscode.ThemeColor(color),
    accessibilityInformation: { label: `Campaign connection: ${text}` },
  };
}

function practiceAppearance(): StatusAppearance {
  return appearance(environmentIcons.practice, "Practice", [environmentLabels.practice]);
}

function storedAppearance(stored: StoredConnection): StatusAppearance {
  switch (stored.kind) {
    case "valid": {
      const { connection, windowOnly } = stored;
      const environment = environmentOf(connection);
      const name = visibleLine(connection.name, 40);
      const text = environment === "production" ? `${name}: calls real people` : `${name} (test)`;
      return appearance(
        environmentIcons[environment],
        text,
        [
          environmentLabels[environment],
          ...addressLines(connection),
          ...(windowOnly ? ["Saved in this window only"] : []),
        ],
        environment === "production" ? "statusBarItem.errorBackground" : undefined,
      );
    }
    case "invalid":
      return appearance(
        "error",
        `${stored.name}: can’t be used`,
        [stored.reason],
        "statusBarItem.warningBackground",
      );
    case "missing":
      return appearance(
        "error",
        "No connection",
        ["The connection of this window was removed."],
        "statusBarItem.warningBackground",
      );
  }
}
