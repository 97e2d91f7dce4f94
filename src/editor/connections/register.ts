import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import {
  isPracticeTarget,
  connectionForAccount as leadingConnection,
  isForAccount,
  type Target,
} from "../../core/connection/connection-for-account";
import { practiceId } from "../../core/connection/environment";
import { guarded, registerCommand } from "../ui/command";
import { askForConnection, type ConnectionDefaults } from "./add";
import { askForNewCredential } from "./credential";
import { ConnectionInUse } from "./in-use";
import { saveConnection } from "./save";
import { pickConnection, pickSaved } from "./pick";
import { registerStatusBar } from "./status-bar";
import { ConnectionStore, type SavedConnection, type StoredConnection } from "./store";
import { mayUseCredentials } from "./trust";
import { showUnusable, requireConnection } from "./require-connection";
import { showMessage } from "../ui/message";
import { askModally } from "../ui/dialog";
import type { Practice } from "./practice";

export interface ConnectionsDeps {
  readonly secrets: vscode.SecretStorage;
  /** Of the folder that is open: see docs/decisions/0002-connections.md. */
  readonly state: vscode.Memento;
  readonly practice: Practice;
  readonly log: vscode.LogOutputChannel;
}

export interface Connections {
  /**
   * The connection this window uses, to send with its credential. Undefined when it cannot be used or the workspace is
   * not trusted; the person has then been told.
   */
  inUse(): Promise<Connection | undefined>;
  /** The same for what is shown and never sent: neither its token nor its host need be good. */
  forShow(): Promise<Connection | undefined>;
  /** Whether it is the one this window uses now. */
  isInUse(connection: Pick<Connection, "id">): boolean;
  /** Another connection was chosen for this window. */
  readonly onDidChangeInUse: vscode.Event<void>;
  /**
   * A connection of this window that leads to an account, to read there with its credential. Undefined when there is
   * none or the workspace is not trusted; the person has then been told.
   */
  forAccount(target: Target): Promise<Connection | undefined>;
  /** Asks for a new connection, with what is known filled in. A token among it goes to the secret storage or nowhere. */
  add(known?: ConnectionDefaults): Promise<void>;
  /** Removes every credential this window knows. */
  redact(text: string): string;
  dispose(): void;
}

