import path from "node:path";
import type { Command } from "commander";
import { compareWithAccount } from "../../core/comparison/compare";
import { namedByFile } from "../../core/lifecycle/campaign-of-file";
import { readCampaign } from "../../core/lifecycle/read-campaign";
import type { LedgerStore } from "../../core/ledger/store";
import { notReadText } from "../../core/wording/lifecycle/comparison-text";
import {
  addAccountOptions,
  withAccount,
  type AccountDeps,
  type AccountOptions,
  type OpenAccount,
} from "../lifecycle/account-command";
import { comparable, recordedEntries } from "../comparison/campaign-of-file";
import { readText } from "../files/text-file";
import { diffExitCode, diffJson, diffText, type DiffReport } from "../formats/comparison";
import { warnOfGone } from "../lifecycle/target";
import { exit, fail } from "../output/terminal";

export interface DiffDeps extends AccountDeps {
  /** The ledger's file. */
  readonly ledgerStore: (onSetAside: (file: string) => void) => Pick<LedgerStore, "read">;
}

export function registerDiff(program: Command, deps: DiffDeps): void {
  addAccountOptions(program.command("diff"))
    .description("compare a campaign file with the account, by meaning")
    .argument("<file>", "a campaign file")
    .addHelpText("after", HELP)
    .action((file: string, options: AccountOptions) =>
      withAccount(options, deps, async (account) => {
        const result = await diff(file, options, deps, account);
        const { signal } = account.reading;
        const code = signal.aborted ? exit.interrupted : result.code;
        if ("reason" in result)
          fail({ err: account.err, setExitCode: deps.setExitCode }, result.reason, code);
        else {
          account.out(result.report);
          deps.setExitCode(code, exit.usage);
        }
      }),
    );
}

type DiffResult =
  | { readonly report: string; readonly code: number }
  /** Nothing was compared. */
  | { readonly reason: string; readonly code: number };

const HELP = `
The file is compared with the campaign that its last accepted submission created or updated, or else with the campaign
of exactly its name. The order of windows and lists, the spelling of times and values that only the account has do not count.
Values that the platform does not return are not compared, and are listed: maxSkips, campaignType, the flow's name.

The credential is read from the environment, as for submit. The account is only read.

Exit code: 0 the same; 3 different, or not in the account; 1 a file that can't be compared; 2 usage, a path that can't
be read, or several campaigns of this name; 5 the account could not be read; 130 interrupted.`;

async function diff(
  file: string,
  { format }: AccountOptions,
  { cwd, ledgerStore }: DiffDeps,
  { connection, reading, err }: OpenAccount,
): Promise<DiffResult> {
  if (file === "") return { reason: "The path of the campaign file is empty.", code: exit.usage };
  const absolute = path.resolve(cwd, file);
  const read = await readText(absolute);
  if (read.kind !== "text") return { reason: `${file}: ${read.reason}`, code: exit.usage };
  const campaign = comparable(read.text);
  if (!campaign.valid) return { reason: `${file}: ${campaign.reason}`, code: exit.problems };
  const entries = await recordedEntries(ledgerStore(() => undefined));
  if (!entries.valid) return { reason: entries.reason, code: exit.usage };
  const named = namedByFile(campaign.value.name, entries.value, connection, absolute);
  const found = await readCampaign(reading, named);
  if (found.kind === "read") warnOfGone(found.goneId, found.campaign, err);
  if (found.kind === "ambiguous") return { reason: notReadText(found), code: exit.usage };
  const report: DiffReport =
    found.kind === "read"
      ? { kind: "compared", campaign: found.campaign, ...compareWithAccount(campaign.value, found.values) }
      : { kind: "not-read", reading: found };
  const text = format === "json" ? diffJson(report) : diffText(report, file, read.text);
  return { report: text, code: diffExitCode(report) };
}
