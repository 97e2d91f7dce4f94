import type { Terminal } from "../output/terminal";
import { exitCodeOf, toJson, toText, type Report } from "../formats/submission";
import {
  exitCodeOfAll,
  reportInText,
  reportsToJson,
  summaryInText,
  type FileReport,
} from "../formats/submissions";

export interface ReportOutput extends Pick<Terminal, "out" | "setExitCode"> {
  readonly format: "text" | "json";
  /** Print the report alone, not as one of several. */
  readonly single: boolean;
}

/** Submits one file after the other, never two at the same time, and reports each. */
export async function reportEach<File extends { readonly file: string }>(
  files: readonly File[],
  { format, single, out, setExitCode }: ReportOutput,
  submit: (file: File) => Promise<Report>,
): Promise<void> {
  const reports: FileReport[] = [];
  try {
    for (const one of files) {
      const done = { file: one.file, report: await submit(one) };
      reports.push(done);
      if (single) {
        out(format === "json" ? toJson(done.report) : toText(done.report));
        setExitCode(exitCodeOf(done.report));
      } else if (format === "text") out(reportInText(done));
    }
  } finally {
    // After a bug in one file too: what was sent before it must not be lost.
    if (!single) {
      out(format === "json" ? reportsToJson(reports) : summaryInText(reports));
      setExitCode(exitCodeOfAll(reports));
    }
  }
}
