import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import packageJson from "../package.json";
import { askOn } from "./cli/prompt";
import { onInterrupt } from "./cli/interrupt";
import { runProgram } from "./cli/run-program";
import { checkFile } from "./cli/files/check-file";
import { registerCurl } from "./cli/commands/curl";
import { registerDiff } from "./cli/commands/diff";
import { registerHours } from "./cli/commands/hours";
import { registerDoctor } from "./cli/commands/doctor";
import { registerHistory } from "./cli/commands/history";
import { registerImportCurl } from "./cli/commands/import-curl";
import { registerLint } from "./cli/commands/lint";
import { registerList } from "./cli/commands/list";
import { registerPractice } from "./cli/commands/practice";
import { registerPull } from "./cli/commands/pull";
import { registerRules } from "./cli/commands/rules";
import { registerStatus } from "./cli/commands/status";
import { registerSubmit } from "./cli/commands/submit";
import { registerStart, registerStop } from "./cli/commands/trigger";
import { registerUpdate } from "./cli/commands/update";
import { crashText } from "./cli/output/crash-text";
import { createOutput } from "./cli/output/output";
import { exit, type Terminal } from "./cli/output/terminal";
import { readAtMost } from "./cli/files/text-file";
import type { CampaignDocument } from "./core/campaign/document";
import { checkCampaign } from "./core/lint/check";
import type { CheckOptions } from "./core/lint/check-options";
import { fixAll } from "./core/lint/fix";
import { fetchTransport } from "./node/http/fetch-transport";
import { ledgerFile, ledgerFolder } from "./node/ledger/ledger-file";
import { startPracticeServer } from "./node/practice/server";
import { readNumber } from "./core/lint/read-phone-number";
import { dayOf } from "./core/text/local-time";

const { stdin, stdout, stderr, env } = process;

const output = createOutput({ stdout, stderr, env, exitWith: (code) => (process.exitCode = code) });
const terminal: Terminal = {
  ...output,
  env,
  cwd: process.cwd(),
  interactive: stdout.isTTY,
  readInput: () => readAtMost(stdin),
};

/** The timer does not keep the process alive. */
function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms).unref();
  return () => clearInterval(timer);
}

const today = dayOf(Date.now());
const check = (campaign: string | CampaignDocument, options: CheckOptions = {}) =>
  checkCampaign(campaign, { readNumber, today, ...options });
const fix = (campaign: CampaignDocument, options: CheckOptions = {}) =>
  fixAll(campaign, { readNumber, today, ...options });

async function main(): Promise<void> {
  const program = new Command("campaign-json")
    .description("Write, check and create outbound voice campaigns, exactly once.")
    .version(packageJson.version)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride();
  registerLint(program, {
    ...terminal,
    check,
    fix,
    version: packageJson.version,
    showProgress: output.showsStatus,
    now: Date.now,
    onInterrupt,
  });
  const sending = {
    ...terminal,
    canAsk: stdin.isTTY && stderr.isTTY,
    ask: askOn(stdin, stderr),
    checkFile: (file: string) => checkFile(file, terminal.cwd, check),
    transport: fetchTransport,
    ledgerStore: (onSetAside: (file: string) => void) => ledgerFile(ledgerFolder(env), { onSetAside }),
    every,
    now: Date.now,
    startedAt: performance.timeOrigin,
    onInterrupt,
    wait: async (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }),
  };
  registerSubmit(program, { ...sending, startPracticeServer });
  registerList(program, sending);
  registerStatus(program, sending);
  registerStart(program, sending);
  registerStop(program, sending);
  registerPull(program, sending);
  registerDiff(program, sending);
  registerUpdate(program, sending);
  registerCurl(program, { ...terminal, checkFile: (file) => checkFile(file, terminal.cwd, check) });
  registerImportCurl(program, { ...terminal, check, canAsk: stdin.isTTY && stderr.isTTY });
  registerHours(program, { ...terminal, now: Date.now });
  registerDoctor(program, {
    ...terminal,
    transport: fetchTransport,
    startPracticeServer,
    now: Date.now,
    onInterrupt,
  });
  registerHistory(program, {
    ...terminal,
    ledgerStore: () => ledgerFile(ledgerFolder(env)),
    now: Date.now,
  });
  registerPractice(program, { ...terminal, startPracticeServer, onInterrupt });
  registerRules(program, terminal);
  await runProgram(program, terminal);
}

main().catch((error: unknown) => {
  terminal.err(crashText(error, env));
  terminal.setExitCode(exit.usage);
});
