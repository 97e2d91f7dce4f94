import path from "node:path";
import type { Command } from "commander";
import { toCampaignFile } from "../../core/comparison/campaign-text";
import { readCampaign } from "../../core/lifecycle/read-campaign";
import { visibleLine } from "../../core/text/visible";
import { describeAmbiguous } from "../../core/wording/lifecycle/account-text";
import { campaignText, leftOutText, notReadText } from "../../core/wording/lifecycle/comparison-text";
import { nameOf } from "../../core/wording/response-diff-text";
import {
  addReadingOptions,
  withAccount,
  type AccountDeps,
  type AccountOptions,
  type OpenAccount,
} from "../lifecycle/account-command";
import { writeText } from "../files/write-text";
import { exit, fail } from "../output/terminal";

interface PullOptions extends Omit<AccountOptions, "format"> {
  readonly output?: string;
  readonly force?: true;
}

export function registerPull(program: Command, deps: AccountDeps): void {
  addReadingOptions(program.command("pull"))
    .description("write a campaign of the account as a campaign file")
    .argument("<name|id>", "the campaign's ID or its exact name")
    .option("--output <file>", "write it to this file instead of standard output")
    .option("--force", "replace an existing file")
    .addHelpText("after", HELP)
    .action((nameOrId: string, options: PullOptions) =>
      withAccount(options, deps, (account) => pull(nameOrId, options, deps, account)),
    );
}

const HELP = `
The platform does not return every value of a campaign: not maxSkips, campaignType, the flow's name and answering
machine detection. Each of them is "<not returned>" in the file, with a comment. Enter them before you submit or compare
the file; lint reports them. Nothing is invented. Of the schedule, only isSchedulingEnabled can be in a file: its dates
are not.

The credential is read from the environment, as for submit. The account is only read.

Exit code: 0 written; 3 the account has no such campaign; 2 usage, a file that can't be written, or several campaigns
of this name; 5 the account could not be read; 130 interrupted.`;

async function pull(
  nameOrId: string,
  { output, force }: PullOptions,
  deps: AccountDeps,
  { reading, out, err }: OpenAccount,
): Promise<void> {
  const refuse = (reason: string, code: number): void =>
    fail({ err, setExitCode: deps.setExitCode }, reason, reading.signal.aborted ? exit.interrupted : code);
  if (nameOrId === "" || output === "") {
    refuse("The campaign or the path is empty.", exit.usage);
    return;
  }
  const found = await readCampaign(reading, { kind: "text", text: nameOrId });
  if (found.kind !== "read") {
    refuse(found.kind === "ambiguous" ? describeAmbiguous(found) : notReadText(found), CODES[found.kind]);
    return;
  }
  const { text, gaps, leftOut } = toCampaignFile(found.values, found.campaign.data);
  if (output === undefined) out(text);
  else {
    const reason = await writeText(path.resolve(deps.cwd, output), text, force === true);
    if (reason !== undefined) {
      refuse(`${output}: ${reason}`, exit.usage);
      return;
    }
    err(`Wrote ${campaignText(found.campaign)} to ${visibleLine(output, Infinity)}.\n`);
  }
  if (gaps.length > 0) err(`note: Not returned by the platform: ${gaps.map(nameOf).join(", ")}.\n`);
  if (leftOut.length > 0) err(`note: ${leftOutText(leftOut)}\n`);
  deps.setExitCode(exit.clean, exit.usage);
}

const CODES = { missing: 3, ambiguous: exit.usage, unavailable: 5, incomplete: 5 } as const;
