import path from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import { unknownProfile } from "../../core/lint/config";
import type { LegalProfile } from "../../core/lint/legal/profile";
import { profileNamed, profiles } from "../../core/lint/legal/profiles";
import type { Parsed } from "../../core/parsed";
import { findCampaignFiles, type FoundFiles } from "../campaign-files";
import { configFiles, type ConfigFiles } from "../config-files";
import { countOf, oneLine, type Format, type LintReport } from "../formats/format";
import { github } from "../formats/github";
import { json } from "../formats/json";
import { sarif } from "../formats/sarif";
import { text } from "../formats/text";
import { readInputs, runLint, type Checks, type Input, type RunOptions } from "../lint-run";
import { startProgress, type ProgressDeps } from "../progress";
import { exit, type Terminal } from "../terminal";
import { decodeText } from "../text-file";

const formats = { text, json, sarif, github } as const satisfies Readonly<Record<string, Format>>;

interface LintOptions {
  readonly format: keyof typeof formats;
  readonly fix?: true;
  readonly verbose?: true;
  readonly maxWarnings?: number;
  readonly config?: string;
  readonly profile: readonly LegalProfile[];
  readonly stdinFilename?: string;
}

export interface LintDeps extends Terminal, ProgressDeps, Checks {
  /** Of this program. */
  readonly version: string;
  /** Calls the listener at Ctrl+C in place of ending the process; the result takes it away again. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

const help = `
Severities and legal profiles are read from the nearest .campaignlint.json, up to the root of the repository
(without a repository: up to this folder). The nearest one holds whole.

Legal profiles: ${profiles.map(({ id }) => id).join(", ")}.

Exit code: 0 clean enough; 1 problems: an error, or more warnings than allowed; 2 usage, or a file that
cannot be read or written; 130 interrupted.`;

export function registerLint(program: Command, deps: LintDeps): void {
  program
    .command("lint")
    .description("check campaign files: syntax, the vendor's rules, and what experience adds")
    .argument("[paths...]", "files, folders or globs; - reads standard input (default: this folder)")
    .addOption(new Option("--format <format>", "how to report").choices(Object.keys(formats)).default("text"))
    .option("--fix", "write the fixes that cannot change what a campaign means (not with -)")
    .option("--max-warnings <number>", "exit 1 when there are more warnings than this", wholeNumber)
    .option("--config <file>", "go by this configuration instead of the nearest .campaignlint.json")
    .addOption(
      new Option("--profile <id>", "a legal profile beside those of the configuration; may be repeated")
        .argParser(profile)
        .default([], "none"),
    )
    .option(
      "--stdin-filename <name>",
      "what to call the text of standard input, and whose configuration it has",
    )
    .option("--verbose", "print the stack trace when a rule fails (also with DEBUG in the environment)")
    .addHelpText("after", help)
    .action((paths: string[], options: LintOptions) => lint(paths, options, deps));
}

async function lint(paths: readonly string[], options: LintOptions, deps: LintDeps): Promise<void> {
  const configs = await settle(paths, options, deps.cwd);
  if (!configs.valid) {
    deps.err(`error: ${oneLine(configs.reason)}\n`);
    deps.setExitCode(exit.usage);
    return;
  }
  const input = paths.includes("-") ? await readInput(options.stdinFilename, deps) : undefined;

  // Only now: whoever waits for standard input is interrupted as any program is.
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  const progress = startProgress(deps, interrupt.signal);
  try {
    const found = await find(paths, input, deps.cwd);
    const inputs = [...(input ? [input] : []), ...(await readInputs(found, deps.cwd, progress))];
    const missing = found.missing.map((name) => ({ path: name, reason: "There is no such file or folder." }));
    const run = {
      cwd: deps.cwd,
      configs: configs.value,
      fix: options.fix ?? false,
      progress,
      onRuleFailed: traced(options, deps),
    };
    const report = await runLint(inputs, deps, run);
    interrupt.signal.throwIfAborted();
    progress.clear();
    finish({ ...report, unread: [...missing, ...report.unread] }, options, deps);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    deps.setExitCode(exit.interrupted);
  } finally {
    progress.clear();
    stopListening();
  }
}

/** What the options say of configurations, when they go together. */
async function settle(
  paths: readonly string[],
  { fix, config, profile: chosen, stdinFilename }: LintOptions,
  cwd: string,
): Promise<Parsed<ConfigFiles>> {
  if (fix && paths.includes("-"))
    return { valid: false, reason: "--fix writes files, so it does not go with -." };
  if (stdinFilename !== undefined && !paths.includes("-"))
    return { valid: false, reason: "--stdin-filename names the text of standard input: add - to read it." };
  if (config === undefined) return { valid: true, value: configFiles(cwd, { profiles: chosen }) };
  const only = await configFiles(cwd).read(path.resolve(cwd, config));
  return only?.kind === "parsed"
    ? { valid: true, value: configFiles(cwd, { only, profiles: chosen }) }
    : { valid: false, reason: `${config}: ${only?.reason ?? "There is no such file."}` };
}

function finish(report: LintReport, options: LintOptions, deps: LintDeps): void {
  const { colour, cwd, version, env } = deps;
  const checkout = env["GITHUB_WORKSPACE"];
  deps.out(formats[options.format](report, { colour, cwd, version, ...(checkout && { checkout }) }));
  deps.setExitCode(exitCode(report, options.maxWarnings));
}

/** Prints where in the program a rule failed; the report itself has only its message. */
function traced({ verbose }: LintOptions, { err, env }: LintDeps): RunOptions["onRuleFailed"] {
  if (verbose !== true && (env["DEBUG"] ?? "") === "") return undefined;
  return (file, { id, error }) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    err(`${oneLine(file)}: the rule ${id} failed\n${stack.split("\n").map(oneLine).join("\n")}\n`);
  };
}

/** What standard input stands in for is not read from the disk as well. */
async function find(paths: readonly string[], input: Input | undefined, cwd: string): Promise<FoundFiles> {
  const names = paths.filter((name) => name !== "-");
  if (names.length === 0 && input !== undefined) return { files: [], named: new Set(), missing: [] };
  const found = await findCampaignFiles(names, cwd);
  return { ...found, files: found.files.filter((file) => file !== input?.file) };
}

async function readInput(name: string | undefined, { readInput: read, cwd }: LintDeps): Promise<Input> {
  const shown = name ?? "<stdin>";
  return { file: path.resolve(cwd, shown), path: shown, read: decodeText(await read()), named: true };
}

function exitCode(report: LintReport, maxWarnings = Infinity): number {
  if (report.unread.length > 0 || report.unfixed.length > 0) return exit.usage;
  const count = countOf(report);
  return count.error > 0 || count.warning > maxWarnings ? exit.problems : exit.clean;
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError("A whole number, 0 or more.");
  return Number(given);
}

function profile(id: string, before: readonly LegalProfile[]): readonly LegalProfile[] {
  const found = profileNamed(id);
  if (found === undefined) throw new InvalidArgumentError(unknownProfile(id).message);
  return [...before, found];
}