export function registerConnections({ secrets, state, practice, log }: ConnectionsDeps): Connections {
  const store = new ConnectionStore(secrets, tellUnreadable);
  const chosen = new ConnectionInUse(state);
  const guard = { log, redact: (text: string) => store.redact(text) };
  const practiceName = "Practice";

  const add = async (known?: ConnectionDefaults): Promise<void> => {
    const taken = (await store.list()).map((kept) =>
      kept.kind === "valid" ? kept.connection.name : kept.name,
    );
    const connection = await askForConnection([practiceName, ...taken], Date.now, known);
    if (connection === undefined) return;
    const kept = await saveConnection(store, connection);
    if (kept === "not-saved") return;
    await chosen.choose(connection.id, { windowOnly: kept === "window-only" });
    showMessage(
      { level: "information", id: "connection.saved" },
      kept === "saved"
        ? `“${connection.name}” is saved. This window now submits to it.`
        : `This window submits to “${connection.name}” until it closes.`,
    );
  };

  const change = async (): Promise<void> => {
    const picked = await pickConnection(await store.list(), chosen.id);
    if (picked === undefined) return;
    if (picked === "add") await add();
    else if (picked === "practice") await chosen.choose(practiceId);
    else if (picked.kind === "valid") await chosen.choose(picked.id, picked);
    else showUnusable(picked.name, picked.reason);
  };

  /** Undefined when the person left, or when nothing is saved to pick from; the person has then been told. */
  const chooseSaved = async (placeHolder: string): Promise<SavedConnection | undefined> => {
    const kept = await store.list();
    if (kept.length > 0) return pickSaved(kept, chosen.id, placeHolder);
    showMessage(
      { level: "information", id: "connection.none" },
      "No connection is saved. The Practice connection is built in and has no credentials.",
      {
        "Add Connection…": guarded("campaignJson.addConnection", guard, () => add()),
      },
    );
    return undefined;
  };

  /** Of the connection with this id, or of one that is picked. */
  const renew = async (id: unknown): Promise<void> => {
    const picked: StoredConnection | undefined =
      typeof id === "string"
        ? await store.find(id)
        : await chooseSaved("Which connection gets new credentials?");
    if (picked === undefined || picked.kind === "missing") return;
    if (picked.kind === "invalid") {
      showUnusable(picked.name, picked.reason);
      return;
    }
    const connection = await askForNewCredential(picked.connection, Date.now);
    if (connection === undefined) return;
    const kept = await saveConnection(store, connection);
    if (kept === "not-saved") return;
    const words = `“${connection.name}” has new credentials.`;
    const forHowLong = "This window keeps them until it closes.";
    showMessage(
      { level: "information", id: "connection.renewed" },
      kept === "saved" ? words : `${words} ${forHowLong}`,
    );
  };

  const remove = async (): Promise<void> => {
    const picked = await chooseSaved("Which connection should be removed?");
    if (picked === undefined) return;
    const name = picked.kind === "valid" ? picked.connection.name : picked.name;
    const yes = "Remove";
    const answer = await askModally(
      {
        id: "connection.remove",
        level: "warning",
        text: `Remove the connection “${name}”?`,
        detail: "Its credentials are deleted from this computer. Campaigns stay as they are.",
      },
      yes,
    );
    if (answer !== yes) return;
    await store.remove(picked.id);
    if (chosen.id === picked.id) await chosen.choose(practiceId);
    showMessage(
      { level: "information", id: "connection.removed" },
      `“${name}” has been removed, with its credentials.`,
    );
  };

  const inUse = async (): Promise<Connection | undefined> => {
    if (!mayUseCredentials()) return undefined;
    return chosen.id === practiceId ? practice.connection() : requireConnection(store, chosen.id);
  };

  const forShow = async (): Promise<Connection | undefined> => {
    if (chosen.id === practiceId) return practice.connection();
    const stored = await store.find(chosen.id);
    return stored.kind === "valid" ? stored.connection : requireConnection(store, chosen.id);
  };

  const leadingTo = async (target: Target): Promise<Connection | undefined> => {
    if (!mayUseCredentials()) return undefined;
    const practised = await practice.running();
    if (practised !== undefined && isForAccount(practised, target)) return practised;
    const sound = (await store.list()).flatMap((kept) => (kept.kind === "valid" ? [kept.connection] : []));
    const best = leadingConnection(sound, target, { chosen: chosen.id, now: Date.now() });
    if (best !== undefined) return requireConnection(store, best.id);
    if (isPracticeTarget(target)) {
      showMessage(
        { level: "warning", id: "connection.practice-gone" },
        `The practice server at ${target.host} no longer runs in this window. A practice server forgets everything when it stops, so nothing can be looked up there.`,
      );
      return undefined;
    }
    showMessage(
      { level: "warning", id: "connection.no-way" },
      `No connection leads to the account ${target.accountId} at ${target.host}, so nothing could be looked up there. Add one, then try again.`,
      {
        // The gate reports what goes wrong behind a button.
        ["Add Connection…"]: () => add({ host: target.host, accountId: target.accountId }),
      },
    );
    return undefined;
  };

  const disposable = vscode.Disposable.from(
    store,
    chosen,
    registerStatusBar({ store, inUse: chosen, log }),
    registerCommand("campaignJson.addConnection", guard, () => add()),
    registerCommand("campaignJson.switchConnection", guard, change),
    registerCommand("campaignJson.updateCredentials", guard, renew),
    registerCommand("campaignJson.removeConnection", guard, remove),
  );
  return {
    inUse,
    isInUse: ({ id }) => id === chosen.id,
    onDidChangeInUse: chosen.onDidChange,
    forShow,
    forAccount: leadingTo,
    add,
    redact: guard.redact,
    dispose: () => void disposable.dispose(),
  };
}

function tellUnreadable(reason: string): void {
  showMessage(
    { level: "warning", id: "connection.storage-unreadable" },
    `This computer’s secret storage cannot be read, so saved connections are missing: ${reason}`,
  );
}
