import path from "node:path";
import type { Command } from "commander";
import { compareWithAccount } from "../../core/comparison/compare";
import { readCampaign } from "../../core/lifecycle/read-campaign";
import type { LedgerStore } from "../../core/ledger/store";
import { notReadText } from "../../core/wording/lifecycle/comparison-text";
import {
  formatOption,
  inAccount,
  withAccountOptions,
  type AccountDeps,
  type AccountOptions,
  type OpenAccount,
} from "../account-command";
import { comparable, recordedEntries, namedBy } from "../comparison/campaign-of-file";
import { readText } from "../files/text-file";
import { diffExitCode, diffJson, diffText, type DiffReport } from "../formats/comparison";
import { exit, fail } from "../output/terminal";

export interface DiffDeps extends AccountDeps {
  readonly ledgerStore: () => Pick<LedgerStore, "read">;
}

interface DiffOptions extends AccountOptions {
  readonly format: "text" | "json";
}

export function registerDiff(program: Command, deps: DiffDeps): void {
  withAccountOptions(program.command("diff"))
    .description("compare a campaign file with the account, by meaning")
    .argument("<file>", "a campaign file")
    .addOption(formatOption())
    .addHelpText("after", HELP)
    .action((file: string, options: DiffOptions) =>
      inAccount(options, deps, (account) => diff(file, options, deps, account)),
    );
}

const HELP = `
The file is compared with the campaign that its last accepted submission created, or else with the campaign of exactly
its name. The order of windows and lists, the spelling of times and values that only the account has do not count.
Values that the platform does not return are not compared, and are listed: maxSkips, campaignType, the flow's name.

The credential is read from the environment, as for submit. The account is only read.

Exit code: 0 the same; 3 different, or not in the account; 1 a file that can't be compared; 2 usage, a path that can't
be read, or several campaigns of this name; 5 the account could not be read; 130 interrupted.`;

async function diff(
  file: string,
  { format }: DiffOptions,
  deps: DiffDeps,
  { connection, reading, out }: OpenAccount,
): Promise<number> {
  const absolute = path.resolve(deps.cwd, file);
  const read = file === "" ? undefined : await readText(absolute);
  if (read?.kind !== "text") return failed(deps, read === undefined ? EMPTY : `${file}: ${read.reason}`);
  const campaign = comparable(read.text);
  if (!campaign.valid) return failed(deps, `${file}: ${campaign.reason}`, exit.problems);
  const entries = await recordedEntries(deps.ledgerStore());
  if (!entries.valid) return failed(deps, entries.reason);
  const named = namedBy(absolute, campaign.value.name, connection, entries.value);
  const found = await readCampaign(reading, named);
  if (found.kind === "ambiguous") return failed(deps, notReadText(found));
  const report: DiffReport =
    found.kind === "read"
      ? { kind: "compared", campaign: found.campaign, ...compareWithAccount(campaign.value, found.values) }
      : { kind: "not-read", reading: found };
  out(format === "json" ? diffJson(report) : diffText(report, file, read.text));
  return diffExitCode(report);
}

const EMPTY = "The path of the campaign file is empty.";

function failed(deps: DiffDeps, reason: string, code: number = exit.usage): number {
  fail(deps, reason, code);
  return code;
}
