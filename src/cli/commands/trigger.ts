import type { Command } from "commander";
import type { Trigger } from "../../core/platform/existing/trigger-campaign";
import { lifecycleJson, lifecycleText } from "../formats/lifecycle";
import { exitCodeOfOutcome } from "../formats/submission";
import { addAccountOptions, withAccount } from "../lifecycle/account-command";
import { readArgument, targetOf } from "../lifecycle/target";
import { triggerRecorded, type TriggerDeps, type TriggerOptions } from "../lifecycle/trigger-campaign";
import { fail } from "../output/terminal";

export function registerStart(program: Command, deps: TriggerDeps): void {
  const command = program
    .command("start")
    .description("start a campaign: people are called")
    .argument("<campaign>", "a campaign file, an exact id or an exact name")
    .option("--yes", "skip the confirmation; a campaign that ran before is not started")
    .option("--again", "with --yes, start it even if it ran before: everyone is called again")
    .option("--looked-up", "with --yes, you checked that an earlier start without a response had no effect")
    .option("--wait", "wait until the campaign is prepared before it is started");
  addAccountOptions(command)
    .addHelpText("after", HELP.start)
    .action((text: string, options: TriggerOptions) => trigger("start", text, options, deps));
}

export function registerStop(program: Command, deps: TriggerDeps): void {
  const command = program
    .command("stop")
    .description("stop a campaign: no more calls are made")
    .argument("<campaign>", "a campaign file, an exact id or an exact name")
    .option("--yes", "skip the confirmation")
    .option("--wait", "follow the state for up to ten minutes if the response is not clear");
  addAccountOptions(command)
    .addHelpText("after", HELP.stop)
    .action((text: string, options: TriggerOptions) => trigger("stop", text, options, deps));
}

const TARGET = `
The credential is read from the environment, as for submit. An existing file means the campaign that its last accepted
submission created or updated, or else the campaign of exactly its name. If several campaigns have the name, their ids
are listed and the exit code is 2.`;

const EXIT_CODES = `
Exit code: 0 done, or in that state already; 3 an unknown campaign, or refused by the platform; 4 not sent; 5 unknown,
so it may have had its effect; 2 usage; 130 canceled.`;

const HELP: Readonly<Record<Trigger, string>> = {
  start: `${TARGET}

The state is read right before. A campaign that is being prepared, scheduled or paused is not started. Each start is
recorded on this computer, as for submit: of two that run at the same time, one sends a request. After an unclear
response the state is read, and nothing is sent again. An earlier start without a response is not repeated by --yes,
unless --looked-up is given.

Stopping is not pausing: a start after a stop or after the end calls everyone on the lists again, from the beginning. A
terminal asks; --yes ends with the outcome "not-sent" unless --again is given.
${EXIT_CODES}`,
  stop: `${TARGET}

The state is read right before. After an unclear response it is read again, and nothing is sent again. Stopping is not
pausing: a later start calls everyone on the lists again, from the beginning.
${EXIT_CODES}`,
};

async function trigger(
  what: Trigger,
  text: string,
  options: TriggerOptions,
  deps: TriggerDeps,
): Promise<void> {
  if (!options.yes && !deps.canAsk) {
    fail(deps, "Not sent: not running interactively. Pass --yes to skip the confirmation.");
    return;
  }
  const argument = await readArgument(text, deps.cwd, deps.checkFile);
  if (argument.kind === "usage") {
    fail(deps, argument.reason);
    return;
  }
  await withAccount(options, deps, async (account) => {
    const { out, err } = account;
    const target = await targetOf(account, argument, deps);
    if (target.kind === "usage") {
      fail({ err, setExitCode: deps.setExitCode }, target.reason);
      return;
    }
    const file = argument.file === undefined ? {} : { file: argument.file };
    const report =
      target.kind === "report"
        ? target.report
        : await triggerRecorded({ trigger: what, target: target.campaign, ...file }, options, account, {
            ...deps,
            err,
          });
    out(options.format === "json" ? lifecycleJson(report) : lifecycleText(report));
    deps.setExitCode(exitCodeOfOutcome(report.outcome));
  });
}
