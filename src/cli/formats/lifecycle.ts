import type { Comparison } from "../../core/comparison/compare";
import type { ChangedOmission, Omission } from "../../core/comparison/omission";
import type { Outcome } from "../../core/platform/outcome";
import type { HttpRequest } from "../../core/platform/transport";
import { visibleLine } from "../../core/text/visible";
import { visibleJson } from "../../core/text/visible-json";
import { differenceText, omissionText } from "../../core/wording/lifecycle/comparison-text";
import type { OutcomeText } from "../../core/wording/outcome-text";
import { responseBeginning } from "../../core/wording/response-beginning";
import { toRequestRecord, type ReportedOutcome } from "./submission";

/** The result of `status`, `start`, `stop` or `update`. Outcome and request have passed the redactor. */
export interface LifecycleReport {
  readonly outcome: ReportedOutcome;
  readonly words: OutcomeText;
  /** Absent if no campaign was found. */
  readonly campaignId?: string;
  /** As read last. */
  readonly state?: string;
  /** Why nothing was sent, as one of a fixed set of words. */
  readonly reason?: string;
  /** The result of the request that decided the outcome. */
  readonly of?: Outcome;
  /** Of an update: what the account has differently, what could not be compared, and what the file omits. */
  readonly comparison?: UpdateComparison;
  /** The request that was to change the campaign; absent if none was made. */
  readonly request?: HttpRequest;
}

interface UpdateComparison extends Comparison {
  readonly omitted: readonly Omission[];
  /** After the request. */
  readonly changed?: readonly ChangedOmission[];
}

export function lifecycleJson(report: LifecycleReport): string {
  return `${visibleJson(JSON.stringify(lifecycleRecord(report), undefined, 2))}\n`;
}

/** Not yet safe to print. */
export function lifecycleRecord(report: LifecycleReport): object {
  const { outcome, words, campaignId, state, reason, of, comparison, request } = report;
  const { headline, explanation, nextStep } = words;
  return {
    ...{ outcome, message: [headline, explanation].filter((text) => text !== "").join(" "), nextStep },
    ...(of === undefined ? {} : detailsOf(of, outcome)),
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(state === undefined ? {} : { state }),
    ...(reason === undefined ? {} : { reason }),
    ...(comparison === undefined ? {} : comparedOf(comparison)),
    ...(request === undefined ? {} : { request: toRequestRecord(request) }),
  };
}

/** As for `submit`: the outcome's own fields (status, message, reason, response) override the general texts. */
function detailsOf(of: Outcome, outcome: ReportedOutcome): object {
  const { kind, ...details } = of;
  if (kind === outcome) return details;
  // Another outcome is reported, so only what was received is a fact about it.
  return Object.fromEntries(
    Object.entries(details).filter(([key]) => key === "httpStatus" || key === "response"),
  );
}

function comparedOf({ differences, notCompared, omitted, changed }: UpdateComparison): UpdateComparison {
  return { differences, notCompared, omitted, ...(changed === undefined ? {} : { changed }) };
}

export function lifecycleText({ outcome, words, of, comparison }: LifecycleReport): string {
  const begins = of !== undefined && of.kind === outcome ? responseBeginning(of) : [];
  // Untrusted text: the server's words may contain control characters.
  const differs = comparison?.differences.map((one) => `warning: ${differenceText(one)}`) ?? [];
  const omits = comparison?.omitted.map((one) => `warning: ${omissionText(one)}`) ?? [];
  const lines = [words.headline, words.explanation, ...begins, ...differs, ...omits, words.nextStep].filter(
    (line) => line !== "",
  );
  return [...lines.map((line) => visibleLine(line, 2_000)), ""].join("\n");
}
