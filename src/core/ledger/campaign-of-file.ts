import { accountKey } from "./account-key";
import { createdBy } from "./created";
import type { Attempt, LedgerEntry } from "./entry";

/** A file and the account it is compared with. `path` is absolute. */
export type FileInAccount = Pick<Attempt, "host" | "accountId"> & { readonly path: string };

/**
 * The ID of the campaign that the last accepted submission of this file created in this account. Undefined if there is
 * none with an ID.
 */
export function campaignOfFile(entries: readonly LedgerEntry[], file: FileInAccount): string | undefined {
  const account = accountKey(file);
  const submitted = entries
    .filter(
      (entry) => entry.path === file.path && accountKey(entry) === account && createdBy(entry) === "yes",
    )
    .flatMap((entry) =>
      entry.state === "pending" || entry.campaignId === undefined
        ? []
        : [{ at: entry.at, campaignId: entry.campaignId }],
    );
  return submitted.sort((a, b) => b.at - a.at)[0]?.campaignId;
}
