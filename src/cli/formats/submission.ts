import type { HttpRequest } from "../../core/platform/transport";
import { echoText } from "../../core/wording/response-diff-text";
import type { Echo } from "../../core/answer/response-diff";
import type { Outcome } from "../../core/platform/outcome";
import { describeOutcome, type OutcomeText } from "../../core/wording/outcome-text";
import { responseBeginning } from "../../core/wording/response-beginning";
import { visibleLine } from "../../core/text/visible";
import type { Range } from "../../core/campaign/lines";
import { visibleJson } from "../../core/text/visible-json";
import type { NotSentReport } from "./not-sent";

/** A problem for the report. `line` counts from 0. */
export interface FileProblem {
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  readonly code: string;
  readonly line: number;
}

/** An error that a comment in the file exempts. */
export interface ExemptedFileProblem extends FileProblem {
  readonly reason: string;
}

/** A property that a rejection names, with its range in the file. */
export interface RejectedField {
  /** RFC 6901. */
  readonly pointer: string;
  /** The platform's own words. */
  readonly message: string;
  /** Lines and characters from 0. For a missing property, the range of its parent. */
  readonly range: Range;
}

/** The result of a submission. */
export interface SentReport {
  readonly kind: "sent";
  readonly outcome: Outcome;
  readonly request: HttpRequest;
  /** How the campaign in the response differs from the request; absent when the response contains no campaign. */
  readonly echo?: Echo;
  /** The rejected properties; `path` as on the command line. */
  readonly rejected?: { readonly path: string; readonly fields: readonly RejectedField[] };
  /** Whether the next run of the same command looks the campaign up first. */
  readonly looksUpNext?: boolean;
}

/** The result of `submit`. `request` has passed the redactor. */
export type Report =
  | SentReport
  | ExistsReport
  | NotSentReport
  | { readonly kind: "dry-run"; readonly request: HttpRequest }
  /** The run was interrupted before it came to this file. */
  | { readonly kind: "skipped" }
  | { readonly kind: "invalid-file"; readonly path: string; readonly problems: readonly FileProblem[] };

/** Nothing was sent, because the campaign already exists in the account. */
interface ExistsReport {
  readonly kind: "exists";
  /** Absent when the platform returned no id. */
  readonly campaignId?: string;
  readonly state?: string;
  readonly explanation: string;
  readonly nextStep?: string;
  readonly request: HttpRequest;
}

export type ReportedOutcome = Outcome["kind"] | "exists" | "dry-run" | "invalid-file";

export function outcomeOf(report: Report): ReportedOutcome {
  switch (report.kind) {
    case "dry-run":
    case "exists":
    case "invalid-file":
      return report.kind;
    case "skipped":
      return "cancelled";
    case "held":
      return report.outcome;
    case "sent":
      return report.outcome.kind;
  }
}

export function exitCodeOf(report: Report): number {
  return exitCodeOfOutcome(outcomeOf(report));
}

/** 0 done · 1 invalid file · 3 refused by the platform · 4 not sent · 5 unknown · 130 interrupted. */
export function exitCodeOfOutcome(outcome: ReportedOutcome): number {
  switch (outcome) {
    case "accepted":
    case "exists":
    case "dry-run":
      return 0;
    case "invalid-file":
      return 1;
    case "rejected":
    case "unauthorized":
    case "rate-limited":
    case "redirected":
      return 3;
    case "not-sent":
      return 4;
    case "unknown":
      return 5;
    case "cancelled":
      return 130;
  }
}

export function toJson(report: Report): string {
  return `${visibleJson(JSON.stringify(toRecord(report), undefined, 2))}\n`;
}

