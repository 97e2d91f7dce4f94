import path from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import { unknownProfile } from "../../core/lint/configuration/config";
import type { LegalProfile } from "../../core/lint/legal/profile";
import { visibleLine } from "../../core/text/visible";
import { legalProfiles } from "../../core/lint/legal/load";
import { refuse, type Parsed } from "../../core/text/parsed";
import { findCampaignFiles, type FoundFiles } from "../files/campaign-files";
import { configFiles, type ConfigFiles } from "../files/config-files";
import type { UnreadFile } from "../formats/format";
import { textReader } from "../files/read-texts";
import { checkFiles, type CheckFilesOptions } from "../lint/check-files";
import type { Checks } from "../lint/checks";
import { indexFiles } from "../lint/index-files";
import { inputsOf, isWorkFor, shownPath, type Input } from "../lint/input";
import { formats, Report } from "../lint/report";
import { startProgress, type ProgressDeps } from "../output/progress";
import { exit, fail, type Terminal } from "../output/terminal";
import { readInputText } from "../files/text-file";

interface LintOptions {
  readonly format: keyof typeof formats;
  readonly output?: string;
  readonly quiet?: true;
  readonly fix?: true;
  readonly verbose?: true;
  readonly maxWarnings?: number;
  readonly config?: string;
  readonly profile: readonly LegalProfile[];
  readonly stdinFilename?: string;
  readonly passWithNoFiles?: true;
}

export interface LintDeps extends Terminal, ProgressDeps, Checks {
  /** The version of campaign-json. */
  readonly version: string;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

const help = () => `
Severities and legal profiles come from the nearest .campaignlint.json, up to the root of the repository
(without a repository: up to this folder). Configurations are not merged: only the nearest one applies.

Legal profiles: ${legalProfiles()
  .profiles.map(({ id }) => id)
  .join(", ")}.

Exit code: 0 no errors, and no more warnings than --max-warnings; 1 an error, or more warnings than that;
2 usage, nothing to check, or a path that cannot be read or written; 130 interrupted.`;

export function registerLint(program: Command, deps: LintDeps): void {
  program
    .command("lint")
    .description("check campaign files: syntax, the platform's documented limits, and rules from experience")
    .argument("[paths...]", "files, folders or globs; - reads standard input (default: this folder)")
    .addOption(new Option("--format <format>", "report format").choices(Object.keys(formats)).default("text"))
    .option("--output <file>", "write the report to this file, overwriting it")
    .option("--quiet", "report errors only; counts stay the same")
    .option("--fix", "apply the fixes that cannot change what a campaign means (not with -)")
    .option("--max-warnings <number>", "exit 1 when there are more warnings than this", wholeNumber)
    .option("--config <file>", "use this configuration file instead of the nearest .campaignlint.json")
    .addOption(
      new Option("--profile <id>", "add a legal profile to those of the configuration; may be repeated")
        .argParser(profile)
        .default([], "none"),
    )
    .option("--stdin-filename <name>", "file name for standard input, which also selects its configuration")
    .option("--pass-with-no-files", "exit 0 when there is nothing to check")
    .option("--verbose", "print the stack trace when a rule fails (also with DEBUG in the environment)")
    .addHelpText("after", help)
    .action((paths: string[], options: LintOptions) => lint(paths, options, deps));
}

async function lint(paths: readonly string[], options: LintOptions, deps: LintDeps): Promise<void> {
  const settled = await settle(paths, options, deps.cwd);
  if (!settled.valid) {
    fail(deps, settled.reason);
    return;
  }
  const input = paths.includes("-") ? await readInput(options.stdinFilename, deps) : undefined;

  // Registered late: an interrupt during reading of standard input ends the program.
  const interrupt = new AbortController();
  const stopListening = deps.onInterrupt(() => interrupt.abort());
  const progress = startProgress(deps, interrupt.signal);
  try {
    const found = await find(paths, input, deps.cwd, interrupt.signal);
    const inputs = [...(input ? [input] : []), ...inputsOf(found, deps.cwd)];
    const readTexts = textReader(deps.now);
    const { campaigns, configs, ...index } = await indexFiles(inputs, deps, {
      ...{ cwd: deps.cwd, configs: settled.value, readTexts, progress },
      fix: options.fix ?? false,
    });
    const unread = [...unreadOf(found, options, deps.cwd), ...index.unread];
    if (!isWorkFor(inputs) && unread.length === 0 && !options.passWithNoFiles) {
      progress.clear();
      fail(deps, NOTHING);
      // JSON and SARIF readers still get a document.
      if (options.format === "text") return;
    }
    const report = new Report({ ...options, inputs }, { ...deps, progress });
    for (const file of configs) report.add(file);
    const gone = await checkFiles(campaigns, deps, {
      ...{ readTexts, progress, onRuleFailed: traced(options, deps) },
      onChecked: (file) => report.add(file),
    });
    interrupt.signal.throwIfAborted();
    const { fixed, unfinished, unfixed } = index;
    await report.end({
      ...{ unread: [...unread, ...gone], unfixed },
      ...(options.fix && { fixed }),
      ...(unfinished > 0 && { unfinished }),
    });
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    deps.setExitCode(exit.interrupted);
  } finally {
    progress.clear();
    stopListening();
  }
}

const NOTHING =
  "Nothing to check: no campaign file was found. Pass --pass-with-no-files if that is expected.";

/** Checks that the options can be combined, and loads the configuration they name. */
async function settle(
  paths: readonly string[],
  { fix, config, profile: chosen, stdinFilename, output }: LintOptions,
  cwd: string,
): Promise<Parsed<ConfigFiles>> {
  // An empty path would mean the working folder: a script with an unset variable must not check, or fix, everything.
  if (paths.includes("")) return refuse("A path is empty. Use . for this folder.");
  for (const [name, value] of Object.entries({ config, output, "stdin-filename": stdinFilename }))
    if (value === "") return refuse(`The value of --${name} is empty.`);
  if (fix && paths.includes("-"))
    return refuse("--fix can't be combined with standard input (-), because it writes files.");
  if (stdinFilename !== undefined && !paths.includes("-"))
    return refuse("--stdin-filename applies only to standard input: add - to read it.");
  if (config === undefined) return { valid: true, value: configFiles(cwd, { profiles: chosen }) };
  const only = await configFiles(cwd).read(path.resolve(cwd, config));
  return only?.kind === "parsed"
    ? { valid: true, value: configFiles(cwd, { only, profiles: chosen }) }
    : refuse(`${config}: ${only?.reason ?? "This file does not exist."}`);
}

/** Prints the stack trace of a failed rule; the report contains only its message. */
function traced({ verbose }: LintOptions, { err, env }: LintDeps): CheckFilesOptions["onRuleFailed"] {
  if (verbose !== true && (env["DEBUG"] ?? "") === "") return undefined;
  return (file, { id, error }) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    err(`${visibleLine(file, 300)}: the rule ${id} failed\n${stack}\n`);
  };
}

