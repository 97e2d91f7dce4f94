import { Option, type Command } from "commander";
import { diagnose, type DoctorCheck } from "../../core/account/doctor";
import { secretsOf, type Connection } from "../../core/connection/connection";
import { createRedactor } from "../../core/text/redaction/redact";
import { visibleJson } from "../../core/text/visible-json";
import type { Transport } from "../../core/platform/transport";
import type { Parsed } from "../../core/text/parsed";
import { describeCheck, type DoctorTextOptions } from "../../core/wording/account/doctor-text";
import type { PracticeServer } from "../../node/practice/server";
import {
  addConnectionOptions,
  connectionFrom,
  refusalOfHost,
  refusalOfPractice,
  type ConnectionOptions,
} from "../connection-options";
import { exit, fail, type Terminal } from "../output/terminal";
import { parseSeconds, warnOfCertificates } from "./submit";

export interface DoctorDeps extends Pick<Terminal, "out" | "err" | "env" | "setExitCode"> {
  readonly transport: Transport;
  readonly startPracticeServer: () => Promise<PracticeServer>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

interface DoctorOptions extends ConnectionOptions {
  readonly practice?: true;
  readonly timeout: number;
  readonly format: "text" | "json";
}

export function registerDoctor(program: Command, deps: DoctorDeps): void {
  const command = program
    .command("doctor")
    .description("check proxy, host, clock, token and API scopes by reading from the account")
    .option("--practice", "use a practice server that runs for this command only");
  addConnectionOptions(command)
    .option("--timeout <seconds>", "seconds to wait for each response", parseSeconds, 30)
    .addOption(new Option("--format <format>", "report format").choices(["text", "json"]).default("text"))
    .addHelpText("after", HELP)
    .action((options: DoctorOptions) => doctor(options, deps));
}

const HELP = `
The credential is read from the environment, as for submit. Reads the contact lists (scope Campaign Management) and the
queues (scope Configuration), and changes nothing. An expired token is not sent.

Exit code: 0 all checks passed; 3 a check failed or was not possible; 2 usage; 130 interrupted.`;

/** The exit code when a check failed. */
const FAILED = 3;

const RESULTS = { ok: "ok  ", failed: "FAIL", unchecked: "?   " } as const;

async function doctor(options: DoctorOptions, deps: DoctorDeps): Promise<void> {
  const refusal = refusalOfPractice(options);
  if (refusal !== undefined) {
    fail(deps, refusal);
    return;
  }
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  const server = options.practice ? await deps.startPracticeServer() : undefined;
  try {
    const parsed: Parsed<Connection> = server
      ? { valid: true, value: server.connection }
      : connectionFrom(options, deps.env, true);
    const unconfirmed =
      server === undefined && parsed.valid ? refusalOfHost(parsed.value.host, options.host) : undefined;
    if (unconfirmed !== undefined) fail(deps, unconfirmed);
    else if (parsed.valid) await examine(parsed.value, options, deps, interrupt.signal);
    else fail(deps, parsed.reason);
  } finally {
    stopListening();
    await server?.close();
  }
}

async function examine(
  connection: Connection,
  { practice, timeout, format }: DoctorOptions,
  { transport, now, out, err, env, setExitCode }: DoctorDeps,
  signal: AbortSignal,
): Promise<void> {
  if (!practice) warnOfCertificates({ env, err });
  const diagnosis = await diagnose({ connection, transport, signal, timeoutMs: timeout * 1000, now });
  if (diagnosis.kind === "cancelled") {
    setExitCode(exit.interrupted);
    return;
  }
  const ignoredProxy = proxyVariable(connection.host, env);
  const words = { place: "terminal", ...(ignoredProxy === undefined ? {} : { ignoredProxy }) } as const;
  const report = format === "json" ? json(diagnosis.checks, words) : text(diagnosis.checks, words);
  out(createRedactor(secretsOf(connection.credential)).text(report));
  const code = diagnosis.checks.every(({ ok }) => ok) ? exit.clean : FAILED;
  setExitCode(code, exit.usage);
}

/** The variable that other programs would take a proxy for this host from. */
function proxyVariable(host: string, env: DoctorDeps["env"]): string | undefined {
  const name = host.startsWith("https:") ? "HTTPS_PROXY" : "HTTP_PROXY";
  return [name, name.toLowerCase(), "ALL_PROXY", "all_proxy"].find((each) => (env[each] ?? "") !== "");
}

function json(checks: readonly DoctorCheck[], words: DoctorTextOptions): string {
  const shown = checks.map((check) => ({
    ...{ name: check.name, ok: check.ok, detail: describeCheck(check, words).text },
  }));
  return `${visibleJson(JSON.stringify({ checks: shown }, undefined, 2))}\n`;
}

function text(checks: readonly DoctorCheck[], words: DoctorTextOptions): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.map((check) => {
    const { result, text: said } = describeCheck(check, words);
    return `${RESULTS[result]}  ${check.name.padEnd(width)}  ${said}\n`;
  });
  return lines.join("");
}
