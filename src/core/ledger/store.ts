/**
 * Stores the text of a log: one for each person on a computer, shared by all windows and processes.
 *
 * Contract: `update` reads, changes and writes in one step that no other window or process can interrupt, and resolves
 * when the new text is safely stored. `change` may be called several times; the last call counts. Both reject if the
 * store cannot be used. Aborting the signal ends the wait for other processes: `update` then rejects and has stored
 * nothing.
 */
export interface LedgerStore {
  /** Undefined if nothing was ever stored. */
  read(): Promise<string | undefined>;
  update(change: (text: string | undefined) => LedgerChange, signal?: AbortSignal): Promise<void>;
}

export interface LedgerChange {
  /** The same text as before if nothing changes. Undefined only if nothing was stored. */
  readonly text: string | undefined;
  /** A damaged text that `text` replaces. Store it under its own name before writing `text`. */
  readonly setAside?: string;
}
