/**
 * Where a ledger's text is kept: one for a person on a computer, shared by all windows and processes.
 *
 * Contract: `update` reads, changes and writes as one step that no other window or process can come between, and
 * resolves when the new text is safely stored. `change` may be called more than once; the last call is the one that
 * counts. Both reject when the store cannot be used. Aborting the signal ends the wait for other processes: `update`
 * rejects and has stored nothing.
 */
export interface LedgerStore {
  /** Undefined when nothing was ever stored. */
  read(): Promise<string | undefined>;
  update(change: (text: string | undefined) => LedgerChange, signal?: AbortSignal): Promise<void>;
}

export interface LedgerChange {
  /** The same as before when there is nothing to write. Undefined only where nothing was stored. */
  readonly text: string | undefined;
  /** A damaged text that `text` replaces: to be kept beside it, under a name of its own, before that is written. */
  readonly setAside?: string;
}
