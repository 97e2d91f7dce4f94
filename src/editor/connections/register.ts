import { completeStep } from "../ui/first-steps";
import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import {
  isPracticeTarget,
  connectionForAccount,
  isForAccount,
  type Target,
} from "../../core/connection/connection-for-account";
import { practiceId } from "../../core/connection/environment";
import type { ConnectionLabel } from "../../core/wording/lens-text";
import { namesPermission, offerNames, withNames } from "../account/names-permission";
import { guarded, registerCommand } from "../ui/command";
import { askForConnection, type ConnectionDefaults } from "./add";
import { askForNewCredential } from "./credential";
import { askForDetails } from "./edit";
import { ConnectionInUse } from "./in-use";
import { labelOf } from "./label";
import { saveConnection } from "./save";
import { pickConnection, pickSaved } from "./pick";
import { nameOf } from "./record";
import { registerStatusBar } from "./status-bar";
import { ConnectionStore, type SavedConnection, type StoredConnection } from "./store";
import { isTrusted, mayUseCredentials } from "./trust";
import { isUsableUnasked, requireConnection, showUnusable } from "./require-connection";
import { showMessage } from "../ui/message";
import { askModally } from "../ui/dialog";
import type { Practice } from "./practice";

export interface ConnectionsDeps {
  readonly secrets: vscode.SecretStorage;
  /** The state of the open folder: see docs/decisions/0002-connections.md. */
  readonly state: vscode.Memento;
  readonly practice: Practice;
  readonly log: vscode.LogOutputChannel;
}

export interface Connections {
  /**
   * The connection of this window, for sending with its credential. Shows why and returns undefined if it cannot be
   * used or the workspace is not trusted.
   */
  inUse(): Promise<Connection | undefined>;
  /** The same for display only. Its token may have expired and its host may be unconfirmed. */
  forShow(): Promise<Connection | undefined>;
  /** As `inUse`, for a test of the connection: its token may have expired. */
  forTest(): Promise<Connection | undefined>;
  /**
   * The connection of this window, for reading names that completion offers. Undefined unless a person allowed that, the
   * workspace is trusted, and the connection can be used without a question. Shows nothing.
   */
  forNames(): Promise<Connection | undefined>;
  /** Saves that names may be read with a connection. Returns whether that succeeded. */
  allowNames(connection: Connection): Promise<boolean>;
  /** Describes the connection of this window without using it. */
  label(): Promise<ConnectionLabel>;
  /** Fires when that description may have changed. */
  readonly onDidChangeLabel: vscode.Event<void>;
  /** Whether this window currently uses this connection. */
  isInUse(connection: Pick<Connection, "id">): boolean;
  /** Fires after another connection was chosen for this window. */
  readonly onDidChangeInUse: vscode.Event<void>;
  /**
   * A connection to an account, for reading there with its credential. Shows why and returns undefined if there is none
   * or the workspace is not trusted.
   */
  forAccount(target: Target): Promise<Connection | undefined>;
  /**
   * A saved connection, for what a person asked for before the window was reloaded. Undefined unless the workspace is
   * trusted and the connection can be used without a question. Shows nothing.
   */
  forResuming(id: string): Promise<Connection | undefined>;
  /** Asks for a new connection, with `defaults` filled in. A token is saved in the secret storage or discarded. */
  add(defaults?: ConnectionDefaults): Promise<void>;
  /** Removes every credential that this window has read or stored. */
  redact(text: string): string;
  dispose(): void;
}

