import type { LedgerStore } from "../../core/ledger/store";

/** A ledger in memory: campaigns on a practice server end with the process. */
export function memoryLedger(): LedgerStore {
  let kept: string | undefined;
  return {
    read: () => Promise.resolve(kept),
    update: (change) => {
      kept = change(kept).text;
      return Promise.resolve();
    },
  };
}
