import * as vscode from "vscode";
import { credentialExpiry, type Connection } from "../../core/connection/connection";
import { tell } from "../ui/message";
import { dateInWords } from "./expiry";
import { acceptsHost, isToBeAsked } from "./host";
import { keep } from "./save";
import type { ConnectionStore } from "./store";

/**
 * A connection as it is kept at this moment, when a campaign may be sent through it. Undefined when not; the person
 * has been told. A token that has run out needs no server to say so.
 */
export async function usableConnection(store: ConnectionStore, id: string): Promise<Connection | undefined> {
  const stored = await store.find(id);
  switch (stored.kind) {
    case "missing":
      tell(
        { level: "warning", id: "connection.missing" },
        vscode.l10n.t("The connection that this window used has been removed. Choose another one."),
        { [vscode.l10n.t("Switch Connection…")]: () => run("campaignJson.switchConnection") },
      );
      return undefined;
    case "broken":
      tellUnusable(stored.name, stored.reason);
      return undefined;
    case "sound":
      return isOutOfDate(stored.connection) ? undefined : withAcceptedHost(store, stored.connection);
  }
}

export function tellUnusable(name: string, reason: string): void {
  tell(
    { level: "warning", id: "connection.unusable" },
    vscode.l10n.t("“{0}” cannot be used: {1} Remove it, then add it again.", name, reason),
    {
      [vscode.l10n.t("Remove Connection…")]: () => run("campaignJson.removeConnection"),
      [vscode.l10n.t("Switch Connection…")]: () => run("campaignJson.switchConnection"),
    },
  );
}

function isOutOfDate({ id, name, credential }: Connection): boolean {
  const expiresAt = credentialExpiry(credential);
  if (expiresAt === undefined || expiresAt > Date.now()) return false;
  const when = dateInWords(expiresAt);
  tell(
    { level: "warning", id: "connection.expired" },
    vscode.l10n.t("The token of “{0}” ran out on {1}. Nothing was sent.", name, when),
    {
      [vscode.l10n.t("Update Credentials…")]: () => run("campaignJson.updateCredentials", id),
    },
  );
  return true;
}

/** The yes becomes part of the record, so that nobody is asked twice. */
async function withAcceptedHost(
  store: ConnectionStore,
  connection: Connection,
): Promise<Connection | undefined> {
  if (connection.hostAccepted === true || !isToBeAsked(connection.host)) return connection;
  if (!(await acceptsHost(connection))) return undefined;
  const accepted: Connection = { ...connection, hostAccepted: true };
  return (await keep(store, accepted)) === "not-kept" ? undefined : accepted;
}

function run(command: string, ...arguments_: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...arguments_);
}
