import * as vscode from "vscode";
import { secretsOf, type Connection } from "../../core/connection/connection";
import { createRedactor } from "../../core/text/redaction/redact";
import { nameOf, parseIds, parseRecord, type SavedConnection, type StoredConnection } from "./record";

export type { SavedConnection, StoredConnection } from "./record";

/** The result of saving. `reason` contains no secret. */
export type SaveResult = { readonly kind: "saved" } | { readonly kind: "not-saved"; readonly reason: string };

const recordKey = (id: string): string => `campaignJson.connection.${id}`;
/** The index of IDs. Needed because the lowest supported VS Code cannot list the keys of secrets. */
const indexKey = "campaignJson.connections";

/**
 * Connections in the editor's secret storage: one record each, the credential together with its host. All windows share
 * them, so a record is read again at each use. An ID is added to the index before its record is stored and removed
 * after the record is deleted, so that no credential exists that is not listed. A connection that cannot be stored may
 * be kept in memory until the window closes; it takes precedence over a stored one.
 */
export class ConnectionStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #secrets = new Set<string>();
  /** Created again only when a secret is added. */
  #redactor = createRedactor([]);
  readonly #inMemory = new Map<string, Connection>();
  /** IDs that this window stored. Another window that writes the index at the same time may drop one. */
  readonly #own = new Set<string>();
  readonly #subscription: vscode.Disposable;
  #writing: Promise<unknown> = Promise.resolve();

  /** Fires after a connection was stored or deleted, in any window. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    /** Called with the reason if the storage cannot be read. `list` then omits its connections. */
    private readonly onUnreadable: (reason: string) => void = () => undefined,
  ) {
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (key === indexKey) void this.#inTurn(() => this.#restoreOwnIds());
      if (key === indexKey || key.startsWith(recordKey(""))) this.#changed.fire();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Sorted by name, without those whose record was deleted. */
  async list(): Promise<SavedConnection[]> {
    const ids = await this.#ids().catch((error: unknown) => {
      this.onUnreadable(this.#messageOf(error));
      return [];
    });
    const all = [...new Set([...ids, ...this.#inMemory.keys()])];
    const found = await Promise.all(all.map((id) => this.find(id)));
    return found
      .filter((stored) => stored.kind !== "missing")
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }

  async find(id: string): Promise<StoredConnection> {
    const inMemory = this.#inMemory.get(id);
    if (inMemory !== undefined) return { kind: "valid", id, connection: inMemory, windowOnly: true };
    try {
      const text = await this.secrets.get(recordKey(id));
      if (text === undefined) return { kind: "missing", id };
      const stored = parseRecord(id, text);
      if (stored.kind === "valid") this.#protect(stored.connection);
      return stored;
    } catch (error) {
      return { kind: "invalid", id, name: "Saved connection", reason: this.#messageOf(error) };
    }
  }

  /** Replaces a record with the same ID. Reads the record back, because some keychains report success and store nothing. */
  save(connection: Connection): Promise<SaveResult> {
    const { id } = connection;
    const text = JSON.stringify(connection);
    this.#protect(connection);
    return this.#inTurn(async () => {
      let before: string | undefined;
      let begun = false;
      const notSaved = async (reason: string): Promise<SaveResult> => {
        const remainder = begun ? await this.#undoSave(id, before) : undefined;
        return { kind: "not-saved", reason: remainder === undefined ? reason : `${reason} ${remainder}` };
      };
      try {
        before = await this.secrets.get(recordKey(id));
        const ids = await this.#ids();
        begun = true;
        if (!ids.includes(id)) await this.#writeIds([...ids, id]);
        this.#own.add(id);
        await this.secrets.store(recordKey(id), text);
        if ((await this.secrets.get(recordKey(id))) !== text)
          return await notSaved("The secret storage returned a different value than the one saved.");
      } catch (error) {
        return notSaved(this.#messageOf(error));
      }
      this.#inMemory.delete(id);
      return { kind: "saved" };
    });
  }

  /** Keeps the connection in the memory of this window only. */
  keepInWindow(connection: Connection): void {
    this.#protect(connection);
    this.#inMemory.set(connection.id, connection);
    this.#changed.fire();
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#own.delete(id);
      const wasInMemory = this.#inMemory.delete(id);
      if (wasInMemory) this.#changed.fire();
      // A connection that was never stored can be removed even if the storage cannot be read.
      const ids = wasInMemory ? await this.#ids().catch(() => []) : await this.#ids();
      if (wasInMemory && !ids.includes(id)) return;
      await this.secrets.delete(recordKey(id));
      await this.#writeIds(ids.filter((each) => each !== id));
    });
  }

  /**
   * Removes what a failed save may have stored, so that no other window finds a credential that was reported as not
   * saved. Keeps a record that equals `before`. Returns a sentence if a copy may remain.
   */
  async #undoSave(id: string, before: string | undefined): Promise<string | undefined> {
    try {
      if (before !== undefined && (await this.secrets.get(recordKey(id))) === before) return undefined;
      this.#own.delete(id);
      await this.secrets.delete(recordKey(id));
      const ids = await this.#ids();
      if (ids.includes(id)) await this.#writeIds(ids.filter((each) => each !== id));
      return undefined;
    } catch (error) {
      return `It couldn’t be removed again, so a copy may remain there: ${this.#messageOf(error)}`;
    }
  }

  /** Removes every credential that this window has read or stored. */
  redact(text: string): string {
    return this.#redactor.text(text);
  }

  #protect({ credential }: Connection): void {
    const before = this.#secrets.size;
    for (const secret of secretsOf(credential)) this.#secrets.add(secret);
    if (this.#secrets.size > before) this.#redactor = createRedactor([...this.#secrets]);
  }

  #messageOf(error: unknown): string {
    return this.redact(error instanceof Error ? error.message : String(error));
  }

  async #ids(): Promise<string[]> {
    return parseIds(await this.secrets.get(indexKey));
  }

  async #writeIds(ids: readonly string[]): Promise<void> {
    await this.secrets.store(indexKey, JSON.stringify(ids));
  }

  async #restoreOwnIds(): Promise<void> {
    const ids = await this.#ids();
    const missing = await Promise.all(
      [...this.#own]
        .filter((id) => !ids.includes(id))
        .map(async (id) => ((await this.find(id)).kind === "missing" ? [] : [id])),
    );
    const dropped = missing.flat();
    if (dropped.length > 0) await this.#writeIds([...ids, ...dropped]);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#writing.then(work, work);
    this.#writing = result.catch(() => undefined);
    return result;
  }
}
