import type * as vscode from "vscode";
import type { Connection } from "../../../src/core/connection/connection";
import { registerConnections, type Connections } from "../../../src/editor/connections/register";
import { EventEmitter } from "./fake-vscode-values";

export const acme: Connection = {
  ...{ id: "acme", name: "Acme", host: "https://platform.kore.ai", accountId: "acc-1", streamId: "st-1" },
  production: true,
  credential: { kind: "client", clientId: "cs-1", clientSecret: "the secret of the app" },
};

const practice: Connection = {
  ...acme,
  id: "practice",
  host: "http://127.0.0.1:4000",
  accountId: "practice",
};

export const recordOf = ({ id }: Connection): string => `campaignJson.connection.${id}`;
export const index = "campaignJson.connections";

/** A keychain that a test can make fail. */
export class SecretStorage {
  readonly kept = new Map<string, string>();
  readonly #changed = new EventEmitter<{ readonly key: string }>();
  readonly onDidChange = this.#changed.event;
  /** Changes the value that is stored for a record. */
  garbles: ((value: string) => string) | undefined;
  failsToStore = false;
  /** How often a value was read. */
  reads = 0;
  failsToDelete = false;

  constructor(...connections: readonly Connection[]) {
    for (const connection of connections) this.kept.set(recordOf(connection), JSON.stringify(connection));
    if (connections.length > 0) this.kept.set(index, JSON.stringify(connections.map(({ id }) => id)));
  }
  async get(key: string): Promise<string | undefined> {
    this.reads++;
    await Promise.resolve();
    return this.kept.get(key);
  }
  async store(key: string, value: string): Promise<void> {
    await Promise.resolve();
    if (key !== index && this.failsToStore) throw new Error("The keychain is locked.");
    this.kept.set(key, key === index ? value : (this.garbles?.(value) ?? value));
    this.#changed.fire({ key });
  }
  async delete(key: string): Promise<void> {
    await Promise.resolve();
    if (this.failsToDelete) throw new Error("The keychain is locked.");
    this.kept.delete(key);
    this.#changed.fire({ key });
  }
  get real(): vscode.SecretStorage {
    return this;
  }
}

/** The connections of a window that uses the one with this ID. */
export function connectionsOf(secrets: SecretStorage, inUse: string = acme.id): Connections {
  return registerConnections({
    secrets: secrets.real,
    state: { get: () => inUse, update: () => Promise.resolve() } as unknown as vscode.Memento,
    practice: {
      connection: () => Promise.resolve(practice),
      running: () => Promise.resolve(undefined),
      dispose: () => undefined,
    },
    log: { error: () => undefined } as unknown as vscode.LogOutputChannel,
  });
}