/** The object of `--format json`. */
export function toRecord(report: Report): object {
  if (report.kind === "skipped") return { outcome: "cancelled", message: SKIPPED };
  if (report.kind === "invalid-file") {
    const { path, problems } = report;
    return { outcome: report.kind, message: `Not sent: ${path} has errors.`, problems };
  }
  const request = toRequestRecord(report.request);
  if (report.kind === "dry-run") return { outcome: report.kind, message: "Nothing was sent.", request };
  const { headline, explanation, nextStep } = wordsOf(report);
  const message = `${headline} ${explanation}`;
  if (report.kind === "exists") {
    const { kind, campaignId, state } = report;
    return {
      outcome: kind,
      message,
      nextStep,
      ...(campaignId === undefined ? {} : { campaignId }),
      ...(state === undefined ? {} : { state }),
      request,
    };
  }
  if (report.kind === "held")
    return { outcome: report.outcome, message, nextStep, reason: report.reason, request };
  const { echo, rejected } = report;
  const { kind, ...details } = report.outcome;
  // The outcome's own fields (status, id, state, reason, the server's messages) override the general texts.
  return {
    ...{ outcome: kind, message, nextStep, ...details },
    ...(echo === undefined ? {} : { echo }),
    ...(rejected === undefined ? {} : { fields: rejected.fields }),
    request,
  };
}

const SKIPPED = "Canceled: nothing was sent.";

type SubmissionReport = Extract<Report, { readonly kind: "sent" | "exists" | "held" }>;

function wordsOf(report: SubmissionReport): OutcomeText {
  switch (report.kind) {
    case "sent": {
      const words = describeOutcome(report.outcome, "terminal");
      return report.outcome.kind === "unknown" && report.looksUpNext
        ? { ...words, nextStep: LOOKS_UP }
        : words;
    }
    case "exists":
      return {
        headline:
          report.campaignId === undefined
            ? "The campaign already exists. The platform returned no id."
            : `The campaign already exists: ${visibleLine(report.campaignId, 60)}.`,
        explanation: `${report.explanation} Nothing was sent.`,
        nextStep: report.nextStep ?? "Don't send it again. If this is a different campaign, rename it.",
      };
    case "held":
      return report;
  }
}

const LOOKS_UP =
  "Run the same command again: it looks the campaign up in the account first and sends it only if it isn't there.";

export function toRequestRecord({ method, url, headers, body }: HttpRequest): object {
  return { method, url, headers, ...(body === undefined ? {} : { body: parsedOrText(body) }) };
}

/** Redaction may have made the JSON invalid; then the body is shown as text. */
function parsedOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

export function toText(report: Report): string {
  if (report.kind === "invalid-file") {
    const lines = problemLines(report.path, report.problems);
    return [...lines, "Not sent: the file has errors.", ""].join("\n");
  }
  if (report.kind === "dry-run") return requestText(report.request);
  if (report.kind === "skipped") return `${SKIPPED}\n`;
  const { headline, explanation, nextStep } = wordsOf(report);
  const begins = report.kind === "sent" ? responseBeginning(report.outcome) : [];
  // Untrusted text: the server's words may contain control characters.
  const lines = [headline, explanation, ...begins, ...detailsOf(report), nextStep];
  return [...lines.map((line) => visibleLine(line, 2_000)), ""].join("\n");
}

/** One line per problem, with its place in the file. */
export function problemLines(file: string, problems: readonly FileProblem[]): string[] {
  return problems
    .map(({ line, severity, message, code }) => `${file}:${line + 1}: ${severity}: ${message} (${code})`)
    .map((text) => visibleLine(text, Infinity));
}

/** The lines that a rejection names; for a created campaign, the values the platform changed come first. */
function detailsOf(report: SubmissionReport): string[] {
  if (report.kind !== "sent") return [];
  const { rejected, echo } = report;
  if (rejected !== undefined)
    return rejected.fields.map(
      ({ range: { start }, message }) =>
        `${rejected.path}:${start.line + 1}:${start.character + 1}: error: ${message}`,
    );
  if (echo === undefined) return [];
  const { changed, notEchoed, added } = echoText(echo);
  return [
    ...changed.map((text) => `warning: ${text}`),
    ...(notEchoed === undefined ? [] : [`Omitted from the response: ${notEchoed}`]),
    ...(added === undefined ? [] : [`Defaults added by the platform: ${added}`]),
  ];
}

function requestText({ method, url, headers, body }: HttpRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    "Not sent (dry run). The request would be:",
    "",
    `${method} ${url}`,
    ...lines,
    "",
    body ?? "",
    "",
  ].join("\n");
}
