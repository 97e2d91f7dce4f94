import { promises as fs } from "node:fs";
import path from "node:path";
import type { CheckedFile, Count, DocumentPart, Format, FormatOptions, Summary } from "../formats/format";
import { github } from "../formats/github";
import { json } from "../formats/json";
import { reportRoot } from "../formats/report-root";
import { sarif } from "../formats/sarif";
import { text } from "../formats/text";
import { plainTexts } from "../output/output";
import type { Progress } from "../output/progress";
import { exit, fail, type Piece, type Terminal } from "../output/terminal";
import { reasonOf } from "../files/text-file";
import { isWorkFor, type Input } from "./input";

export const formats = { text, json, sarif, github } as const satisfies Readonly<Record<string, Format>>;

export interface ReportOptions {
  readonly format: keyof typeof formats;
  /** The file for the report; without it, the report goes to standard output. */
  readonly output?: string;
  /** Errors only. */
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly passWithNoFiles?: true;
  /** The files of the run. The report must not overwrite them. */
  readonly inputs: readonly Input[];
}

export interface ReportDeps extends Pick<Terminal, "print" | "err" | "setExitCode" | "cwd" | "env"> {
  /** The version of campaign-json. */
  readonly version: string;
  readonly progress: Pick<Progress, "clear">;
}

function errorsOf(file: CheckedFile): CheckedFile {
  return {
    ...file,
    problems: file.problems.filter(({ severity }) => severity === "error"),
    exempted: file.exempted.filter(({ severity }) => severity === "error"),
  };
}

/** In pieces. Standard output gets this much at once, because each write takes time. */
const maxPending = 500;

/** Writes a report to its destination and sets the exit code. */
export class Report {
  private readonly format: Format;
  private readonly formatOptions: FormatOptions;
  /** Of all problems, also those that the report leaves out. */
  private readonly count: Record<keyof Count, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private files = 0;
  private campaigns = 0;
  private pending: Piece[] = [];
  private readonly parts: DocumentPart[] = [];

  constructor(
    private readonly options: ReportOptions,
    private readonly deps: ReportDeps,
  ) {
    this.format = formats[options.format];
    this.formatOptions = { root: reportRoot(deps.cwd, deps.env), version: deps.version };
  }

  /** Adds a checked file, in the order of the report. */
  add(file: CheckedFile): void {
    const shown = this.options.quiet ? errorsOf(file) : file;
    const part = this.format.part(shown, this.formatOptions, this.files);
    this.files++;
    if (file.kind === "campaign") this.campaigns++;
    for (const { severity } of file.problems) this.count[severity]++;
    if (part.kind === "document") this.parts.push(part);
    else for (const piece of part.pieces) this.pending.push(piece);
    // A file that is the destination keeps its content until the report is complete.
    if (this.options.output === undefined && this.pending.length > maxPending) this.print([]);
  }

  async end(outcome: Pick<Summary, "unread" | "unfixed" | "fixed" | "unfinished">): Promise<void> {
    const { files, campaigns, count, parts, options, deps } = this;
    const summary = { ...outcome, files, campaigns, count };
    const end = this.format.end(summary, this.formatOptions, parts);
    if (options.output === undefined) this.print(end);
    else {
      const file = path.resolve(deps.cwd, options.output);
      const reason = await writeTo(file, plainTexts(joined(this.pending, end)), options.inputs);
      if (reason !== undefined) {
        fail(deps, `${options.output}: ${reason}`);
        return;
      }
    }
    deps.setExitCode(exitCodeOf(summary, options), exit.usage);
  }

  private print(end: Iterable<Piece>): void {
    const pieces = joined(this.pending, end);
    this.pending = [];
    this.deps.progress.clear();
    this.deps.print(pieces);
  }
}

function* joined(pieces: Iterable<Piece>, end: Iterable<Piece>): Generator<Piece> {
  yield* pieces;
  yield* end;
}

/** Returns the reason if the report was not written. */
async function writeTo(
  file: string,
  content: Iterable<string>,
  inputs: readonly Input[],
): Promise<string | undefined> {
  if (inputs.some((input) => input.file === file))
    return "The report would overwrite a file that was checked. Choose another file.";
  try {
    await fs.writeFile(file, content);
    return undefined;
  } catch (error) {
    return `The report could not be written. ${reasonOf(error, "written")}`;
  }
}

function exitCodeOf(summary: Summary, { maxWarnings = Infinity, passWithNoFiles, inputs }: ReportOptions) {
  if (summary.unread.length > 0 || summary.unfixed.length > 0) return exit.usage;
  if (!isWorkFor(inputs) && !passWithNoFiles) return exit.usage;
  const { error, warning } = summary.count;
  return error > 0 || warning > maxWarnings ? exit.problems : exit.clean;
}
