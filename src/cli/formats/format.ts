import type { Range } from "../../core/campaign/lines";
import type { Problem, Severity } from "../../core/campaign/problem";
import type { Piece } from "../output/terminal";
import type { ReportRoot } from "./report-root";

/** A problem with its range in lines and characters, counted from 0. */
export interface PlacedProblem extends Problem {
  readonly range: Range;
}

export interface ExemptedPlacedProblem extends PlacedProblem {
  readonly reason: string;
}

export interface CheckedFile {
  readonly kind: "campaign" | "config";
  /** For display: relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly PlacedProblem[];
  /** The problems that comments in the file exempt. */
  readonly exempted: readonly ExemptedPlacedProblem[];
}

/** A file or folder that could not be read or written, with the reason. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

export interface LintReport {
  /** Campaigns, and configurations that were named or have problems. */
  readonly files: readonly CheckedFile[];
  /** Paths that could not be checked. */
  readonly unread: readonly UnreadFile[];
  /** Files whose fixes could not be written. */
  readonly unfixed: readonly UnreadFile[];
  /** The number of fixes written; absent without `--fix`. */
  readonly fixed?: number;
  /** The counts of all problems, when `files` contains only some of them. */
  readonly count?: Readonly<Record<Severity, number>>;
  /** The number of files with safe fixes left, because one run applies a limited number. */
  readonly unfinished?: number;
}

export interface FormatOptions {
  /** SARIF and annotations name files relative to this root. */
  readonly root: ReportRoot;
  /** The version of campaign-json. */
  readonly version: string;
}

export type Format = (report: LintReport, options: FormatOptions) => readonly Piece[];

/** The number of problems of each severity. */
export function countOf(report: LintReport): Readonly<Record<Severity, number>> {
  if (report.count !== undefined) return report.count;
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of report.files) for (const problem of file.problems) count[problem.severity]++;
  return count;
}

/** The report on one line: "3 campaigns checked: 1 error, 2 warnings". */
export function sumOf(report: LintReport): string {
  const count = countOf(report);
  const named: [number, string, string][] = [
    [count.error, "error", "errors"],
    [count.warning, "warning", "warnings"],
    [count.info, "info", "infos"],
    [count.hint, "hint", "hints"],
    [report.unread.length, "path not read", "paths not read"],
    [report.unfixed.length, "file not fixed", "files not fixed"],
  ];
  const found = named
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`);
  const campaigns = report.files.filter(({ kind }) => kind === "campaign").length;
  const checked = `${campaigns} ${campaigns === 1 ? "campaign" : "campaigns"} checked`;
  const { fixed = 0, unfinished = 0 } = report;
  const left =
    unfinished === 0
      ? ""
      : ` (${unfinished} ${unfinished === 1 ? "file has" : "files have"} more: run --fix again)`;
  const applied = fixed === 0 ? "" : `, ${fixed} ${fixed === 1 ? "fix" : "fixes"} applied${left}`;
  return `${checked}${applied}: ${found.length === 0 ? "no problems" : found.join(", ")}`;
}
