import { InvalidArgumentError, Option, type Command } from "commander";
import { isFamiliarHost, type Connection } from "../../core/connection/connection";
import { pacedTransport, type Pace } from "../../core/lifecycle/paced-transport";
import type { Campaign } from "../../core/campaign/generated/campaign";
import type { Parsed } from "../../core/text/parsed";
import type { PracticeServer } from "../../node/practice/server";
import {
  addConnectionOptions,
  connectionFrom,
  refusalOfHost,
  refusalOfPractice,
  type ConnectionOptions,
} from "../connection-options";
import type { ExemptedFileProblem, FileProblem } from "../formats/submission";
import { filesToSubmit } from "../submission/files-to-submit";
import { memoryLedger } from "../submission/memory-ledger";
import { planFiles } from "../submission/plan-files";
import type { FileToSubmit, RecordedDeps } from "../submission/submit-campaign";
import { submitEach, type EachOptions } from "../submission/submit-each";
import { exit, fail, type Terminal } from "../output/terminal";

export interface SubmitDeps extends RecordedDeps, Pick<Terminal, "out" | "env" | "cwd" | "setExitCode"> {
  /** Whether standard input and standard error are both terminals, so that a question can be asked. */
  readonly canAsk: boolean;
  readonly checkFile: (path: string) => Promise<CheckedFile>;
  readonly startPracticeServer: () => Promise<PracticeServer>;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
  readonly wait: Pace["wait"];
}

export type CheckedFile =
  | {
      readonly kind: "checked";
      readonly text: string;
      readonly problems: readonly FileProblem[];
      /** Errors of rules that a configuration disables or lowers. */
      readonly switchedOff: readonly FileProblem[];
      /** Errors that comments in the file exempt. */
      readonly exempted: readonly ExemptedFileProblem[];
      /** Absent when the text is not a campaign. */
      readonly value: Campaign | undefined;
    }
  /** The file cannot be read; `reason` names it. */
  | { readonly kind: "unreadable"; readonly reason: string };

interface SubmitOptions extends ConnectionOptions, EachOptions {
  readonly plan?: true;
  readonly format: "text" | "json";
}

export function registerSubmit(program: Command, deps: SubmitDeps): void {
  const command = program
    .command("submit")
    .description("create campaigns in an account")
    .argument("<paths...>", "campaign files, folders or globs, submitted one after another")
    .option("--practice", "use a practice server that runs for this command only");
  addConnectionOptions(command)
    .option("--dry-run", "print the request without sending it")
    .option("--plan", "read the account and print what it needs, without changing it (see below)")
    .option("--yes", "skip the confirmation; a duplicate is not sent")
    .option("--again", "send it even if this exact campaign was already created in this account")
    .option(
      "--unless-exists",
      "send nothing if the account has a campaign with this name (best effort, see below)",
    )
    .option("--looked-up", "you checked that an earlier submission without a response is not in the account")
    .option("--timeout <seconds>", "seconds to wait for the response", parseSeconds, 30)
    .addOption(new Option("--format <format>", "report format").choices(["text", "json"]).default("text"))
    .addHelpText("after", HELP)
    .action((paths: string[], options: SubmitOptions) => submit(paths, options, deps));
}

async function submit(paths: readonly string[], options: SubmitOptions, deps: SubmitDeps): Promise<void> {
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  try {
    const ask: SubmitDeps["ask"] = async (question, signal) => {
      const answer = await deps.ask(question, signal);
      // Ctrl+C at a question, or the end of the input: the next file is not asked about.
      if (answer === undefined) interrupt.abort();
      return answer;
    };
    const refusal = await submitFiles(paths, options, { ...deps, ask }, interrupt.signal);
    if (refusal !== undefined) fail(deps, refusal);
  } catch (error) {
    // While folders were searched.
    if (!interrupt.signal.aborted || error !== interrupt.signal.reason) throw error;
    deps.setExitCode(exit.interrupted);
  } finally {
    stopListening();
  }
}

const HELP = `
The credential is read from the environment: CAMPAIGN_JSON_TOKEN (a ready JWT), or CAMPAIGN_JSON_CLIENT_ID and
CAMPAIGN_JSON_CLIENT_SECRET, from which a token is minted for the request.

Each submission is recorded on this computer, in the folder CAMPAIGN_JSON_LEDGER or in the per-user state directory.
A submission that is in progress is not sent again. An earlier submission without a response is looked up first;
--looked-up applies only if that is inconclusive. Exactly the same campaign is not created in the same account a second
time: a terminal asks, and --yes ends with the outcome "exists", exit code 0 and the id. --again creates a duplicate of
what was created before this run started.

--plan reads the account and prints for each file: create, exists, differs (with each difference), has-errors, or unknown
if the account can't be read. It needs no --yes and records nothing. A file is compared with the campaign that its last
accepted submission created, or else with the campaign of exactly its name. With --format json: { results: [{ file, plan,
campaignId, differences, notCompared, problems }], summary }. notCompared names values that the account does not return.

--unless-exists is best effort: the platform has no idempotency key. A campaign with the same name can be created
between the check and the submission, and another computer has its own record.

Several files are submitted one after another. At a terminal, a line for each file shows what the record knows (create,
exists, differs, has-errors), and one question covers all that are created; where real people are called, you type the
account ID. A file whose last campaign exists with other values is not sent and ends with "exists": use update, or submit
it alone to create another campaign. Nothing is sent if one of the paths cannot be read, and nothing more is sent after
a file whose outcome is unknown. Many files take a while, because a run makes at most 50 calls a minute. The exit code is
the first that occurs of 130, 2, 5, 4, 3, 1 and 0.

Exit code: 0 accepted, already created, or a dry run; 1 an invalid file; 2 usage, or a path that cannot be read;
3 refused by the platform; 4 not sent; 5 unknown, so it may have been created; 130 canceled.
With --plan: 0 nothing to do; 3 something to create or different; 1 a file with errors; 5 unknown.`;

