import { parseJson } from "../api/envelope";
import type { LedgerEntry } from "./entry";
import { isOpen } from "./entry";
import { parseEntry } from "./parse-entry";

/** What a stored text holds. `damage` is absent when every line of it could be read. */
export interface LedgerContent {
  /** Oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly damage?: Damage;
}

export interface Damage {
  /** Lines that are no entry, and one more when the first line is not a ledger's. */
  readonly unreadable: number;
  /** Entries that could be read. */
  readonly readable: number;
}

/**
 * Reads a ledger's text: a line that names the form, then one entry a line as JSON, so that a line that is damaged
 * costs one entry and not all. `undefined` is a ledger that was never written; an empty text has lost its first line.
 */
export function readLedger(text: string | undefined): LedgerContent {
  if (text === undefined) return { entries: [] };
  const lines = text.split("\n");
  const hasHeader = lines[0] === HEADER;
  const entries = new Map<string, LedgerEntry>();
  let unreadable = hasHeader ? 0 : 1;
  for (const line of hasHeader ? lines.slice(1) : lines) {
    if (line === "") continue;
    const entry = parseEntry(parseJson(line)?.json);
    if (!entry.valid || entries.has(entry.value.id)) unreadable++;
    else entries.set(entry.value.id, entry.value);
  }
  const read = { entries: [...entries.values()] };
  return unreadable === 0 ? read : { ...read, damage: { unreadable, readable: entries.size } };
}

/** The text of these entries. Over 500, those that ended first are left out; open ones never are. */
export function writeLedger(entries: readonly LedgerEntry[]): string {
  const surplus = Math.max(0, entries.length - MOST_ENTRIES);
  const endedFirst = entries
    .filter((entry) => !isOpen(entry))
    .sort((a, b) => endOf(a) - endOf(b))
    .slice(0, surplus);
  const left = new Set(endedFirst);
  const kept = entries.filter((entry) => !left.has(entry));
  return [HEADER, ...kept.map((entry) => JSON.stringify(entry)), ""].join("\n");
}

function endOf(entry: LedgerEntry): number {
  return entry.state === "pending" ? Infinity : entry.finishedAt;
}

/** Entries that are kept. At some 4 KiB each, the text stays around 2 MiB. */
export const MOST_ENTRIES = 500;

const HEADER = '{"ledger":"campaign-json","version":1}';
