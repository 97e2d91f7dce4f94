import { InvalidArgumentError, Option, type Command } from "commander";
import { readLedger } from "../../core/ledger/ledger-text";
import type { LedgerStore } from "../../core/ledger/store";
import { toResult } from "../../core/ledger/to-result";
import { dayStart } from "../../core/text/local-time";
import { damageText } from "../../core/wording/blocked";
import { historyFormats } from "../formats/history";
import { exit, fail, type Terminal } from "../output/terminal";

export interface HistoryDeps extends Pick<Terminal, "out" | "err" | "setExitCode"> {
  readonly ledgerStore: () => Pick<LedgerStore, "read">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface HistoryOptions {
  readonly format: keyof typeof historyFormats;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export function registerHistory(program: Command, deps: HistoryDeps): void {
  program
    .command("history")
    .description("list what was submitted, started and stopped from this computer, newest first")
    .addOption(
      new Option("--format <format>", "output format").choices(Object.keys(historyFormats)).default("text"),
    )
    .addOption(
      new Option("--since <YYYY-MM-DD>", "only submissions from this day on, in local time")
        .argParser(day)
        .default(-Infinity, "all"),
    )
    .addHelpText("after", HELP)
    .action((options: HistoryOptions) => history(options, deps));
}

const HELP = `
Reads the folder CAMPAIGN_JSON_LEDGER, or the per-user state directory, and nothing else. In CSV, a cell that starts
with = + - @ or a tab has an apostrophe in front, so that no spreadsheet runs it as a formula.

Exit code: 0 the submissions were listed, also if there are none; 2 usage, or they cannot be read.`;

/** Only reads. A damaged ledger is repaired by the next submission. */
async function history({ format, since }: HistoryOptions, deps: HistoryDeps): Promise<void> {
  const read = await toResult(deps.ledgerStore().read());
  if (!read.ok) {
    fail(deps, read.detail);
    return;
  }
  const { entries, damage } = readLedger(read.value);
  if (damage !== undefined) deps.err(`warning: ${damageText(damage, undefined)}\n`);
  const listed = entries.filter(({ at }) => at >= since).sort((a, b) => b.at - a.at);
  deps.out(historyFormats[format](listed, deps.now()));
  deps.setExitCode(exit.clean, exit.usage);
}

function day(text: string): number {
  const start = dayStart(text);
  if (start === undefined) throw new InvalidArgumentError("Must be a date, for example 2026-03-31.");
  return start;
}
