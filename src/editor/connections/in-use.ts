import * as vscode from "vscode";
import { practiceId } from "../../core/connection/environment";

const key = "campaignJson.connectionInUse";

/**
 * The ID of the connection that this window uses; Practice until one is chosen. It is saved in the editor's state for
 * the open folder, so that no file in a repository can change it. It is read once, so that two windows with the same
 * folder do not switch each other.
 */
export class ConnectionInUse implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires after another connection was chosen. */
  readonly onDidChange = this.#changed.event;
  #id: string;

  constructor(private readonly state: vscode.Memento) {
    const saved = state.get<unknown>(key);
    this.#id = typeof saved === "string" ? saved : practiceId;
  }

  get id(): string {
    return this.#id;
  }

  /** A connection that is lost when the window closes is not saved as the choice: the next window uses Practice. */
  async choose(id: string, { windowOnly = false } = {}): Promise<void> {
    const isDifferent = id !== this.#id;
    this.#id = id;
    if (isDifferent) this.#changed.fire();
    await this.state.update(key, windowOnly ? practiceId : id);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
