import { visibleJson } from "../../core/text/visible-json";
import { visibleLine } from "../../core/text/visible";
import { exitCodeOf, outcomeOf, toRecord, toText, type Report, type ReportedOutcome } from "./submission";

/** The report of one of several files. */
export interface FileReport {
  /** For display. */
  readonly file: string;
  readonly report: Report;
}

export function reportsToJson(reports: readonly FileReport[]): string {
  const results = reports.map(({ file, report }) => ({ file, ...toRecord(report) }));
  const json = { results, summary: { files: reports.length, ...countsOf(reports) } };
  return `${visibleJson(JSON.stringify(json, undefined, 2))}\n`;
}

/** Printed when the file is done, before the next one starts. */
export function reportInText({ file, report }: FileReport): string {
  return `${visibleLine(file, Infinity)}\n${toText(report)}\n`;
}

export function summaryInText(reports: readonly FileReport[]): string {
  const counts = Object.entries(countsOf(reports)).filter(([, count]) => count > 0);
  const files = reports.length === 1 ? "1 file" : `${reports.length} files`;
  return `${files}: ${counts.map(([outcome, count]) => `${count} ${outcome}`).join(", ")}\n`;
}

/** The first that occurs of an interrupt, unknown, not sent, refused by the platform, an invalid file, and success. */
export function exitCodeOfAll(reports: readonly FileReport[]): number {
  return gravestCode(reports.map(({ report }) => exitCodeOf(report)));
}

/** The exit code of several results. */
export function gravestCode(codes: readonly number[]): number {
  return [130, 2, 5, 4, 3, 1].find((code) => codes.includes(code)) ?? 0;
}

function countsOf(reports: readonly FileReport[]): Readonly<Record<ReportedOutcome, number>> {
  return outcomeCounts(reports.map(({ report }) => outcomeOf(report)));
}

export function outcomeCounts(
  outcomes: readonly ReportedOutcome[],
): Readonly<Record<ReportedOutcome, number>> {
  const counts: Record<ReportedOutcome, number> = {
    accepted: 0,
    exists: 0,
    "dry-run": 0,
    "invalid-file": 0,
    rejected: 0,
    unauthorized: 0,
    "rate-limited": 0,
    redirected: 0,
    "not-sent": 0,
    unknown: 0,
    cancelled: 0,
  };
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}