/** A file that standard input replaces is not also read from disk. */
async function find(
  paths: readonly string[],
  input: Input | undefined,
  cwd: string,
  signal: AbortSignal,
): Promise<FoundFiles> {
  const names = paths.filter((name) => name !== "-");
  if (names.length === 0 && input !== undefined)
    return { files: [], named: new Set(), missing: [], unsearched: [] };
  const found = await findCampaignFiles(names, cwd, signal);
  return { ...found, files: found.files.filter((file) => file !== input?.file) };
}

function unreadOf(
  { missing, unsearched }: FoundFiles,
  { passWithNoFiles }: LintOptions,
  cwd: string,
): UnreadFile[] {
  return [
    ...missing
      .filter(({ kind }) => kind === "path" || !passWithNoFiles)
      .map(({ name, kind }) => ({
        path: name,
        reason: kind === "path" ? "This file or folder does not exist." : "No file matches this pattern.",
      })),
    ...unsearched.map(({ path: folder, reason }) => ({ path: shownPath(folder, cwd), reason })),
  ];
}

async function readInput(name: string | undefined, { readInput: read, cwd }: LintDeps): Promise<Input> {
  const shown = name ?? "<stdin>";
  return { file: path.resolve(cwd, shown), path: shown, read: await readInputText(read), named: true };
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError("Must be an integer ≥ 0.");
  return Number(given);
}

function profile(id: string, before: readonly LegalProfile[]): readonly LegalProfile[] {
  const found = legalProfiles().profileNamed(id);
  if (found === undefined) throw new InvalidArgumentError(unknownProfile(id).message);
  return [...before, found];
}
