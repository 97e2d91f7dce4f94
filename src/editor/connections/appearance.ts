import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import type { Reach } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";

/** Names of VS Code's product icons. */
export const reachIcons: Readonly<Record<Reach, string>> = {
  practice: "beaker",
  test: "plug",
  production: "call-outgoing",
};

/** Where a connection leads, never with what. */
export function addressLine({ host, accountId, streamId }: Connection): string[] {
  return [
    vscode.l10n.t("Host: {0}", host),
    vscode.l10n.t("Account: {0}", visibleLine(accountId, 100)),
    vscode.l10n.t("Stream: {0}", visibleLine(streamId, 100)),
  ];
}
