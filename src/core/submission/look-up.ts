import type { LedgerEntry } from "../ledger/entry";
import type { Ledger } from "../ledger/ledger";
import { lookUpOf, type LookUp } from "../ledger/look-up";
import { toResult } from "../ledger/to-result";
import type { CannotTell, FindResult } from "../platform/find-campaign";
import { recorded } from "../ledger/recorded";
import { resolutionOf, settlementOf, type Finding } from "./settle";

export interface LookUpSteps {
  readonly ledger: Pick<Ledger, "history" | "resolve">;
  readonly entry: LedgerEntry;
  readonly signal: AbortSignal;
  /** `findCampaign` in the account of the entry. */
  readonly find: (lookUp: LookUp) => Promise<FindResult>;
  /**
   * Waits until the platform must have finished (milliseconds since 1970), or until the signal is aborted. Without it,
   * a look-up that is too early is `open`.
   */
  readonly wait?: (until: number) => Promise<void>;
  /** What a person saw in the account. It counts only where the account gives no answer. */
  readonly personSays?: "created" | "not-created" | undefined;
}

export type LookUpEnd =
  | {
      readonly kind: "settled";
      readonly finding: Finding;
      /** False when its own window recorded a response, or another one resolved it first. */
      readonly recorded: boolean;
    }
  /** The result is certain, but the ledger could not be written. */
  | { readonly kind: "not-noted"; readonly finding: Finding; readonly detail: string }
  /** The ledger could not be read, so nothing was looked up. */
  | { readonly kind: "unreadable"; readonly detail: string }
  /** The account gives no answer. */
  | { readonly kind: "open"; readonly doubt: CannotTell }
  | { readonly kind: "stopped" };

/** Looks up a submission without a response in the account and records the result. */
export async function lookUpEntry(steps: LookUpSteps): Promise<LookUpEnd> {
  const { ledger, entry, signal, find, wait, personSays } = steps;
  const history = await toResult(ledger.history());
  if (!history.ok) return { kind: "unreadable", detail: history.detail };
  const { entries } = history.value;
  // Its window may have recorded a response, or its end, since this entry was read.
  const current = entries.find(({ id }) => id === entry.id) ?? entry;
  const lookUp = lookUpOf(current, entries);
  for (;;) {
    const settlement = settlementOf(await find(lookUp), personSays);
    switch (settlement.kind) {
      case "stopped":
        return settlement;
      case "ask":
        return { kind: "open", doubt: settlement.doubt };
      case "wait":
        if (wait === undefined) return { kind: "open", doubt: settlement.doubt };
        await wait(settlement.at);
        continue;
      case "resolve": {
        const { finding } = settlement;
        const end = await recorded(ledger.resolve(entry.id, resolutionOf(finding), signal), signal);
        if (end.kind === "recorded") return { kind: "settled", finding, recorded: end.value };
        return end.kind === "stopped" ? end : { ...end, finding };
      }
    }
  }
}
