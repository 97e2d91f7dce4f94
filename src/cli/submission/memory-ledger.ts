import type { LedgerStore } from "../../core/ledger/store";

/** A ledger for as long as the process runs: what a practice server created is gone with it. */
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
