import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { practiceId } from "../../core/connection/environment";
import { needsHostConfirmation } from "../connections/host";
import type { ConnectionInUse } from "../connections/in-use";
import type { Practice } from "../connections/practice";
import { saveConnection } from "../connections/save";
import type { ConnectionStore } from "../connections/store";
import { isTrusted } from "../connections/trust";
import type { Answers } from "../ui/message";

export interface NamesPermissionDeps {
  readonly store: ConnectionStore;
  readonly chosen: Pick<ConnectionInUse, "id">;
  readonly practice: Practice;
  /** The connection as it is saved now. Shows it and returns undefined if it was removed. */
  readonly latestOf: (connection: Connection) => Promise<Connection | undefined>;
}

export interface NamesPermission {
  /** The practice server's connection, which is started if necessary. */
  practiceConnection(): Promise<Connection>;
  /** See `Connections.forNames`. */
  forNames(): Promise<Connection | undefined>;
  /** See `Connections.allowNames`. */
  allowNames(connection: Connection): Promise<boolean>;
}

/**
 * The permission to read names in an account without a command. It is a part of the connection's record, so it is removed
 * with it. The practice server isn’t saved, so its permission lasts until the window closes.
 */
export function namesPermission({ store, chosen, practice, latestOf }: NamesPermissionDeps): NamesPermission {
  let isPracticeAllowed = false;
  return {
    practiceConnection: async () => withNames(await practice.connection(), isPracticeAllowed),
    forNames: async () => {
      if (!isTrusted()) return undefined;
      if (chosen.id === practiceId) return isPracticeAllowed ? practice.running() : undefined;
      const stored = await store.find(chosen.id);
      if (stored.kind !== "valid" || stored.connection.namesAllowed !== true) return undefined;
      const { host, hostAccepted } = stored.connection;
      return hostAccepted === true || !needsHostConfirmation(host) ? stored.connection : undefined;
    },
    allowNames: async (connection) => {
      if (connection.id === practiceId) return (isPracticeAllowed = true);
      const latest = await latestOf(connection);
      // The permission is for the account that the question named.
      if (latest === undefined || latest.accountId !== connection.accountId) return false;
      return (await saveConnection(store, withNames(latest, true))) !== "not-saved";
    },
  };
}

/** The connection with or without the permission to read names. */
export function withNames({ namesAllowed: _, ...connection }: Connection, allowed: boolean): Connection {
  return allowed ? { ...connection, namesAllowed: true } : connection;
}

/** A button that suggests names from the account of a connection. None if a person has allowed that already. */
export function offerNames({ namesAllowed }: Connection): Answers {
  if (namesAllowed === true) return {};
  return { ["Suggest Names…"]: () => vscode.commands.executeCommand("campaignJson.refreshAccount") };
}
