import type { LedgerEntry } from "../../core/ledger/entry";
import { visibleLine } from "../../core/text/visible";
import { statusOf } from "../../core/ledger/submission-status";
import { statusLabel } from "../../core/wording/submission-status-text";
import { campaignIdOf } from "./status";

/** The submissions to one account through one connection. */
export interface ConnectionNode {
  readonly kind: "connection";
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly accountId: string;
  /** Newest first. */
  readonly entries: readonly LedgerEntry[];
}

/** The submissions by connection: the one that was used last comes first. `entries` are newest first. */
export function byConnection(entries: readonly LedgerEntry[]): readonly ConnectionNode[] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.connectionName, entry.host, entry.accountId]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups].flatMap(([id, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { connectionName, host, accountId } = first;
    return [{ kind: "connection" as const, id, name: connectionName, host, accountId, entries: group }];
  });
}

/** The connection of a submission, with this submission alone. Its ID is that of the connection with all of them. */
export function parentOf(entry: LedgerEntry): ConnectionNode | undefined {
  return byConnection([entry])[0];
}

/** Whether each word of the filter is part of what the view shows of a submission. Ignores case. */
export function matchesFilter(entry: LedgerEntry, filter: string, now: number): boolean {
  const { campaign, file, connectionName, host, accountId } = entry;
  const label = statusLabel(entry, statusOf(entry, now));
  const texts = [label, campaign, file, connectionName, host, accountId, campaignIdOf(entry) ?? ""];
  const shown = visibleLine(texts.join("\n"), 4_000).toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s/)
    .every((word) => shown.includes(word));
}
