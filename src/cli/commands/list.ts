import path from "node:path";
import type { Command } from "commander";
import { entriesByCampaign } from "../../core/lifecycle/campaign-of-file";
import type { LedgerEntry } from "../../core/ledger/entry";
import { toResult } from "../../core/ledger/to-result";
import type { Connection } from "../../core/connection/connection";
import { listCampaigns } from "../../core/platform/list-campaigns";
import { isIn } from "../files/is-in";
import { campaignsJson, campaignsText } from "../formats/campaigns";
import { lifecycleJson, lifecycleText } from "../formats/lifecycle";
import { exitCodeOfOutcome } from "../formats/submission";
import {
  addAccountOptions,
  withAccount,
  type AccountDeps,
  type AccountOptions,
} from "../lifecycle/account-command";
import { unreadReport } from "../lifecycle/target";
import { exit } from "../output/terminal";
import { openLedger, type LedgerDeps } from "../submission/open-ledger";

export type ListDeps = AccountDeps & LedgerDeps;

interface ListOptions extends AccountOptions {
  readonly state?: string;
}

export function registerList(program: Command, deps: ListDeps): void {
  const command = program
    .command("list")
    .description("list the voice campaigns of an account, newest first")
    .option("--state <state>", "only campaigns in this state, for example Active");
  addAccountOptions(command)
    .addHelpText("after", HELP)
    .action((options: ListOptions) => list(options, deps));
}

const HELP = `
The credential is read from the environment, as for submit. One call reads 50 campaigns, and at most 20 calls are made,
of the 60 a minute that all tools of an account share. "file" is the file on this computer that created or last updated the
campaign: relative to the current folder, or absolute outside it.

Exit code: 0 the campaigns were listed, also if there are none; 3 refused by the platform; 4 the account could not be
read; 5 the account has more campaigns than were listed; 2 usage; 130 interrupted.`;

const MAX_CALLS = 20;

function list(options: ListOptions, deps: ListDeps): Promise<void> {
  return withAccount(options, deps, async ({ connection, reading, out, err }) => {
    const { state, format } = options;
    const listed = await listCampaigns({ ...reading, maxCalls: MAX_CALLS });
    if (listed.kind === "unavailable") {
      const report = unreadReport(listed.outcome);
      out(format === "json" ? lifecycleJson(report) : lifecycleText(report));
      deps.setExitCode(exitCodeOfOutcome(report.outcome));
      return;
    }
    const files = await filesById(connection, { ...deps, err });
    const wanted = state?.trim().toLowerCase();
    const rows = listed.items
      .filter((campaign) => wanted === undefined || campaign.state?.toLowerCase() === wanted)
      .map((campaign) => {
        const file = files.get(campaign.id);
        return { ...campaign, ...(file === undefined ? {} : { file }) };
      });
    out(format === "json" ? campaignsJson(rows, listed.complete) : campaignsText(rows));
    if (!listed.complete) err("warning: The account may have more campaigns than are listed.\n");
    deps.setExitCode(listed.complete ? exit.clean : exitCodeOfOutcome("unknown"), exit.usage);
  });
}

/** The file that each campaign of the account comes from. Without a readable ledger, none is known. */
async function filesById(
  connection: Connection,
  deps: Pick<AccountDeps, "cwd"> & LedgerDeps,
): Promise<ReadonlyMap<string, string>> {
  const history = await toResult(openLedger(deps).ledger.history());
  if (!history.ok) {
    deps.err(`warning: The files are unknown: ${history.detail}\n`);
    return new Map();
  }
  const entries = entriesByCampaign(history.value.entries, connection);
  return new Map([...entries].map(([id, entry]) => [id, fileFrom(deps.cwd, entry)]));
}

/** A file is recorded relative to the folder of its submission, which need not be this one. */
function fileFrom(cwd: string, { file, path: absolute }: Pick<LedgerEntry, "file" | "path">): string {
  if (absolute === undefined) return file;
  return isIn(cwd, absolute) ? path.relative(cwd, absolute) : absolute;
}
