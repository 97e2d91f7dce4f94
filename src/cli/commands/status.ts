import type { Command } from "commander";
import { listTargets } from "../../core/lifecycle/find-target";
import { pacedTransport } from "../../core/lifecycle/paced-transport";
import { campaignStatus } from "../../core/platform/campaign-status";
import type { ExchangeParameters } from "../../core/platform/exchange";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import type { Listed } from "../../core/platform/list-page";
import { pollState, type PollStateParameters } from "../../core/platform/poll-status";
import { visibleLine } from "../../core/text/visible";
import { describeState, describeUnsettled } from "../../core/wording/lifecycle/account-text";
import { lifecycleJson, lifecycleText, type LifecycleReport } from "../formats/lifecycle";
import {
  campaignReportsJson,
  campaignReportText,
  exitCodeOfCampaigns,
  type CampaignReport,
} from "../formats/lifecycles";
import { exitCodeOfOutcome } from "../formats/submission";
import {
  addAccountOptions,
  withAccount,
  type AccountDeps,
  type AccountOptions,
  type OpenAccount,
} from "../lifecycle/account-command";
import {
  readArgument,
  targetOf,
  unreadReport,
  type Argument,
  type Target,
  type TargetDeps,
} from "../lifecycle/target";
import { exit, fail } from "../output/terminal";
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
    .description("read the state of one or more campaigns")
    .argument("<campaigns...>", "campaign files, exact ids or exact names")
    .option("--wait", "follow each state until the campaign is prepared, for up to ten minutes");
  addAccountOptions(command)
    .addHelpText("after", HELP)
    .action((texts: readonly string[], options: StatusOptions) => status(texts, options, deps));
}

const HELP = `
The credential is read from the environment, as for submit. An existing file means the campaign that its last accepted
submission created or updated, or else the campaign of exactly its name. If several campaigns have the name, their ids
are listed and the exit code is 2. Only reads. With --format json, several campaigns are
{ results: [{ campaign, ... }], summary }.

Exit code: 0 the state was read; 3 an unknown campaign, or refused by the platform; 4 the account could not be read;
5 the state is not settled or not known; 2 usage, or a name of several campaigns; 130 interrupted. Of several results, the
first of 130, 2, 5, 4, 3, 0.`;

async function status(texts: readonly string[], options: StatusOptions, deps: StatusDeps): Promise<void> {
  const named: NamedArgument[] = [];
  for (const text of texts) {
    const argument = await readArgument(text, deps.cwd, deps.checkFile);
    if (argument.kind === "usage") {
      fail(deps, argument.reason);
      return;
    }
    named.push(argument);
  }
  await withAccount(options, deps, async (account) => {
    const { out, err, reading } = account;
    const [first, ...more] = named;
    if (first === undefined) return;
    if (more.length === 0) {
      const read = await readStatus(first, options, account, deps);
      if (read.kind === "usage") fail({ err, setExitCode: deps.setExitCode }, read.reason);
      else {
        out(options.format === "json" ? lifecycleJson(read.report) : lifecycleText(read.report));
        deps.setExitCode(exitCodeOfOutcome(read.report.outcome));
      }
      return;
    }
    const pace = { now: deps.now, wait: deps.wait };
    const paced = { ...account, reading: { ...reading, transport: pacedTransport(reading.transport, pace) } };
    const listed = await listTargets(paced.reading);
    const reports: CampaignReport[] = [];
    for (const [index, each] of named.entries()) {
      const campaign = texts[index] ?? "";
      const read = reading.signal.aborted
        ? INTERRUPTED
        : await readStatus(each, options, paced, deps, listed);
      const done = { campaign, ...read };
      reports.push(done);
      if (options.format === "text") out(campaignReportText(done));
    }
    if (options.format === "json") out(campaignReportsJson(reports));
    deps.setExitCode(exitCodeOfCampaigns(reports), exit.usage);
  });
}

type NamedArgument = Extract<Argument, { readonly kind: "named" }>;
const INTERRUPTED = { kind: "report", report: unreadReport({ kind: "cancelled" }) } as const;

async function readStatus(
  named: NamedArgument,
  options: StatusOptions,
  account: OpenAccount,
  deps: StatusDeps,
  listed?: Listed<ListedCampaign>,
): Promise<Extract<Target, { readonly kind: "usage" | "report" }>> {
  const target = await targetOf(account, named, deps, listed);
  if (target.kind !== "found") return target;
  const before = listed === undefined ? "" : `${visibleLine(target.campaign.name, 100)}: `;
  const onState = (state: string): void => account.err(`${before}${visibleLine(state, 40)}\n`);
  const following = options.wait ? { wait: deps.wait, onState } : undefined;
  return { kind: "report", report: await stateOf(target.campaign, account.reading, following) };
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
