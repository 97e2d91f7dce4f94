import type { History } from "../../core/ledger/ledger";
import type { Submissions } from "../submission/ledger";

/** `unreadable` is what the disk said. */
export type ReadHistory = History | { readonly unreadable: string };

/** What was submitted, newest first. Loads what works on the ledger. */
export async function readHistory(submissions: Submissions): Promise<ReadHistory> {
  const ledger = await submissions.ledger();
  try {
    return await ledger.history();
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}
