import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { minuteOf } from "../../core/text/local-time";
import { visibleLine } from "../../core/text/visible";
import { visibleJson } from "../../core/text/visible-json";

/** A campaign of the account. `file`: the file on this computer that created it, as the ledger records it. */
export interface CampaignRow extends ListedCampaign {
  readonly file?: string;
}

/** The object of `list --format json`. `complete` is false if the account has more campaigns than were read. */
export function campaignsJson(rows: readonly CampaignRow[], complete: boolean): string {
  const campaigns = rows.map(({ id, name, state, mode, queue, updatedAt, file }) => ({
    ...{ id, name, state, mode, queue },
    ...(updatedAt === undefined ? {} : { updatedAt: new Date(updatedAt).toISOString() }),
    file,
  }));
  return `${visibleJson(JSON.stringify({ campaigns, complete }, undefined, 2))}\n`;
}

/** One line for each, in columns. Times are local. The names are untrusted text. */
export function campaignsText(rows: readonly CampaignRow[]): string {
  if (rows.length === 0) return "No campaigns.\n";
  const cells = rows.map(({ id, name, state = "", mode = "", queue = "", updatedAt, file = "" }) => [
    visibleLine(state, 40),
    visibleLine(name, 60),
    visibleLine(id, 60),
    visibleLine(mode, 40),
    visibleLine(queue, 60),
    updatedAt === undefined ? "" : minuteOf(updatedAt),
    visibleLine(file, 200),
  ]);
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
