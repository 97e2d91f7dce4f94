import { accountKey } from "../ledger/account-key";
import { createdBy } from "../ledger/created";
import { isCreation, type Attempt, type LedgerEntry } from "../ledger/entry";

/** A file and the account it is compared with. `path` is absolute. */
export type FileInAccount = Pick<Attempt, "host" | "accountId"> & { readonly path: string };

/**
 * The ID of the campaign that the last accepted submission or update of this file created or changed in this account.
 * Undefined if there is none with an ID.
 */
export function campaignOfFile(entries: readonly LedgerEntry[], file: FileInAccount): string | undefined {
  const account = accountKey(file);
  const own = entries
    .filter(
      (entry) => entry.path === file.path && accountKey(entry) === account && createdBy(entry) === "yes",
    )
    .map((entry) => ({ at: entry.at, id: idOf(entry) }))
    .filter(({ id }) => id !== undefined);
  return own.sort((a, b) => b.at - a.at)[0]?.id;
}

function idOf(entry: LedgerEntry): string | undefined {
  if (!isCreation(entry)) return entry.change?.action === "update" ? entry.change.campaignId : undefined;
  return entry.state === "pending" ? undefined : entry.campaignId;
}
