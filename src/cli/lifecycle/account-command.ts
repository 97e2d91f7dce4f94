import { Option, type Command } from "commander";
import { secretsOf, type Connection } from "../../core/connection/connection";
import type { ExchangeParameters } from "../../core/platform/exchange";
import type { Transport } from "../../core/platform/transport";
import { createRedactor } from "../../core/text/redaction/redact";
import {
  addConnectionOptions,
  connectionFrom,
  refusalOfHost,
  type ConnectionOptions,
} from "../connection-options";
import { parseSeconds, warnOfCertificates, warnOfEnvironment } from "../commands/submit";
import { fail, type Terminal } from "../output/terminal";

export interface AccountDeps extends Pick<Terminal, "out" | "err" | "env" | "cwd" | "setExitCode"> {
  readonly transport: Transport;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export interface AccountOptions extends ConnectionOptions {
  readonly timeout: number;
  readonly format: "text" | "json";
  readonly yes?: true;
}

/** The options of every command that works on an account. */
export function addAccountOptions(command: Command): Command {
  return addReadingOptions(command).addOption(
    new Option("--format <format>", "report format").choices(["text", "json"]).default("text"),
  );
}

/** The same for a command whose result is not a report. */
export function addReadingOptions(command: Command): Command {
  return addConnectionOptions(command).option(
    "--timeout <seconds>",
    "seconds to wait for each response",
    parseSeconds,
    30,
  );
}

/** An account that can be read. What is written to it has passed the redactor. */
export interface OpenAccount {
  readonly connection: Connection;
  readonly reading: ExchangeParameters;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Calls `use` with the account of the command line, or reports why there is none. */
export async function withAccount(
  options: Omit<AccountOptions, "format">,
  deps: AccountDeps,
  use: (account: OpenAccount) => Promise<void>,
): Promise<void> {
  const { env, transport, now } = deps;
  const parsed = connectionFrom(options, env, true);
  if (!parsed.valid) {
    fail(deps, parsed.reason);
    return;
  }
  const connection = parsed.value;
  // Without --yes, the account is read before anything is asked.
  const unconfirmed = options.yes ? undefined : refusalOfHost(connection.host, options.host);
  if (unconfirmed !== undefined) {
    fail(deps, unconfirmed);
    return;
  }
  const { text: redact } = createRedactor(secretsOf(connection.credential));
  const out = (text: string): void => deps.out(redact(text));
  const err = (text: string): void => deps.err(redact(text));
  if (options.yes) warnOfEnvironment(connection.host, options, { env, err });
  else warnOfCertificates({ env, err });
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  const { signal } = interrupt;
  const reading = { connection, transport, signal, timeoutMs: options.timeout * 1000, now };
  try {
    await use({ connection, reading, out, err });
  } finally {
    stopListening();
  }
}
