import { toRequestBody } from "../../core/campaign/request-body";
import { secretsOf, type Connection } from "../../core/connection/connection";
import type { RecordedPlan } from "../../core/submission/recorded-plan";
import { createCampaignRequest } from "../../core/platform/request";
import type { HttpRequest } from "../../core/platform/transport";
import { createRedactor, REDACTED } from "../../core/text/redaction/redact";
import { visibleLine } from "../../core/text/visible";
import { stoppedAfter } from "../formats/not-sent";
import { outcomeOf, type Report } from "../formats/submission";
import { areConfirmed, planSubmission } from "./plan-submission";
import { reportEach, type ReportOutput } from "./report-each";
import {
  existsInLedger,
  submitRecorded,
  type RecordedDeps,
  type RecordedOptions,
  type FileToSubmit,
} from "./submit-campaign";

export interface EachOptions extends RecordedOptions {
  readonly dryRun?: true;
}

/**
 * Submits one file after the other and reports each. Sends nothing after an outcome that is unknown, after an interrupt,
 * or after a no. Files with errors are reported in any case. Several files are planned first: there is one question for
 * all of them, and a file whose campaign exists with other values does not become a second campaign.
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
  const plans = new Map<string, RecordedPlan | undefined>();
  let confirmed = true;
  let run = { options, deps };
  if (connection !== undefined && !output.single && !options.dryRun) {
    const startedAt = deps.now();
    const redactor = createRedactor(secretsOf(connection.credential));
    const careful = { ...deps, err: (text: string) => deps.err(redactor.text(text)) };
    run = { options, deps: careful };
    const planned = await planSubmission(files, connection, careful);
    for (const { one, plan } of planned) plans.set(one.file, plan);
    if (!options.yes && !options.practice) {
      confirmed = await areConfirmed(planned, connection, careful, signal);
      // The yes covers what the log contained when it was read.
      run = { options: { ...options, yes: true, warned: true }, deps: { ...careful, startedAt } };
    }
  }
  let unknown: string | undefined;
  await reportEach(files, output, async (one) => {
    if (one.kind === "invalid" || connection === undefined)
      return { kind: "invalid-file", path: one.file, problems: one.problems };
    // A single file is reported with its request.
    if ((signal.aborted && !output.single) || !confirmed) return { kind: "skipped" };
    const body = toRequestBody(one.campaign);
    const request = shown(connection, body);
    if (options.dryRun) return { kind: "dry-run", request };
    if (unknown !== undefined) return { kind: "held", ...stoppedAfter(unknown), request };
    const plan = plans.get(one.file);
    // The one question did not include it.
    if (plan?.kind === "exists" && run.options.warned)
      return existsInLedger(plan.duplicate, run.deps, request);
    if (plan?.kind === "differs") {
      run.deps.err(differsWarning(one.file, plan.campaignId));
      return { kind: "exists", ...existsWithOtherValues(one.file, plan.campaignId), request };
    }
    const work = { ...one, connection, body, request };
    const report: Report = await submitRecorded(work, run.options, run.deps, signal);
    if (outcomeOf(report) === "unknown") unknown = one.file;
    return report;
  });
}

function existsWithOtherValues(file: string, campaignId: string) {
  return {
    campaignId,
    explanation: "This file created or updated it, and the file has other values now.",
    nextStep: `Run \`campaign-json update ${visibleLine(file, 200)}\` to change that campaign. To create another one, submit this file alone.`,
  };
}

function differsWarning(file: string, campaignId: string): string {
  const shownFile = visibleLine(file, 200);
  return `warning: ${shownFile} was not sent, because its campaign ${visibleLine(campaignId, 60)} exists with other values. \`campaign-json update ${shownFile}\` changes that campaign.\n`;
}

/** The request for display, without a token. The token for the real request is minted when it is sent. */
function shown(connection: Connection, body: string): HttpRequest {
  const { request } = createRedactor(secretsOf(connection.credential));
  return request(createCampaignRequest(connection, body, REDACTED));
}
