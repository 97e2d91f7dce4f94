import * as vscode from "vscode";

/** A keychain that several windows share and that a test can make fail. */
export class Keychain implements vscode.SecretStorage {
  readonly #changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly #kept = new Map<string, string>();
  readonly onDidChange = this.#changed.event;
  breaks: "never" | "on write" | "silently" | "on read" = "never";
  /** Its error message when it fails. */
  words = "";

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#kept.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    if (this.breaks === "on read") return Promise.reject(new Error(this.words));
    return Promise.resolve(this.#kept.get(key));
  }

  store(key: string, value: string): Promise<void> {
    if (this.breaks === "on write") return Promise.reject(new Error(this.words));
    if (this.breaks === "silently") return Promise.resolve();
    this.#kept.set(key, value);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    if (this.breaks === "on write") return Promise.reject(new Error(this.words));
    this.#kept.delete(key);
    this.#changed.fire({ key });
    return Promise.resolve();
  }
}
