import type { LedgerStore } from "../../../src/core/ledger/ledger";

export interface MemoryStore extends LedgerStore {
  text: string | undefined;
  /** Texts that were set aside. */
  readonly aside: string[];
  /** While set, every call rejects with this error. */
  broken: Error | undefined;
  /** How often a new text was stored. */
  writes: number;
}

/** A store that runs one update at a time for all callers, with a delay in each. */
export function memoryStore(text?: string): MemoryStore {
  let queue: Promise<void> = Promise.resolve();
  const store: MemoryStore = {
    text,
    aside: [],
    broken: undefined,
    writes: 0,
    read: async () => {
      await Promise.resolve();
      if (store.broken !== undefined) throw store.broken;
      return store.text;
    },
    update: (change) => {
      const step = queue.then(async () => {
        if (store.broken !== undefined) throw store.broken;
        // Called twice, as a real store may do after a concurrent write.
        change(store.text);
        await Promise.resolve();
        const { text: next, setAside } = change(store.text);
        if (setAside !== undefined) store.aside.push(setAside);
        if (next !== store.text) store.writes++;
        store.text = next;
      });
      queue = step.catch(() => undefined);
      return step;
    },
  };
  return store;
}