/** Returns why nothing was submitted if the paths or options cannot be used. */
async function submitFiles(
  paths: readonly string[],
  options: SubmitOptions,
  deps: SubmitDeps,
  signal: AbortSignal,
): Promise<string | undefined> {
  const refusal = refusalOfPractice(options);
  if (refusal !== undefined) return refusal;
  if (options.plan && (options.dryRun ?? options.again ?? options.lookedUp) !== undefined)
    return "--plan can't be combined with --dry-run, --again or --looked-up.";
  if (!options.dryRun && !options.plan && !options.yes && !deps.canAsk)
    return "Not sent: not running interactively. Pass --yes to skip the confirmation.";
  const found = await filesToSubmit(paths, deps.cwd, signal);
  if (!found.valid) return found.reason;
  const { files, single } = found.value;
  // Each of them is a statement about one campaign that a person looked at.
  if (files.length > 1 && (options.again === true || options.lookedUp === true))
    return "--again and --looked-up apply to one campaign. Pass one file.";
  const checked: FileToSubmit[] = [];
  for (const file of files) {
    const read = await deps.checkFile(file);
    if (read.kind === "unreadable") return read.reason;
    checked.push(toChecked(file, read));
  }
  const print = { single, format: options.format, out: deps.out, setExitCode: deps.setExitCode };
  // Files with errors need no connection.
  if (!checked.some(({ kind }) => kind === "valid")) {
    if (options.plan) return planFiles(checked, undefined, options, deps, signal);
    await submitEach(checked, undefined, options, deps, print, signal);
    return undefined;
  }
  const server = options.practice ? await deps.startPracticeServer() : undefined;
  try {
    const parsed = server ? valid(server.connection) : connectionFrom(options, deps.env, !options.dryRun);
    if (!parsed.valid) return parsed.reason;
    const connection = parsed.value;
    // The account is read without a question, or before it is asked.
    const readsFirst = options.plan ?? (options.unlessExists && !options.yes);
    const unconfirmed = readsFirst ? refusalOfHost(connection.host, options.host) : undefined;
    if (server === undefined && unconfirmed !== undefined) return unconfirmed;
    if (server === undefined && !options.dryRun) warnOfEnvironment(connection.host, options, deps);
    const practiceStore = memoryLedger();
    const ledgerDeps = {
      ...{ ...deps, transport: pacedTransport(deps.transport, deps) },
      ...(options.practice ? { ledgerStore: () => practiceStore } : {}),
    };
    if (options.plan) return await planFiles(checked, connection, options, ledgerDeps, signal);
    await submitEach(checked, connection, options, ledgerDeps, print, signal);
    if (server !== undefined && !options.dryRun && deps.canAsk) deps.err(PRACTICE_NOTE);
    return undefined;
  } finally {
    await server?.close();
  }
}

const PRACTICE_NOTE =
  "note: This practice server has stopped and forgot everything, so another run creates the campaign again. `campaign-json practice` starts one that keeps running.\n";

function toChecked(file: string, read: Extract<CheckedFile, { readonly kind: "checked" }>): FileToSubmit {
  const { text, problems, switchedOff, exempted, value } = read;
  return value === undefined || problems.some(({ severity }) => severity === "error")
    ? { kind: "invalid", file, text, problems }
    : { kind: "valid", file, text, problems, switchedOff, exempted, campaign: value };
}

/** Warns about settings that the environment, such as a workspace's terminal settings, may have changed unnoticed. */
export function warnOfEnvironment(
  host: string,
  options: Pick<SubmitOptions, "host" | "yes">,
  deps: Pick<SubmitDeps, "env" | "err">,
): void {
  if (options.yes && options.host === undefined && !isFamiliarHost(host))
    deps.err(
      `warning: The credential is sent to ${host}, set by CAMPAIGN_JSON_HOST and outside the domain kore.ai. Pass --host to confirm it.\n`,
    );
  warnOfCertificates(deps);
}

/** Warns if certificate checks are disabled. */
export function warnOfCertificates({ env, err }: Pick<SubmitDeps, "env" | "err">): void {
  if (env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0")
    err(
      "warning: NODE_TLS_REJECT_UNAUTHORIZED=0 disables certificate checks, so nothing is sent to a host outside this computer. Unset it.\n",
    );
}

function valid(value: Connection): Parsed<Connection> {
  return { valid: true, value };
}

/** Up to an hour; a timer is limited to about three weeks. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600))
    throw new InvalidArgumentError("Must be a number of seconds > 0 and ≤ 3600.");
  return seconds;
}
