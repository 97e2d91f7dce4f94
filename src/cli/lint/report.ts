import { writeFile } from "node:fs/promises";
import path from "node:path";
import { countOf, type Format, type LintReport } from "../formats/format";
import { github } from "../formats/github";
import { json } from "../formats/json";
import { reportRoot } from "../formats/report-root";
import { sarif } from "../formats/sarif";
import { text } from "../formats/text";
import type { Input } from "./run";
import { plainText } from "../output/output";
import { exit, fail, type Terminal } from "../output/terminal";
import { reasonOf } from "../files/text-file";

export const formats = { text, json, sarif, github } as const satisfies Readonly<Record<string, Format>>;

export interface ReportOptions {
  readonly format: keyof typeof formats;
  /** The file for the report; without it, the report goes to standard output. */
  readonly output?: string;
  /** Errors only. */
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly passWithNoFiles?: true;
  /** The files that were read. The report must not overwrite them. */
  readonly inputs: readonly Input[];
  /** Whether there was anything to check. */
  readonly isWork: boolean;
}

export interface ReportDeps extends Pick<Terminal, "print" | "err" | "setExitCode" | "cwd" | "env"> {
  /** The version of campaign-json. */
  readonly version: string;
}

/** Writes the report to its destination and sets the exit code. */
export async function writeReport(
  report: LintReport,
  options: ReportOptions,
  deps: ReportDeps,
): Promise<void> {
  const { cwd, version, env } = deps;
  const pieces = formats[options.format](options.quiet ? quiet(report) : report, {
    root: reportRoot(cwd, env),
    version,
  });
  if (options.output === undefined) deps.print(pieces);
  else {
    const reason = await writeTo(path.resolve(cwd, options.output), plainText(pieces), options.inputs);
    if (reason !== undefined) {
      fail(deps, `${options.output}: ${reason}`);
      return;
    }
  }
  deps.setExitCode(exitCodeOf(report, options), exit.usage);
}

/** Errors only, with unchanged counts. */
function quiet(report: LintReport): LintReport {
  const files = report.files.map((file) => ({
    ...file,
    problems: file.problems.filter(({ severity }) => severity === "error"),
    exempted: file.exempted.filter(({ severity }) => severity === "error"),
  }));
  return { ...report, files, count: countOf(report) };
}

/** Returns the reason if the report was not written. */
async function writeTo(file: string, content: string, inputs: readonly Input[]): Promise<string | undefined> {
  if (inputs.some((input) => input.file === file))
    return "The report would overwrite a file that was checked. Choose another file.";
  try {
    await writeFile(file, content);
    return undefined;
  } catch (error) {
    return `The report could not be written. ${reasonOf(error, "written")}`;
  }
}

function exitCodeOf(report: LintReport, { maxWarnings = Infinity, passWithNoFiles, isWork }: ReportOptions) {
  if (report.unread.length > 0 || report.unfixed.length > 0) return exit.usage;
  if (!isWork && !passWithNoFiles) return exit.usage;
  const count = countOf(report);
  return count.error > 0 || count.warning > maxWarnings ? exit.problems : exit.clean;
}
