import { createLedger, type Ledger } from "../../core/ledger/ledger";
import type { LedgerStore } from "../../core/ledger/store";
import { damageText } from "../../core/wording/blocked";
import type { Terminal } from "../output/terminal";

export interface LedgerDeps extends Pick<Terminal, "err"> {
  /** The ledger's file; is told where it puts a damaged text. */
  readonly ledgerStore: (onSetAside: (file: string) => void) => LedgerStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface OpenLedger {
  readonly ledger: Ledger;
  /** Where a damaged text was put, if there was one. */
  readonly keptIn: () => string | undefined;
}

/** The ledger of this process. Damage is reported as a warning. */
export function openLedger({ ledgerStore, now, err }: LedgerDeps): OpenLedger {
  let keptIn: string | undefined;
  const ledger = createLedger({
    store: ledgerStore((put) => (keptIn = put)),
    now,
    owner: crypto.randomUUID(),
    onDamage: (damage) => err(`warning: ${damageText(damage, keptIn)}\n`),
  });
  return { ledger, keptIn: () => keptIn };
}
