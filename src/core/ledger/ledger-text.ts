import { parseJson } from "../platform/envelope";
import { checksum } from "./checksum";
import type { LedgerEntry } from "./entry";
import { isOpen } from "./entry";
import { parseEntry } from "./parse-entry";

/** The content of a stored text. `damage` is absent if every line could be read. */
export interface LedgerContent {
  /** Oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly damage?: Damage;
}

export interface Damage {
  /** The number of lines that are missing or not an entry, plus one if the first line is not the header of a log. */
  readonly unreadable: number;
  /** The number of entries that could be read. */
  readonly readable: number;
}

/**
 * Reads the text of a log: a line with the format and the number of entries, then one entry a line as JSON with a
 * checksum. So a damaged line costs only one entry, and no damage goes unnoticed. Version 1 had neither number nor
 * checksums. `undefined` is a log that was never written; an empty text has lost its first line.
 */
export function readLedger(text: string | undefined): LedgerContent {
  return readLines(text, new KnownLines(), new KnownLines());
}

export interface LedgerText {
  readonly read: typeof readLedger;
  readonly write: typeof writeLedger;
}

/**
 * Reads and writes one text after another as `readLedger` and `writeLedger` do, but only the lines that the last text
 * that was read did not have: an operation changes one of them. The lines are kept until memory is needed.
 */
export function ledgerText(): LedgerText {
  let last = new WeakRef(new KnownLines());
  const known = (): KnownLines => last.deref() ?? new KnownLines();
  return {
    read: (text) => {
      const seen = new KnownLines();
      const content = readLines(text, known(), seen);
      last = new WeakRef(seen);
      return content;
    },
    write: (entries) => writeLines(entries, known()),
  };
}

/** Lines of version 2 whose checksum was right, and their entries. Entries are never changed. */
class KnownLines {
  private readonly entries = new Map<string, LedgerEntry>();
  private readonly lines = new Map<LedgerEntry, string>();

  add(line: string, entry: LedgerEntry): void {
    this.entries.set(line, entry);
    this.lines.set(entry, line);
  }

  entryOf(line: string): LedgerEntry | undefined {
    return this.entries.get(line);
  }

  lineOf(entry: LedgerEntry): string | undefined {
    return this.lines.get(entry);
  }
}

/** Adds its lines to `seen`. */
function readLines(text: string | undefined, known: KnownLines, seen: KnownLines): LedgerContent {
  if (text === undefined) return { entries: [] };
  const lines = text.split("\n");
  const [first = ""] = lines;
  const header = first === HEADER_1 ? { version: 1, count: 0 } : headerIn(first);
  const entries = new Map<string, LedgerEntry>();
  let unreadable = 0;
  for (const line of header === undefined ? lines : lines.slice(1)) {
    if (line === "") continue;
    const needsSum = header?.version === 2;
    const entry = (needsSum ? known.entryOf(line) : undefined) ?? entryIn(line, needsSum);
    if (entry === undefined || entries.has(entry.id)) {
      unreadable++;
      continue;
    }
    entries.set(entry.id, entry);
    if (needsSum) seen.add(line, entry);
  }
  const missing = (header?.count ?? 0) - entries.size;
  // Without a header, the first line is counted among the unreadable ones.
  const lost = Math.max(unreadable, missing, header === undefined ? 1 : 0);
  const isMore = header?.version === 2 && entries.size > header.count;
  const read = { entries: [...entries.values()] };
  return lost === 0 && !isMore
    ? read
    : { ...read, damage: { unreadable: Math.max(1, lost), readable: entries.size } };
}

function entryIn(line: string, needsSum: boolean): LedgerEntry | undefined {
  const json = jsonIn(line, needsSum);
  const entry = parseEntry(json === undefined ? undefined : parseJson(json)?.json);
  return entry.valid ? entry.value : undefined;
}

/**
 * Writes entries as text. Bodies and responses are kept for the last 500 and for unresolved ones; the data for finding
 * duplicates is kept forever.
 */
export function writeLedger(entries: readonly LedgerEntry[]): string {
  return writeLines(entries, new KnownLines());
}

function writeLines(entries: readonly LedgerEntry[], known: KnownLines): string {
  const surplus = Math.max(0, entries.length - MAX_ENTRIES);
  const endedFirst = entries
    .filter((entry) => !isOpen(entry))
    .sort((a, b) => endOf(a) - endOf(b))
    .slice(0, surplus);
  const old = new Set(endedFirst);
  const lines = entries.map((entry) => {
    const kept = old.has(entry) ? withoutTexts(entry) : entry;
    return known.lineOf(kept) ?? toLine(kept);
  });
  return [`${HEADER_2}${entries.length}}`, ...lines, ""].join("\n");
}

function endOf(entry: LedgerEntry): number {
  return entry.state === "pending" ? Infinity : entry.finishedAt;
}

function withoutTexts(entry: LedgerEntry): LedgerEntry {
  const { body, ...kept } = entry;
  if (kept.state === "pending") return entry;
  const { response, ...finished } = kept;
  return body === undefined && response === undefined ? entry : finished;
}

/** The number of entries that are kept complete. At about 4 KiB each, their text takes about 2 MiB. */
export const MAX_ENTRIES = 500;

const HEADER_1 = '{"ledger":"campaign-json","version":1}';
const HEADER_2 = '{"ledger":"campaign-json","version":2,"entries":';

function headerIn(line: string): { readonly version: 2; readonly count: number } | undefined {
  if (!line.startsWith(HEADER_2)) return undefined;
  const count = /^(\d{1,9})\}$/.exec(line.slice(HEADER_2.length))?.[1];
  return count === undefined ? undefined : { version: 2, count: Number(count) };
}

/** Writes the entry as JSON with its checksum as the last property, so that a program without checksums can read it. */
function toLine(entry: LedgerEntry): string {
  const json = JSON.stringify(entry);
  return `${json.slice(0, -1)}${SUM}${checksum(json)}"}`;
}

const SUM = ',"sum":"';
/** In UTF-16 units, from `SUM` to the end of the line. */
const SUM_LENGTH = SUM.length + 8 + 2;

/** Undefined if the checksum does not match the line, or is required and missing. */
function jsonIn(line: string, needsSum: boolean): string | undefined {
  const start = line.length - SUM_LENGTH;
  if (start < 0 || !line.startsWith(SUM, start)) return needsSum ? undefined : line;
  const json = `${line.slice(0, start)}}`;
  return line.slice(start) === `${SUM}${checksum(json)}"}` ? json : undefined;
}
