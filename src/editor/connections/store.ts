import * as vscode from "vscode";
import { secretsOf, type Connection } from "../../core/connection/connection";
import { createRedactor } from "../../core/text/redaction/redact";
import { nameOf, parseIds, parseRecord, type SavedConnection, type StoredConnection } from "./record";

export type { SavedConnection, StoredConnection } from "./record";

/** What became of saving. `reason` quotes no secret. */
export type SaveResult = { readonly kind: "saved" } | { readonly kind: "not-saved"; readonly reason: string };

const recordKey = (id: string): string => `campaignJson.connection.${id}`;
/** A secret of its own, since the lowest supported VS Code cannot list the keys of secrets. Holds ids and nothing else. */
const indexKey = "campaignJson.connections";

/**
 * Connections in the secret storage of the editor, one record each, its credential with its host. Every window of
 * the editor shares them, so each is read again whenever it is asked for. An id is in the index before its record is
 * stored and until the record is deleted, so no credential is ever kept that nobody lists. What the storage does not
 * keep may be kept here, until the window closes; it then goes before what is stored.
 */
export class ConnectionStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #secrets = new Set<string>();
  /** Of those secrets; made anew only when there is another. */
  #redactor = createRedactor([]);
  readonly #here = new Map<string, Connection>();
  /** Ids that this window has stored: another window that writes the index at the same moment may drop one. */
  readonly #own = new Set<string>();
  readonly #subscription: vscode.Disposable;
  #writing: Promise<unknown> = Promise.resolve();

  /** Something was stored or deleted, here or in another window. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    /** Told why when the storage cannot be read: what it keeps is then not listed. */
    private readonly onUnreadable: (reason: string) => void = () => undefined,
  ) {
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (key === indexKey) void this.#oneByOne(() => this.#listOwnAgain());
      if (key === indexKey || key.startsWith(recordKey(""))) this.#changed.fire();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** In the order of their names; without those whose record has gone. */
  async list(): Promise<SavedConnection[]> {
    const ids = await this.#ids().catch((error: unknown) => {
      this.onUnreadable(this.#words(error));
      return [];
    });
    const all = [...new Set([...ids, ...this.#here.keys()])];
    const found = await Promise.all(all.map((id) => this.find(id)));
    return found
      .filter((stored) => stored.kind !== "missing")
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }

  async find(id: string): Promise<StoredConnection> {
    const here = this.#here.get(id);
    if (here !== undefined) return { kind: "valid", id, connection: here, windowOnly: true };
    try {
      const text = await this.secrets.get(recordKey(id));
      if (text === undefined) return { kind: "missing", id };
      const stored = parseRecord(id, text);
      if (stored.kind === "valid") this.#guard(stored.connection);
      return stored;
    } catch (error) {
      return { kind: "invalid", id, name: "Saved connection", reason: this.#words(error) };
    }
  }

  /** A record with the same id is replaced. What is stored is read back: some keychains only say that they keep. */
  save(connection: Connection): Promise<SaveResult> {
    const { id } = connection;
    const text = JSON.stringify(connection);
    this.#guard(connection);
    return this.#oneByOne(async () => {
      let before: string | undefined;
      let begun = false;
      const notKept = async (reason: string): Promise<SaveResult> => {
        const left = begun ? await this.#takeBack(id, before) : undefined;
        return { kind: "not-saved", reason: left === undefined ? reason : `${reason} ${left}` };
      };
      try {
        before = await this.secrets.get(recordKey(id));
        const ids = await this.#ids();
        begun = true;
        if (!ids.includes(id)) await this.#writeIds([...ids, id]);
        this.#own.add(id);
        await this.secrets.store(recordKey(id), text);
        if ((await this.secrets.get(recordKey(id))) !== text)
          return await notKept("The secret storage returned a different value than the one saved.");
      } catch (error) {
        return notKept(this.#words(error));
      }
      this.#here.delete(id);
      return { kind: "saved" };
    });
  }

  /** Keeps it in the memory of this window alone. */
  keepInWindow(connection: Connection): void {
    this.#guard(connection);
    this.#here.set(connection.id, connection);
    this.#changed.fire();
  }

  remove(id: string): Promise<void> {
    return this.#oneByOne(async () => {
      this.#own.delete(id);
      const wasHere = this.#here.delete(id);
      if (wasHere) this.#changed.fire();
      // What was never stored leaves nothing to delete, also where the storage cannot even be read.
      const ids = wasHere ? await this.#ids().catch(() => []) : await this.#ids();
      if (wasHere && !ids.includes(id)) return;
      await this.secrets.delete(recordKey(id));
      await this.#writeIds(ids.filter((each) => each !== id));
    });
  }

  /**
   * Removes what a failed save may have left, so that no other window finds a credential that was reported as not kept.
   * A record that is as it was `before` stays. Returns a sentence when something may remain.
   */
  async #takeBack(id: string, before: string | undefined): Promise<string | undefined> {
    try {
      if (before !== undefined && (await this.secrets.get(recordKey(id))) === before) return undefined;
      this.#own.delete(id);
      await this.secrets.delete(recordKey(id));
      const ids = await this.#ids();
      if (ids.includes(id)) await this.#writeIds(ids.filter((each) => each !== id));
      return undefined;
    } catch (error) {
      return `Removing it again failed, so a copy may remain there: ${this.#words(error)}`;
    }
  }

  /** Removes every credential this window has read or stored. */
  redact(text: string): string {
    return this.#redactor.text(text);
  }

  #guard({ credential }: Connection): void {
    const before = this.#secrets.size;
    for (const secret of secretsOf(credential)) this.#secrets.add(secret);
    if (this.#secrets.size > before) this.#redactor = createRedactor([...this.#secrets]);
  }

  #words(error: unknown): string {
    return this.redact(error instanceof Error ? error.message : String(error));
  }

  async #ids(): Promise<string[]> {
    return parseIds(await this.secrets.get(indexKey));
  }

  async #writeIds(ids: readonly string[]): Promise<void> {
    await this.secrets.store(indexKey, JSON.stringify(ids));
  }

  async #listOwnAgain(): Promise<void> {
    const ids = await this.#ids();
    const kept = await Promise.all(
      [...this.#own]
        .filter((id) => !ids.includes(id))
        .map(async (id) => ((await this.find(id)).kind === "missing" ? [] : [id])),
    );
    const dropped = kept.flat();
    if (dropped.length > 0) await this.#writeIds([...ids, ...dropped]);
  }

  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#writing.then(work, work);
    this.#writing = result.catch(() => undefined);
    return result;
  }
}
