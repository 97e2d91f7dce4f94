import type { LedgerEntry } from "../../core/ledger/entry";
import { historyColumns, toHistoryRecord } from "../../core/ledger/history-record";
import { statusOf } from "../../core/ledger/submission-status";
import { csvRow } from "../../core/text/csv";
import { minuteOf } from "../../core/text/local-time";
import { visibleLine } from "../../core/text/visible";
import { visibleJson } from "../../core/text/visible-json";
import { statusLabel } from "../../core/wording/submission-status-text";

/** `now` in milliseconds since 1970. */
type HistoryFormat = (entries: readonly LedgerEntry[], now: number) => string;

/** Each entry as it is listed, newest first. */
export const historyFormats = { text, json, csv } as const satisfies Readonly<Record<string, HistoryFormat>>;

/** Times are local. Texts are untrusted: they may come from another program. */
function text(entries: readonly LedgerEntry[], now: number): string {
  if (entries.length === 0) return "No submissions.\n";
  const rows = entries.map((entry) => {
    const { campaignId: id } = toHistoryRecord(entry);
    return [
      minuteOf(entry.at),
      visibleLine(entry.campaign, 100),
      [statusLabel(entry, statusOf(entry, now)), ...(id === undefined ? [] : [visibleLine(id, 60)])].join(
        " · ",
      ),
      `${visibleLine(entry.connectionName, 60)} at ${visibleLine(entry.host, 200)}`,
      visibleLine(entry.file, 200),
    ];
  });
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function json(entries: readonly LedgerEntry[]): string {
  return `${visibleJson(JSON.stringify({ entries: entries.map(toHistoryRecord) }, undefined, 2))}\n`;
}

function csv(entries: readonly LedgerEntry[]): string {
  const rows = entries.map((entry) => {
    const record = toHistoryRecord(entry);
    return historyColumns.map((column) => record[column] ?? "");
  });
  // A line end in a name is written out, so that each submission is one line for tools that split lines.
  return [historyColumns, ...rows].map((row) => `${visibleLine(csvRow(row), Infinity)}\n`).join("");
}