export function registerConnections({ secrets, state, practice, log }: ConnectionsDeps): Connections {
  const store = new ConnectionStore(secrets, showUnreadable);
  const chosen = new ConnectionInUse(state);
  const guard = { log, redact: (text: string) => store.redact(text) };
  const practiceName = "Practice";

  const takenNames = async (except?: string): Promise<string[]> => {
    const others = (await store.list()).filter(({ id }) => id !== except);
    return [practiceName, ...others.map(nameOf)];
  };

  const add = async (defaults?: ConnectionDefaults): Promise<void> => {
    const connection = await askForConnection(await takenNames(), Date.now, defaults);
    if (connection === undefined) return;
    const result = await saveConnection(store, connection);
    if (result === "not-saved") return;
    await chosen.choose(connection.id, { windowOnly: result === "window-only" });
    completeStep("campaignJson.connected");
    showMessage(
      { level: "information", id: "connection.saved" },
      result === "saved"
        ? `“${connection.name}” was saved. This window now submits to it.`
        : `“${connection.name}” wasn’t saved. This window submits to it until the window closes.`,
      offerNames(connection),
    );
  };

  const switchConnection = async (): Promise<void> => {
    const picked = await pickConnection(await store.list(), chosen.id);
    if (picked === undefined) return;
    if (picked === "add") await add();
    else if (picked === "practice") await chosen.choose(practiceId);
    else if (picked.kind === "valid") await chosen.choose(picked.id, picked);
    else showUnusable(picked.name, picked.reason);
  };

  /** Undefined if the person cancels or no connection is saved. In the latter case a message is shown. */
  const chooseSaved = async (placeHolder: string): Promise<SavedConnection | undefined> => {
    const saved = await store.list();
    if (saved.length > 0) return pickSaved(saved, chosen.id, placeHolder);
    showMessage(
      { level: "information", id: "connection.none" },
      "No connection is saved. Practice is built in and has no credentials. Add a connection first.",
      {
        "Add Connection…": guarded("campaignJson.addConnection", guard, () => add()),
      },
    );
    return undefined;
  };

  /** The connection with this ID, or one that the person picks. Undefined if there is none that can be used. */
  const usableSaved = async (id: unknown, placeHolder: string): Promise<Connection | undefined> => {
    const picked: StoredConnection | undefined =
      typeof id === "string" ? await store.find(id) : await chooseSaved(placeHolder);
    if (picked?.kind === "invalid") showUnusable(picked.name, picked.reason);
    if (picked?.kind === "missing") showRemoved("The connection was removed.");
    return picked?.kind === "valid" ? picked.connection : undefined;
  };

  /**
   * The connection as it is saved now: another window may have changed or removed it while questions were open. If it
   * was removed, shows that and returns undefined.
   */
  const latestOf = async ({ id, name }: Connection): Promise<Connection | undefined> => {
    const latest = await store.find(id);
    if (latest.kind === "valid") return latest.connection;
    showRemoved(`“${name}” was removed in the meantime, so nothing was saved.`);
    return undefined;
  };

  const edit = async (id: unknown): Promise<void> => {
    const before = await usableSaved(id, "Select the connection to edit");
    if (before === undefined) return;
    const answers = await askForDetails(before, await takenNames(before.id));
    if (answers === undefined) return;
    const latest = await latestOf(before);
    if (latest === undefined) return;
    const { namesAllowed: allowed, ...details } = answers;
    const isAllowed = allowed ?? (latest.namesAllowed === true && latest.accountId === details.accountId);
    const result = await saveConnection(store, withNames({ ...latest, ...details }, isAllowed));
    if (result === "not-saved") return;
    const message = `“${details.name}” was saved. Its host and credentials didn’t change.`;
    showMessage(
      { level: "information", id: "connection.edited" },
      result === "saved" ? message : `${message} The changes are lost when this window closes.`,
    );
  };

  const updateCredentials = async (id: unknown): Promise<void> => {
    const before = await usableSaved(id, "Select the connection to update");
    if (before === undefined) return;
    const renewed = await askForNewCredential(before, Date.now);
    const latest = renewed && (await latestOf(before));
    if (renewed === undefined || latest === undefined) return;
    const connection = { ...latest, credential: renewed.credential };
    const result = await saveConnection(store, connection);
    if (result === "not-saved") return;
    const message = `“${connection.name}” has new credentials.`;
    const untilClosed = "They’re lost when this window closes.";
    showMessage(
      { level: "information", id: "connection.renewed" },
      result === "saved" ? message : `${message} ${untilClosed}`,
    );
  };

  const remove = async (): Promise<void> => {
    const picked = await chooseSaved("Select the connection to remove");
    if (picked === undefined) return;
    const name = nameOf(picked);
    const removeIt = "Remove Connection";
    const answer = await askModally(
      {
        id: "connection.remove",
        level: "warning",
        text: `Remove the connection “${name}”?`,
        detail: "Its credentials are deleted from this computer. Campaigns don’t change.",
      },
      removeIt,
    );
    if (answer !== removeIt) return;
    await store.remove(picked.id);
    if (chosen.id === picked.id) await chosen.choose(practiceId);
    showMessage(
      { level: "information", id: "connection.removed" },
      `“${name}” and its credentials were removed.`,
    );
  };

  const permission = namesPermission({ store, chosen, practice, latestOf });
  const inUse = async (): Promise<Connection | undefined> => {
    if (!mayUseCredentials()) return undefined;
    return chosen.id === practiceId ? permission.practiceConnection() : requireConnection(store, chosen.id);
  };

  const forTest = async (): Promise<Connection | undefined> => {
    if (!mayUseCredentials()) return undefined;
    return chosen.id === practiceId
      ? permission.practiceConnection()
      : requireConnection(store, chosen.id, "allow");
  };

  const forShow = async (): Promise<Connection | undefined> => {
    if (chosen.id === practiceId) return practice.connection();
    const stored = await store.find(chosen.id);
    return stored.kind === "valid" ? stored.connection : requireConnection(store, chosen.id);
  };

  const forAccount = async (target: Target): Promise<Connection | undefined> => {
    if (!mayUseCredentials()) return undefined;
    const practiceConnection = await practice.running();
    if (practiceConnection !== undefined && isForAccount(practiceConnection, target))
      return practiceConnection;
    const valid = (await store.list()).flatMap((saved) => (saved.kind === "valid" ? [saved.connection] : []));
    const best = connectionForAccount(valid, target, { chosen: chosen.id, now: Date.now() });
    if (best !== undefined) return requireConnection(store, best.id);
    if (isPracticeTarget(target)) {
      showMessage(
        { level: "warning", id: "connection.practice-gone" },
        `The practice server at ${target.host} has stopped, and its campaigns are deleted. Nothing can be looked up there.`,
      );
      return undefined;
    }
    showMessage(
      { level: "warning", id: "connection.no-way" },
      `No connection to the account ${target.accountId} at ${target.host}, so nothing could be looked up there. Add one, then try again.`,
      {
        // `showMessage` reports an error of this action.
        ["Add Connection…"]: () => add({ host: target.host, accountId: target.accountId }),
      },
    );
    return undefined;
  };

  const forResuming = async (id: string): Promise<Connection | undefined> => {
    const stored = isTrusted() ? await store.find(id) : undefined;
    return stored?.kind === "valid" && isUsableUnasked(stored.connection) ? stored.connection : undefined;
  };

  const labelChanged = new vscode.EventEmitter<void>();
  // The lenses ask for it at every change of a file, so the secret storage is read once for each connection in use.
  let label: Promise<ConnectionLabel> | undefined;
  const relabel = (): void => {
    label = undefined;
    labelChanged.fire();
  };
  const disposable = vscode.Disposable.from(
    store,
    chosen,
    labelChanged,
    store.onDidChange(relabel),
    chosen.onDidChange(relabel),
    registerStatusBar({ store, inUse: chosen, log }),
    registerCommand("campaignJson.addConnection", guard, () => add()),
    registerCommand("campaignJson.switchConnection", guard, switchConnection),
    registerCommand("campaignJson.editConnection", guard, edit),
    registerCommand("campaignJson.updateCredentials", guard, updateCredentials),
    registerCommand("campaignJson.removeConnection", guard, remove),
  );
  return {
    inUse,
    forNames: () => permission.forNames(),
    allowNames: (connection) => permission.allowNames(connection),
    forTest,
    isInUse: ({ id }) => id === chosen.id,
    label: () => (label ??= labelOf(store, chosen.id)),
    onDidChangeLabel: labelChanged.event,
    onDidChangeInUse: chosen.onDidChange,
    forShow,
    forAccount,
    forResuming,
    add,
    redact: guard.redact,
    dispose: () => void disposable.dispose(),
  };
}

function showUnreadable(reason: string): void {
  showMessage(
    { level: "warning", id: "connection.storage-unreadable" },
    `Saved connections are missing, because this computer’s secret storage can’t be read: ${reason}`,
  );
}

/** Says that a connection no longer exists. */
function showRemoved(text: string): void {
  showMessage({ level: "warning", id: "connection.gone" }, text);
}
