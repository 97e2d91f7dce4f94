import type { Command } from "commander";
import { campaignStatus } from "../../core/platform/campaign-status";
import type { ExchangeParameters } from "../../core/platform/exchange";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { pollState, type PollStateParameters } from "../../core/platform/poll-status";
import { visibleLine } from "../../core/text/visible";
import { describeState, describeUnsettled } from "../../core/wording/lifecycle/account-text";
import { lifecycleJson, lifecycleText, type LifecycleReport } from "../formats/lifecycle";
import { exitCodeOfOutcome } from "../formats/submission";
import {
  addAccountOptions,
  withAccount,
  type AccountDeps,
  type AccountOptions,
} from "../lifecycle/account-command";
import { readArgument, targetOf, unreadReport, type TargetDeps } from "../lifecycle/target";
import { fail } from "../output/terminal";
import type { SubmitDeps } from "./submit";

export interface StatusDeps extends AccountDeps, TargetDeps {
  readonly checkFile: SubmitDeps["checkFile"];
  readonly wait: PollStateParameters["wait"];
}

interface StatusOptions extends AccountOptions {
  readonly wait?: true;
}

export function registerStatus(program: Command, deps: StatusDeps): void {
  const command = program
    .command("status")
    .description("read the state of a campaign")
    .argument("<campaign>", "a campaign file, an exact id or an exact name")
    .option("--wait", "follow the state until the campaign is prepared, for up to ten minutes");
  addAccountOptions(command)
    .addHelpText("after", HELP)
    .action((text: string, options: StatusOptions) => status(text, options, deps));
}

const HELP = `
The credential is read from the environment, as for submit. An existing file means the campaign that its last accepted
submission created or updated, or else the campaign of exactly its name. If several campaigns have the name, their ids
are listed and the exit code is 2. Only reads.

Exit code: 0 the state was read; 3 an unknown campaign, or refused by the platform; 4 the account could not be read;
5 the state is not settled or not known; 2 usage; 130 interrupted.`;

async function status(text: string, options: StatusOptions, deps: StatusDeps): Promise<void> {
  const argument = await readArgument(text, deps.cwd, deps.checkFile);
  if (argument.kind === "usage") {
    fail(deps, argument.reason);
    return;
  }
  await withAccount(options, deps, async (account) => {
    const { reading, out, err } = account;
    const target = await targetOf(account, argument, deps);
    if (target.kind === "usage") {
      fail({ err, setExitCode: deps.setExitCode }, target.reason);
      return;
    }
    const onState = (state: string): void => err(`${visibleLine(state, 40)}\n`);
    const report =
      target.kind === "report"
        ? target.report
        : await stateOf(target.campaign, reading, options.wait ? { wait: deps.wait, onState } : undefined);
    out(options.format === "json" ? lifecycleJson(report) : lifecycleText(report));
    deps.setExitCode(exitCodeOfOutcome(report.outcome));
  });
}

async function stateOf(
  { id: campaignId, name }: ListedCampaign,
  reading: ExchangeParameters,
  following: Pick<PollStateParameters, "wait" | "onState"> | undefined,
): Promise<LifecycleReport> {
  const read = (state: string): LifecycleReport => ({
    ...{ outcome: "accepted", campaignId, state, words: describeState(campaignId, name, state) },
  });
  if (following === undefined) {
    const status = await campaignStatus({ ...reading, campaignId });
    return status.kind === "known" ? read(status.state) : { ...unreadReport(status.outcome), campaignId };
  }
  const end = await pollState({ ...reading, ...following, campaignId });
  switch (end.kind) {
    case "settled":
      return read(end.state);
    case "cancelled":
      return { ...unreadReport({ kind: "cancelled" }), campaignId };
    case "still-preparing":
      return {
        outcome: "unknown",
        campaignId,
        state: "Preparing",
        words: describeUnsettled(campaignId, end),
      };
    case "unavailable": {
      const { outcome, reason, ...report } = unreadReport(end.outcome, describeUnsettled(campaignId, end));
      const settled = outcome === "not-sent" && reason !== undefined ? "unknown" : outcome;
      return {
        ...{ ...report, outcome: settled, campaignId },
        ...(end.lastState === undefined ? {} : { state: end.lastState }),
      };
    }
  }
}
