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

export type Count = Readonly<Record<Severity, number>>;

/** The report without its files. */
export interface Summary {
  /** Campaigns, and configurations that were named or have problems. */
  readonly files: number;
  readonly campaigns: number;
  /** The counts of all problems, also of those that the report leaves out. */
  readonly count: Count;
  /** Paths that could not be checked. */
  readonly unread: readonly UnreadFile[];
  /** Files whose fixes could not be written. */
  readonly unfixed: readonly UnreadFile[];
  /** The number of fixes written; absent without `--fix`. */
  readonly fixed?: number;
  /** The number of files with safe fixes left, because one run applies a limited number. */
  readonly unfinished?: number;
}

export interface FormatOptions {
  /** SARIF and annotations name files relative to this root. */
  readonly root: ReportRoot;
  /** The version of campaign-json. */
  readonly version: string;
}

/** What one file adds to a report. */
export type FilePart = WrittenPart | DocumentPart;

/** Complete: it is written as soon as the file is checked. */
export interface WrittenPart {
  readonly kind: "written";
  readonly pieces: readonly Piece[];
}

/** A part of a document, which is written when all parts are known. */
export interface DocumentPart {
  readonly kind: "document";
  /** What the document contains about the file, as JSON. */
  readonly file: string;
  /** What it contains about each problem at another place, as JSON. */
  readonly problems?: readonly { readonly code: string; readonly json: string }[];
}

/** A report is made file by file. */
export interface Format {
  readonly part: (file: CheckedFile, options: FormatOptions, index: number) => FilePart;
  /** The last lines of the report, or the whole document. */
  readonly end: (summary: Summary, options: FormatOptions, parts: readonly DocumentPart[]) => Iterable<Piece>;
}

/** The report on one line: "3 campaigns checked: 1 error, 2 warnings". */
export function sumOf(report: Summary): string {
  const { count, campaigns } = report;
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
  const checked = `${campaigns} ${campaigns === 1 ? "campaign" : "campaigns"} checked`;
  const { fixed = 0, unfinished = 0 } = report;
  const left =
    unfinished === 0
      ? ""
      : ` (${unfinished} ${unfinished === 1 ? "file has" : "files have"} more: run --fix again)`;
  const applied = fixed === 0 ? "" : `, ${fixed} ${fixed === 1 ? "fix" : "fixes"} applied${left}`;
  return `${checked}${applied}: ${found.length === 0 ? "no problems" : found.join(", ")}`;
}
