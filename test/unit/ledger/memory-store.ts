import type { LedgerStore } from "../../../src/core/ledger/ledger";

export interface MemoryStore extends LedgerStore {
  text: string | undefined;
  /** Texts that were set aside. */
  readonly aside: string[];
  /** While set, the store rejects with it. */
  broken: Error | undefined;
  /** How often a new text was stored. */
  writes: number;
}

/** A store that keeps its promise of one step at a time, whoever calls, and takes its time over each. */
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
        // Twice, as a store may that finds somebody else was faster.
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
