import * as vscode from "vscode";
import { credentialExpiry, type Connection } from "../../core/connection/connection";
import { showMessage } from "../ui/message";
import { formatDate } from "./expiry";
import { confirmHost, needsHostConfirmation } from "./host";
import { saveConnection } from "./save";
import type { ConnectionStore } from "./store";

/**
 * Reads a connection for sending. Shows why and returns undefined if it is missing or invalid, its token has expired
 * (unless `expired` allows that), or the person does not confirm its host.
 */
export async function requireConnection(
  store: ConnectionStore,
  id: string,
  expired: "refuse" | "allow" = "refuse",
): Promise<Connection | undefined> {
  const stored = await store.find(id);
  switch (stored.kind) {
    case "missing":
      showMessage(
        { level: "warning", id: "connection.missing" },
        "The connection of this window was removed. Choose another one.",
        { ["Switch Connection…"]: () => run("campaignJson.switchConnection") },
      );
      return undefined;
    case "invalid":
      showUnusable(stored.name, stored.reason);
      return undefined;
    case "valid":
      return expired === "refuse" && isExpired(stored.connection)
        ? undefined
        : withAcceptedHost(store, stored.connection);
  }
}

/** Whether `requireConnection` would neither ask nor refuse. */
export function isUsableUnasked(connection: Connection): boolean {
  return expiredAt(connection) === undefined && isHostAccepted(connection);
}

export function showUnusable(name: string, reason: string): void {
  showMessage(
    { level: "warning", id: "connection.unusable" },
    `“${name}” can’t be used: ${reason} Remove it, then add it again.`,
    {
      ["Remove Connection…"]: () => run("campaignJson.removeConnection"),
      ["Switch Connection…"]: () => run("campaignJson.switchConnection"),
    },
  );
}

/** When the token expired; undefined if it has not. */
function expiredAt({ credential }: Connection): number | undefined {
  const expiresAt = credentialExpiry(credential);
  return expiresAt !== undefined && expiresAt <= Date.now() ? expiresAt : undefined;
}

function isHostAccepted({ host, hostAccepted }: Connection): boolean {
  return hostAccepted === true || !needsHostConfirmation(host);
}

/** Shows it if the token has expired. */
function isExpired(connection: Connection): boolean {
  const { id, name } = connection;
  const expired = expiredAt(connection);
  if (expired === undefined) return false;
  const when = formatDate(expired);
  showMessage(
    { level: "warning", id: "connection.expired" },
    `Not sent: the token of “${name}” expired on ${when}. Update the credentials.`,
    {
      ["Update Credentials…"]: () => run("campaignJson.updateCredentials", id),
    },
  );
  return true;
}

/** Saves the confirmation in the record, so that it is asked for only once. */
async function withAcceptedHost(
  store: ConnectionStore,
  connection: Connection,
): Promise<Connection | undefined> {
  if (isHostAccepted(connection)) return connection;
  if (!(await confirmHost(connection))) return undefined;
  // Another window may have changed or removed it while the question was open.
  const latest = await store.find(connection.id);
  if (latest.kind !== "valid" || latest.connection.host !== connection.host) return undefined;
  const accepted: Connection = { ...latest.connection, hostAccepted: true };
  return (await saveConnection(store, accepted)) === "not-saved" ? undefined : accepted;
}

function run(command: string, ...arguments_: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...arguments_);
}
