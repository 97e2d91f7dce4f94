import * as vscode from "vscode";
import { practiceId } from "../../core/connection/environment";

const key = "campaignJson.connectionInUse";

/**
 * Which connection this window uses, by id. Kept in the state of the folder that is open, which lies with the
 * editor and not in the folder: no file of a repository can change it, and no other window switches this one. Read
 * once, so that two windows on one folder do not switch each other either. Practice until one is chosen.
 */
export class ConnectionInUse implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another connection was chosen. */
  readonly onDidChange = this.#changed.event;
  #id: string;

  constructor(private readonly state: vscode.Memento) {
    const kept = state.get<unknown>(key);
    this.#id = typeof kept === "string" ? kept : practiceId;
  }

  get id(): string {
    return this.#id;
  }

  /** One that is gone when the window closes is not remembered: the next window on this folder practises. */
  async choose(id: string, { windowOnly = false } = {}): Promise<void> {
    const isAnother = id !== this.#id;
    this.#id = id;
    if (isAnother) this.#changed.fire();
    await this.state.update(key, windowOnly ? practiceId : id);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
