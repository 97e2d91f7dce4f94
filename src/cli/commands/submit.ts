import { InvalidArgumentError, Option, type Command } from "commander";
import { toRequestBody } from "../../core/campaign/request-body";
import { isFamiliarHost, secretsOf, type Connection } from "../../core/connection/connection";
import { createRedactor, REDACTED } from "../../core/text/redaction/redact";
import { createCampaignRequest } from "../../core/platform/request";
import type { HttpRequest } from "../../core/platform/transport";
import type { Campaign } from "../../core/campaign/generated/campaign";
import type { Parsed } from "../../core/text/parsed";
import type { PracticeServer } from "../../node/practice/server";
import { connectionFrom, refusalOfPractice, type ConnectionOptions } from "../connection-options";
import { exitCodeOf, toJson, toText, type FileProblem, type Report } from "../formats/submission";
import { submitNoted, type NotedDeps, type NotedOptions } from "../submission/submit-campaign";
import { fail, type Terminal } from "../output/terminal";

export interface SubmitDeps extends NotedDeps, Pick<Terminal, "out" | "env" | "setExitCode"> {
  /** Whether standard input and standard error are both terminals, so that a question can be asked. */
  readonly canAsk: boolean;
  readonly checkFile: (path: string) => Promise<CheckedFile>;
  readonly startPracticeServer: () => Promise<PracticeServer>;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export type CheckedFile =
  | {
      readonly kind: "checked";
      readonly text: string;
      readonly problems: readonly FileProblem[];
      /** Errors of rules that a configuration disables or lowers. */
      readonly switchedOff: readonly FileProblem[];
      /** Absent when the text is not a campaign. */
      readonly value: Campaign | undefined;
    }
  /** The file cannot be read; `reason` names it. */
  | { readonly kind: "unreadable"; readonly reason: string };

interface SubmitOptions extends ConnectionOptions, NotedOptions {
  readonly dryRun?: true;
  readonly format: "text" | "json";
}

export function registerSubmit(program: Command, deps: SubmitDeps): void {
  program
    .command("submit")
    .description("create a campaign in an account")
    .argument("<file>", "a campaign file")
    .option("--practice", "use a practice server that runs for this command only")
    .option("--host <host>", "environment, for example https://platform.kore.ai (or CAMPAIGN_JSON_HOST)")
    .option("--account-id <id>", "account (or CAMPAIGN_JSON_ACCOUNT_ID)")
    .option("--stream-id <id>", "bot or stream (or CAMPAIGN_JSON_STREAM_ID)")
    .option("--dry-run", "print the request without sending it")
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
    .action((file: string, options: SubmitOptions) => submit(file, options, deps));
}

async function submit(file: string, options: SubmitOptions, deps: SubmitDeps): Promise<void> {
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  try {
    const result = await carryOut(file, options, deps, interrupt.signal);
    if (result.kind === "usage") fail(deps, result.reason);
    else {
      deps.out(options.format === "json" ? toJson(result) : toText(result));
      deps.setExitCode(exitCodeOf(result));
    }
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

--unless-exists is best effort: the platform has no idempotency key. A campaign with the same name can be created
between the check and the submission, and another computer has its own record.`;

type Result = Report | { readonly kind: "usage"; readonly reason: string };

async function carryOut(
  file: string,
  options: SubmitOptions,
  deps: SubmitDeps,
  signal: AbortSignal,
): Promise<Result> {
  const refusal = refusalOfPractice(options);
  if (refusal !== undefined) return usage(refusal);
  if (!options.dryRun && !options.yes && !deps.canAsk)
    return usage("Not sent: not running interactively. Pass --yes to skip the confirmation.");
  const checked = await deps.checkFile(file);
  if (checked.kind === "unreadable") return usage(checked.reason);
  const { text, problems, switchedOff, value } = checked;
  if (value === undefined || problems.some(({ severity }) => severity === "error"))
    return { kind: "invalid-file", path: file, problems };

  const server = options.practice ? await deps.startPracticeServer() : undefined;
  try {
    const parsed = server ? valid(server.connection) : connectionFrom(options, deps.env, !options.dryRun);
    if (!parsed.valid) return usage(parsed.reason);
    const connection = parsed.value;
    const body = toRequestBody(value);
    const request = shown(connection, body);
    if (options.dryRun) return { kind: "dry-run", request };
    if (server === undefined) warnOfEnvironment(connection.host, options, deps);
    return await submitNoted(
      { connection, campaign: value, body, request, file, text, problems, switchedOff },
      options,
      deps,
      signal,
    );
  } finally {
    await server?.close();
  }
}

/** Warns about settings that the environment, such as a workspace's terminal settings, may have changed unnoticed. */
export function warnOfEnvironment(
  host: string,
  options: Pick<SubmitOptions, "yes" | "host">,
  { env, err }: Pick<SubmitDeps, "env" | "err">,
): void {
  if (options.yes && options.host === undefined && !isFamiliarHost(host))
    err(
      `warning: The credential is sent to ${host}, set by CAMPAIGN_JSON_HOST and outside the domain kore.ai. Pass --host to confirm it.\n`,
    );
  if (env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0")
    err(
      "warning: NODE_TLS_REJECT_UNAUTHORIZED=0 disables certificate checks, so nothing is sent to a host outside this computer. Unset it.\n",
    );
}

/** The request for display, without a token. The token for the real request is minted when it is sent. */
function shown(connection: Connection, body: string): HttpRequest {
  const { request } = createRedactor(secretsOf(connection.credential));
  return request(createCampaignRequest(connection, body, REDACTED));
}

function usage(reason: string): Result {
  return { kind: "usage", reason };
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
