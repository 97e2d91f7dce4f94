import { Command } from "commander";
import { version } from "../package.json";
import { onInterrupt } from "./cli/interrupt";
import { registerCommands, type Commands } from "./cli/register-commands";
import { runProgram } from "./cli/run-program";
import { crashText } from "./cli/output/crash-text";
import { createOutput } from "./cli/output/output";
import { exit, type Terminal } from "./cli/output/terminal";
import { readAtMost } from "./cli/files/text-file";

// Node opens the standard input at its first use, which takes long.
const { stdout, stderr, env } = process;

const output = createOutput({ stdout, stderr, env, exitWith: (code) => (process.exitCode = code) });
const terminal: Terminal = {
  ...output,
  env,
  cwd: process.cwd(),
  interactive: stdout.isTTY,
  readInput: () => readAtMost(process.stdin),
};

const common = { ...terminal, now: Date.now, onInterrupt };

const loadLint = () => import("./cli-lint");
const loadAccount = () => import("./cli-account");

/** In the order of the help. A run loads the code of its own command only. */
const commands: Commands = {
  lint: async (program) =>
    (await loadLint()).registerLint(program, { ...common, version, showProgress: output.showsStatus }),
  submit: async (program) => (await loadAccount()).registerSubmit(program, common),
  list: async (program) => (await loadAccount()).registerOnAccount("list", program, common),
  status: async (program) => (await loadAccount()).registerOnAccount("status", program, common),
  start: async (program) => (await loadAccount()).registerOnAccount("start", program, common),
  stop: async (program) => (await loadAccount()).registerOnAccount("stop", program, common),
  pull: async (program) => (await loadAccount()).registerOnAccount("pull", program, common),
  diff: async (program) => (await loadAccount()).registerOnAccount("diff", program, common),
  update: async (program) => (await loadAccount()).registerOnAccount("update", program, common),
  curl: async (program) => (await loadAccount()).registerCurl(program, common),
  "import-curl": async (program) => (await loadAccount()).registerImportCurl(program, common),
  hours: async (program) => (await import("./cli-hours")).registerHours(program, common),
  doctor: async (program) => (await loadAccount()).registerDoctor(program, common),
  history: async (program) => (await loadAccount()).registerHistory(program, common),
  practice: async (program) => (await loadAccount()).registerPractice(program, common),
  rules: async (program) => (await loadLint()).registerRules(program, terminal),
};

async function main(): Promise<void> {
  const program = new Command("campaign-json")
    .description("Write, check and create outbound voice campaigns, exactly once.")
    .version(version)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride();
  await registerCommands(program, commands, process.argv[2]);
  await runProgram(program, terminal);
}

main().catch((error: unknown) => {
  terminal.err(crashText(error, env));
  terminal.setExitCode(exit.usage);
});
