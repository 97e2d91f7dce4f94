import { visibleLine } from "../../core/text/visible";
import { visibleJson } from "../../core/text/visible-json";
import { exit } from "../output/terminal";
import { lifecycleRecord, lifecycleText, type LifecycleReport } from "./lifecycle";
import { exitCodeOfOutcome } from "./submission";
import { gravestCode, outcomeCounts } from "./submissions";

/** The result for one of several campaigns. `campaign` is how the person named it. */
export type CampaignReport = { readonly campaign: string } & (
  | { readonly kind: "report"; readonly report: LifecycleReport }
  /** It is not certain which campaign is meant. */
  | { readonly kind: "usage"; readonly reason: string }
);

export function campaignReportsJson(reports: readonly CampaignReport[]): string {
  const results = reports.map((each) => ({ campaign: each.campaign, ...recordOf(each) }));
  const counts = outcomeCounts(reports.map(outcomeOf));
  const json = { results, summary: { campaigns: reports.length, ...counts } };
  return `${visibleJson(JSON.stringify(json, undefined, 2))}\n`;
}

/** Printed when the campaign is done, before the next one. */
export function campaignReportText(report: CampaignReport): string {
  const text =
    report.kind === "report" ? lifecycleText(report.report) : `${visibleLine(report.reason, 2_000)}\n`;
  return `${visibleLine(report.campaign, Infinity)}\n${text}\n`;
}

export function exitCodeOfCampaigns(reports: readonly CampaignReport[]): number {
  return gravestCode(
    reports.map((each) => (each.kind === "report" ? exitCodeOfOutcome(each.report.outcome) : exit.usage)),
  );
}

function outcomeOf(report: CampaignReport) {
  return report.kind === "report" ? report.report.outcome : "not-sent";
}

function recordOf(report: CampaignReport): object {
  if (report.kind === "report") return lifecycleRecord(report.report);
  return { outcome: "not-sent", reason: "ambiguous", message: report.reason, nextStep: "" };
}
