import { accountKey, isSameAccount } from "../ledger/account-key";
import { createdBy } from "../ledger/created";
import { isCreation, type Attempt, type LedgerEntry } from "../ledger/entry";
import type { Named } from "./find-target";

type Account = Pick<Attempt, "host" | "accountId">;

/** A file and the account it is compared with. `path` is absolute. */
export type FileInAccount = Account & { readonly path: string };

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

/**
 * Which campaign of the account a file means: that of `campaignOfFile`, else the one with its name. `path` is absolute,
 * and undefined for a file that is not on this computer.
 */
export function namedByFile(
  name: string,
  entries: readonly LedgerEntry[],
  { host, accountId }: Account,
  path: string | undefined,
): Extract<Named, { readonly kind: "name" }> {
  const recordedId = path === undefined ? undefined : campaignOfFile(entries, { host, accountId, path });
  return { kind: "name", name, ...(recordedId === undefined ? {} : { recordedId }) };
}

/**
 * The newest entry of each campaign that this computer created or updated in the account, by the campaign's ID: its file
 * is the one that the campaign comes from. `entries` are newest first.
 */
export function entriesByCampaign(
  entries: readonly LedgerEntry[],
  account: Account,
): ReadonlyMap<string, LedgerEntry> {
  const byId = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const id = isSameAccount(entry, account) && createdBy(entry) === "yes" ? idOf(entry) : undefined;
    if (id !== undefined && !byId.has(id)) byId.set(id, entry);
  }
  return byId;
}

/** Undefined for a start or a stop, which need no file. */
function idOf(entry: LedgerEntry): string | undefined {
  if (!isCreation(entry)) return entry.change?.action === "update" ? entry.change.campaignId : undefined;
  return entry.state === "pending" ? undefined : entry.campaignId;
}
