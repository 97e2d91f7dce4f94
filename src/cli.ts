import { buffer as readAll } from "node:stream/consumers";
import { Command, CommanderError } from "commander";
import packageJson from "../package.json";
import { askOn } from "./cli/ask";
import { checkFile } from "./cli/check-file";
import { registerCurl } from "./cli/commands/curl";
import { registerImportCurl } from "./cli/commands/import-curl";
import { registerLint } from "./cli/commands/lint";
import { registerPractice } from "./cli/commands/practice";
import { registerRules } from "./cli/commands/rules";
import { registerSubmit } from "./cli/commands/submit";
import { exit, type Terminal } from "./cli/terminal";
import { checkCampaign, type CheckOptions } from "./core/lint/check";
import { fixAll } from "./core/lint/fix";
import { fetchTransport } from "./node/fetch-transport";
import { ledgerFile, ledgerFolder } from "./node/ledger-file";
import { startPracticeServer } from "./node/practice-server";
import { readNumber } from "./phone-number";

const { stdin, stdout, stderr, env } = process;

const terminal: Terminal = {
  out: (words) => stdout.write(words),
  err: (words) => stderr.write(words),
  env,
  cwd: process.cwd(),
  interactive: stdout.isTTY,
  colour: stdout.isTTY && env["NO_COLOR"] === undefined && env["TERM"] !== "dumb",
  readInput: () => readAll(stdin),
  setExitCode: (code) => (process.exitCode = code),
};

/** Calls the listener at the first Ctrl+C or SIGTERM. The second has its default action: it ends the process. */
function onInterrupt(listener: () => void): () => void {
  const stopListening = (): void => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
  const onSignal = (): void => {
    stopListening();
    listener();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stopListening;
}

/** Keeps no process alive. */
function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms).unref();
  return () => clearInterval(timer);
}

const check = (campaign: string, options: CheckOptions = {}) =>
  checkCampaign(campaign, { readNumber, ...options });
const fix = (campaign: string, options: CheckOptions = {}) => fixAll(campaign, { readNumber, ...options });

async function main(): Promise<void> {
  const program = new Command("campaign-json")
    .description("Write, check and create outbound voice campaigns, exactly once.")
    .version(packageJson.version)
    .exitOverride();
  registerLint(program, {
    ...terminal,
    check,
    fix,
    version: packageJson.version,
    showProgress: stderr.isTTY && env["TERM"] !== "dumb",
    now: Date.now,
    onInterrupt,
  });
  registerSubmit(program, {
    ...terminal,
    canAsk: stdin.isTTY && stderr.isTTY,
    ask: askOn(stdin, stderr),
    checkFile: (file) => checkFile(file, terminal.cwd, check),
    transport: fetchTransport,
    ledgerStore: (onSetAside) => ledgerFile(ledgerFolder(env), { onSetAside }),
    every,
    startPracticeServer,
    now: Date.now,
    startedAt: performance.timeOrigin,
    onInterrupt,
  });
  registerCurl(program, { ...terminal, checkFile: (file) => checkFile(file, terminal.cwd, check) });
  registerImportCurl(program, { ...terminal, check, canAsk: stdin.isTTY && stderr.isTTY });
  registerPractice(program, { ...terminal, startPracticeServer, onInterrupt });
  registerRules(program, terminal);
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are no errors; whatever else the parser refuses is a matter of usage.
    process.exitCode = error.exitCode === 0 ? 0 : exit.usage;
  }
}

main().catch((error: unknown) => {
  stderr.write(
    `This is a fault of campaign-json itself: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = exit.usage;
});

// A reader that has seen enough (head) closes the pipe: that is no fault.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
