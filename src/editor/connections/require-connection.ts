import * as vscode from "vscode";
import { credentialExpiry, type Connection } from "../../core/connection/connection";
import { showMessage } from "../ui/message";
import { formatDate } from "./expiry";
import { confirmHost, needsHostConfirmation } from "./host";
import { saveConnection } from "./save";
import type { ConnectionStore } from "./store";

/**
 * A connection as it is kept at this moment, when a campaign may be sent through it. Undefined when not; the person
 * has been told. A token that has run out needs no server to say so.
 */
export async function requireConnection(store: ConnectionStore, id: string): Promise<Connection | undefined> {
  const stored = await store.find(id);
  switch (stored.kind) {
    case "missing":
      showMessage(
        { level: "warning", id: "connection.missing" },
        "The connection that this window used has been removed. Choose another one.",
        { ["Switch Connection…"]: () => run("campaignJson.switchConnection") },
      );
      return undefined;
    case "invalid":
      showUnusable(stored.name, stored.reason);
      return undefined;
    case "valid":
      return isOutOfDate(stored.connection) ? undefined : withAcceptedHost(store, stored.connection);
  }
}

export function showUnusable(name: string, reason: string): void {
  showMessage(
    { level: "warning", id: "connection.unusable" },
    `“${name}” cannot be used: ${reason} Remove it, then add it again.`,
    {
      ["Remove Connection…"]: () => run("campaignJson.removeConnection"),
      ["Switch Connection…"]: () => run("campaignJson.switchConnection"),
    },
  );
}

function isOutOfDate({ id, name, credential }: Connection): boolean {
  const expiresAt = credentialExpiry(credential);
  if (expiresAt === undefined || expiresAt > Date.now()) return false;
  const when = formatDate(expiresAt);
  showMessage(
    { level: "warning", id: "connection.expired" },
    `The token of “${name}” ran out on ${when}. Nothing was sent.`,
    {
      ["Update Credentials…"]: () => run("campaignJson.updateCredentials", id),
    },
  );
  return true;
}

/** The yes becomes part of the record, so that nobody is asked twice. */
async function withAcceptedHost(
  store: ConnectionStore,
  connection: Connection,
): Promise<Connection | undefined> {
  if (connection.hostAccepted === true || !needsHostConfirmation(connection.host)) return connection;
  if (!(await confirmHost(connection))) return undefined;
  const accepted: Connection = { ...connection, hostAccepted: true };
  return (await saveConnection(store, accepted)) === "not-saved" ? undefined : accepted;
}

function run(command: string, ...arguments_: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...arguments_);
}
