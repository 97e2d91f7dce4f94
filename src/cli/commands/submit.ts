import { InvalidArgumentError, Option, type Command } from "commander";
import { toRequestBody } from "../../core/api/body";
import { secretsOf, type Connection } from "../../core/api/connection";
import { createRedactor, REDACTED } from "../../core/api/redact";
import { createCampaignRequest } from "../../core/api/request";
import { submitCampaign } from "../../core/api/submit";
import type { Transport } from "../../core/api/transport";
import type { Parsed } from "../../core/parsed";
import type { PracticeServer } from "../../node/practice-server";
import { connectionFrom, type ConnectionOptions } from "../connection-options";
import { exitCodeOf, toJson, toText, type FileProblem, type Report } from "../formats/submission";
import type { Terminal } from "../terminal";

export interface SubmitDeps extends Pick<Terminal, "out" | "err" | "env" | "setExitCode"> {
  /** Whether a person can be asked: standard input and standard error are both a terminal. */
  readonly canAsk: boolean;
  /** Asks yes or no, on standard error; an aborted signal answers no. */
  readonly ask: (question: string, signal: AbortSignal) => Promise<boolean>;
  readonly checkFile: (path: string) => Promise<CheckedFile>;
  readonly transport: Transport;
  readonly startPracticeServer: () => Promise<PracticeServer>;
  readonly now: () => number;
  /** Calls the listener at Ctrl+C in place of ending the process; the result takes it away again. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export type CheckedFile =
  | { readonly kind: "checked"; readonly problems: readonly FileProblem[]; readonly value: unknown }
  /** The file cannot be read; `reason` names it. */
  | { readonly kind: "unreadable"; readonly reason: string };

interface SubmitOptions extends ConnectionOptions {
  readonly practice?: true;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly timeout: number;
  readonly format: "text" | "json";
}

export function registerSubmit(program: Command, deps: SubmitDeps): void {
  program
    .command("submit")
    .description("create the campaign of a file in an account")
    .argument("<file>", "a campaign file")
    .option("--practice", "create it on a practice server that runs for this one call")
    .option("--host <host>", "environment, for example https://platform.kore.ai (or CAMPAIGN_JSON_HOST)")
    .option("--account-id <id>", "account (or CAMPAIGN_JSON_ACCOUNT_ID)")
    .option("--stream-id <id>", "bot or stream (or CAMPAIGN_JSON_STREAM_ID)")
    .option("--dry-run", "show the request and send nothing")
    .option("--yes", "do not ask before sending")
    .option("--timeout <seconds>", "seconds to wait for the answer", parseSeconds, 30)
    .addOption(new Option("--format <format>", "how to report").choices(["text", "json"]).default("text"))
    .addHelpText("after", CREDENTIAL_HELP)
    .action((file: string, options: SubmitOptions) => submit(file, options, deps));
}

async function submit(file: string, options: SubmitOptions, deps: SubmitDeps): Promise<void> {
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  try {
    const result = await carryOut(file, options, deps, interrupt.signal);
    if (result.kind === "usage") {
      deps.err(`error: ${result.reason}\n`);
      deps.setExitCode(2);
    } else {
      deps.out(options.format === "json" ? toJson(result) : toText(result));
      deps.setExitCode(exitCodeOf(result));
    }
  } finally {
    stopListening();
  }
}

const CREDENTIAL_HELP = `
The credential is read from the environment: CAMPAIGN_JSON_TOKEN (a ready JWT), or CAMPAIGN_JSON_CLIENT_ID and
CAMPAIGN_JSON_CLIENT_SECRET, from which a token is minted for the request.`;

type Result = Report | { readonly kind: "usage"; readonly reason: string };

async function carryOut(
  file: string,
  options: SubmitOptions,
  deps: SubmitDeps,
  signal: AbortSignal,
): Promise<Result> {
  if (options.practice && (options.host ?? options.accountId ?? options.streamId) !== undefined)
    return usage("--practice goes without --host, --account-id and --stream-id.");
  if (!options.dryRun && !options.yes && !deps.canAsk)
    return usage(
      "There is no terminal to ask on, so nothing was sent. Add --yes to send without a question.",
    );
  const checked = await deps.checkFile(file);
  if (checked.kind === "unreadable") return usage(checked.reason);
  const { problems, value } = checked;
  if (problems.some(({ severity }) => severity === "error"))
    return { kind: "invalid-file", path: file, problems };

  const server = options.practice ? await deps.startPracticeServer() : undefined;
  try {
    const parsed = server ? valid(server.connection) : connectionFrom(options, deps.env, !options.dryRun);
    return parsed.valid ? await send(parsed.value, value, options, deps, signal) : usage(parsed.reason);
  } finally {
    await server?.close();
  }
}

async function send(
  connection: Connection,
  value: unknown,
  { practice, dryRun, yes, timeout }: SubmitOptions,
  { ask, transport, now }: SubmitDeps,
  signal: AbortSignal,
): Promise<Report> {
  const body = toRequestBody(value);
  // For display, so without a token: what is sent is made, and minted, when it is sent.
  const request = createRedactor(secretsOf(connection.credential)).request(
    createCampaignRequest(connection, body, REDACTED),
  );
  if (dryRun) return { kind: "dry-run", request };
  // A practice server calls no one, so at a terminal it needs no question.
  if (!yes && !practice && !(await ask(question(value, connection), signal)))
    return { kind: "sent", outcome: { kind: "cancelled" }, request };
  const submission = await submitCampaign({
    connection,
    body,
    transport,
    signal,
    timeoutMs: timeout * 1000,
    now,
  });
  return { kind: "sent", ...submission };
}

function usage(reason: string): Result {
  return { kind: "usage", reason };
}

function valid(value: Connection): Parsed<Connection> {
  return { valid: true, value };
}

function question(value: unknown, { host, accountId }: Connection): string {
  const name =
    typeof value === "object" && value !== null && "name" in value ? String(value.name) : "the campaign";
  return `Create "${name}" in account ${accountId} at ${host}?`;
}

/** Up to an hour; a timer cannot hold much more than three weeks. */
function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600))
    throw new InvalidArgumentError("Give seconds, more than 0 and at most 3600.");
  return seconds;
}
