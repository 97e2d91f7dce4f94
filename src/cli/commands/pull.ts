import path from "node:path";
import type { Command } from "commander";
import { toCampaignFile } from "../../core/comparison/campaign-text";
import { readCampaign } from "../../core/lifecycle/read-campaign";
import { visibleLine } from "../../core/text/visible";
import { campaignText, notReadText } from "../../core/wording/lifecycle/comparison-text";
import { nameOf } from "../../core/wording/response-diff-text";
import {
  inAccount,
  withAccountOptions,
  type AccountDeps,
  type AccountOptions,
  type OpenAccount,
} from "../account-command";
import { writeText } from "../files/write-text";
import { exit, fail } from "../output/terminal";

interface PullOptions extends AccountOptions {
  readonly output?: string;
  readonly force?: true;
}

export function registerPull(program: Command, deps: AccountDeps): void {
  withAccountOptions(program.command("pull"))
    .description("write a campaign of the account as a campaign file")
    .argument("<name|id>", "the campaign's ID or its exact name")
    .option("--output <file>", "write it to this file instead of standard output")
    .option("--force", "replace an existing file")
    .addHelpText("after", HELP)
    .action((nameOrId: string, options: PullOptions) =>
      inAccount(options, deps, (account) => pull(nameOrId, options, deps, account)),
    );
}

const HELP = `
The platform does not return every value of a campaign: not maxSkips, campaignType, the flow's name and answering
machine detection. Each of them is "<not returned>" in the file, with a comment. Enter them before you submit or compare
the file; lint reports them. Nothing is invented, and the schedule is left out.

The credential is read from the environment, as for submit. The account is only read.

Exit code: 0 written; 3 the account has no such campaign; 2 usage, a file that can't be written, or several campaigns
of this name; 5 the account could not be read; 130 interrupted.`;

async function pull(
  nameOrId: string,
  { output, force }: PullOptions,
  deps: AccountDeps,
  { reading, out }: OpenAccount,
): Promise<number> {
  if (nameOrId === "" || output === "") return failed(deps, "The campaign or the path is empty.", exit.usage);
  const found = await readCampaign(reading, { kind: "text", text: nameOrId });
  if (found.kind !== "read") return failed(deps, notReadText(found), CODES[found.kind]);
  const { text, gaps } = toCampaignFile(found.values);
  if (output === undefined) out(text);
  else {
    const reason = await writeText(path.resolve(deps.cwd, output), text, force === true);
    if (reason !== undefined) return failed(deps, `${output}: ${reason}`, exit.usage);
    deps.err(`Wrote ${campaignText(found.campaign)} to ${visibleLine(output, Infinity)}.\n`);
  }
  if (gaps.length > 0) deps.err(`note: Not returned by the platform: ${gaps.map(nameOf).join(", ")}.\n`);
  return exit.clean;
}

const CODES = { missing: 3, ambiguous: exit.usage, unavailable: 5, incomplete: 5 } as const;

function failed(deps: AccountDeps, reason: string, code: number): number {
  fail(deps, reason, code);
  return code;
}
