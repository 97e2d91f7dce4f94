import type { URI } from "vscode-uri";
import { EventEmitter } from "./fake-vscode-values";

/** Fills the panels of a type that VS Code kept. */
export interface PanelSerializer {
  deserializeWebviewPanel(panel: FakePanel, state: unknown): Promise<void>;
}

/** A panel with a page. `receive` acts like the page. */
export class FakePanel {
  visible = true;
  title: string;
  readonly sent: unknown[] = [];
  readonly #received = new EventEmitter<unknown>();
  readonly #disposed = new EventEmitter<void>();
  readonly onDidDispose = this.#disposed.event;
  disposed = false;
  readonly webview = {
    html: "",
    options: {},
    asWebviewUri: (uri: URI) => uri,
    postMessage: (message: unknown) => Promise.resolve(this.sent.push(message) > 0),
    onDidReceiveMessage: this.#received.event,
  };

  constructor(title: string) {
    this.title = title;
  }
  reveal(): void {
    this.visible = true;
  }
  dispose(): void {
    this.disposed = true;
    this.#disposed.fire();
  }
  async receive(message: unknown): Promise<void> {
    this.#received.fire(message);
    await settled();
  }
}

/** Waits until pending promises have settled. Timers do not run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
