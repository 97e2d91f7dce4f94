import path from "node:path";
import type { Command } from "commander";
import { namedByFile } from "../../core/lifecycle/campaign-of-file";
import { findTarget } from "../../core/lifecycle/find-target";
import { notReadText } from "../../core/wording/lifecycle/comparison-text";
import { describeUpdateBlocked } from "../../core/wording/lifecycle/update-text";
import { recordedEntries } from "../comparison/campaign-of-file";
import { lifecycleJson, lifecycleText, type LifecycleReport } from "../formats/lifecycle";
import { exitCodeOf, exitCodeOfOutcome, toJson, toText, type Report } from "../formats/submission";
import {
  addAccountOptions,
  withAccount,
  type AccountOptions,
  type OpenAccount,
} from "../lifecycle/account-command";
import { toTarget } from "../lifecycle/target";
import { updateRecorded, type ToUpdate, type UpdateDeps } from "../lifecycle/update-campaign";
import { fail } from "../output/terminal";
import { warnOf, warnOfProblems } from "../submission/confirm";

export function registerUpdate(program: Command, deps: UpdateDeps): void {
  const command = program
    .command("update")
    .description("change a campaign of the account to the values of its file")
    .argument("<file>", "a campaign file")
    .option("--yes", "skip the confirmation");
  addAccountOptions(command)
    .addHelpText("after", HELP)
    .action((file: string, options: AccountOptions) => update(file, options, deps));
}

const HELP = `
The credential is read from the environment, as for submit. The file belongs to the campaign that its last accepted
submission created or updated, or else to the campaign of exactly its name. If several campaigns have the name, their
IDs are listed and the exit code is 2.

The differences between file and account are shown, and the question is about exactly those. Without a difference
nothing is sent. An active campaign is not changed. The campaign is read again right before the request, and nothing is
sent if it changed; the platform has no conditional update, so a change in the moment between cannot be noticed. One
request is sent, recorded on this computer as for submit, and the campaign is read again: the platform does not document
which values it changes, so the ones that it did not apply are reported. Values that it does not return are sent, and
can't be compared.

The request replaces the whole campaign, and the platform may reset a value that the file omits, such as an enabled
schedule. The question lists such values. With --yes nothing is sent: add them to the file, as pull writes it.

After an unclear response the campaign is read, and nothing is sent again. An earlier update without a response is
looked up first.

Exit code: 0 updated, or no difference; 1 an invalid file; 2 usage, or a path that can't be read; 3 an unknown campaign,
or refused by the platform; 4 not sent; 5 unknown, so it may have been updated; 130 canceled.`;

async function update(file: string, options: AccountOptions, deps: UpdateDeps): Promise<void> {
  if (!options.yes && !deps.canAsk) {
    fail(deps, "Not sent: not running interactively. Pass --yes to skip the confirmation.");
    return;
  }
  const checked = await deps.checkFile(file);
  if (checked.kind === "unreadable") {
    fail(deps, checked.reason);
    return;
  }
  const { value: campaign, problems, switchedOff, exempted } = checked;
  if (campaign === undefined || problems.some(({ severity }) => severity === "error")) {
    const report: Report = { kind: "invalid-file", path: file, problems };
    deps.out(options.format === "json" ? toJson(report) : toText(report));
    deps.setExitCode(exitCodeOf(report));
    return;
  }
  await withAccount(options, deps, async (account) => {
    const { connection, out, err } = account;
    warnOfProblems(problems, { err });
    warnOf({ connection, switchedOff, exempted, prior: [] }, { err, now: deps.now });
    const report = await updateInAccount({ file, campaign }, options, account, { ...deps, err });
    if (typeof report === "string") {
      fail({ err, setExitCode: deps.setExitCode }, report);
      return;
    }
    out(options.format === "json" ? lifecycleJson(report) : lifecycleText(report));
    deps.setExitCode(exitCodeOfOutcome(report.outcome));
  });
}

/** A text is why the command can't be carried out as it is. */
async function updateInAccount(
  work: Omit<ToUpdate, "target">,
  options: AccountOptions,
  account: OpenAccount,
  deps: UpdateDeps,
): Promise<LifecycleReport | string> {
  const { file, campaign } = work;
  const entries = await recordedEntries(deps.ledgerStore(() => undefined));
  if (!entries.valid) {
    const by = { kind: "unreadable", detail: entries.reason } as const;
    return { outcome: "not-sent", reason: "not-noted", words: describeUpdateBlocked(by) };
  }
  const absolute = path.resolve(deps.cwd, file);
  const named = namedByFile(campaign.name, entries.value, account.connection, absolute);
  const found = await findTarget(account.reading, named);
  // An ID can't be passed instead of a file.
  if (found.kind === "ambiguous") return `${notReadText(found)} Rename the others in the platform first.`;
  const target = toTarget(found, campaign.name, account.err);
  if (target.kind === "usage") return target.reason;
  if (target.kind === "report") return target.report;
  return updateRecorded({ ...work, target: target.campaign }, options, account, deps);
}
