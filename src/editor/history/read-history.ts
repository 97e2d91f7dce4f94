import type { History } from "../../core/ledger/ledger";
import type { Submissions } from "../submission/ledger";

/** `unreadable` is the error of the file system. */
export type ReadHistory = History | { readonly unreadable: string };

/** Reads the submissions, newest first. The first call loads the ledger's code. */
export async function readHistory(submissions: Submissions): Promise<ReadHistory> {
  const ledger = await submissions.ledger();
  try {
    return await ledger.history();
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}
