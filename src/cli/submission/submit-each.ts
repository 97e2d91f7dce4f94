import { toRequestBody } from "../../core/campaign/request-body";
import { secretsOf, type Connection } from "../../core/connection/connection";
import { createCampaignRequest } from "../../core/platform/request";
import type { HttpRequest } from "../../core/platform/transport";
import { createRedactor, REDACTED } from "../../core/text/redaction/redact";
import { stoppedAfter } from "../formats/not-sent";
import { outcomeOf, type Report } from "../formats/submission";
import { reportEach, type ReportOutput } from "./report-each";
import { submitRecorded, type RecordedDeps, type RecordedOptions, type ToSubmit } from "./submit-campaign";

export type FileToSubmit =
  | ({ readonly kind: "invalid" } & Pick<ToSubmit, "file" | "text" | "problems">)
  | ({ readonly kind: "valid" } & Omit<ToSubmit, "connection" | "body" | "request">);

export interface EachOptions extends RecordedOptions {
  readonly dryRun?: true;
}

/**
 * Submits one file after the other and reports each. Sends nothing after an outcome that is unknown, or after an
 * interrupt. Files with errors are reported in any case.
 */
export async function submitEach(
  files: readonly FileToSubmit[],
  /** Absent when every file has errors. */
  connection: Connection | undefined,
  options: EachOptions,
  deps: RecordedDeps,
  output: ReportOutput,
  signal: AbortSignal,
): Promise<void> {
  let unknown: string | undefined;
  await reportEach(files, output, async (one) => {
    if (one.kind === "invalid" || connection === undefined)
      return { kind: "invalid-file", path: one.file, problems: one.problems };
    // A single file is reported with its request.
    if (signal.aborted && !output.single) return { kind: "skipped" };
    const body = toRequestBody(one.campaign);
    const request = shown(connection, body);
    if (options.dryRun) return { kind: "dry-run", request };
    if (unknown !== undefined) return { kind: "held", ...stoppedAfter(unknown), request };
    const report: Report = await submitRecorded({ ...one, connection, body, request }, options, deps, signal);
    if (outcomeOf(report) === "unknown") unknown = one.file;
    return report;
  });
}

/** The request for display, without a token. The token for the real request is minted when it is sent. */
function shown(connection: Connection, body: string): HttpRequest {
  const { request } = createRedactor(secretsOf(connection.credential));
  return request(createCampaignRequest(connection, body, REDACTED));
}
