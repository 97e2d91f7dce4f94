import { Option, type Command } from "commander";
import { secretsOf, type Connection } from "../core/connection/connection";
import type { ExchangeParameters } from "../core/platform/exchange";
import type { Transport } from "../core/platform/transport";
import { createRedactor } from "../core/text/redaction/redact";
import { parseSeconds, warnOfCertificates } from "./commands/submit";
import { connectionFrom, refusalOfHost, type ConnectionOptions } from "./connection-options";
import { exit, fail, type Terminal } from "./output/terminal";

/** What a command needs that reads one account and asks nothing. */
export interface AccountDeps extends Pick<Terminal, "out" | "err" | "env" | "cwd" | "setExitCode"> {
  readonly transport: Transport;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export interface AccountOptions extends ConnectionOptions {
  /** Seconds. */
  readonly timeout: number;
}

/** The options of every command that reads an account. */
export function withAccountOptions(command: Command): Command {
  return command
    .option("--host <host>", "environment, for example https://platform.kore.ai (or CAMPAIGN_JSON_HOST)")
    .option("--account-id <id>", "account (or CAMPAIGN_JSON_ACCOUNT_ID)")
    .option("--stream-id <id>", "bot or stream (or CAMPAIGN_JSON_STREAM_ID)")
    .option("--timeout <seconds>", "seconds to wait for each response", parseSeconds, 30);
}

export function formatOption(): Option {
  return new Option("--format <format>", "report format").choices(["text", "json"]).default("text");
}

/** An account, and how it is read. Everything that `out` prints is free of the connection's secret. */
export interface OpenAccount {
  readonly connection: Connection;
  readonly reading: ExchangeParameters;
  readonly out: (text: string) => void;
}

/**
 * Runs a command that reads the account of its options and environment. The exit code is the result of `run`, or that
 * of a usage error or an interrupt.
 */
export async function inAccount(
  options: AccountOptions,
  deps: AccountDeps,
  run: (account: OpenAccount) => Promise<number>,
): Promise<void> {
  const parsed = connectionFrom(options, deps.env, true);
  if (!parsed.valid) {
    fail(deps, parsed.reason);
    return;
  }
  const connection = parsed.value;
  const unconfirmed = refusalOfHost(connection.host, options.host);
  if (unconfirmed !== undefined) {
    fail(deps, unconfirmed);
    return;
  }
  warnOfCertificates(deps);
  const { transport, now, out, setExitCode } = deps;
  const redactor = createRedactor(secretsOf(connection.credential));
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  const { signal } = interrupt;
  try {
    const reading = { connection, transport, signal, timeoutMs: options.timeout * 1000, now };
    const code = await run({ connection, reading, out: (text) => out(redactor.text(text)) });
    setExitCode(signal.aborted ? exit.interrupted : code, exit.usage);
  } finally {
    stopListening();
  }
}
