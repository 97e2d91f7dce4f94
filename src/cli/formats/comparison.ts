import { Lines } from "../../core/campaign/lines";
import { locate } from "../../core/campaign/locate";
import { parseDocument } from "../../core/campaign/document";
import type { Comparison } from "../../core/comparison/compare";
import type { CampaignReading } from "../../core/lifecycle/read-campaign";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { visibleLine } from "../../core/text/visible";
import { visibleJson } from "../../core/text/visible-json";
import {
  campaignText,
  countOf,
  differenceText,
  notComparedText,
  notReadText,
} from "../../core/wording/lifecycle/comparison-text";

/** The result of `diff`. */
export type DiffReport =
  | ({ readonly kind: "compared"; readonly campaign: CampaignFacts } & Comparison)
  | {
      readonly kind: "not-read";
      readonly reading: Exclude<CampaignReading, { readonly kind: "read" | "ambiguous" }>;
    };

type CampaignFacts = Pick<ListedCampaign, "id" | "name" | "state">;

export type DiffOutcome = "same" | "different" | "missing" | "unknown";

export function diffOutcome(report: DiffReport): DiffOutcome {
  if (report.kind === "not-read") return report.reading.kind === "missing" ? "missing" : "unknown";
  return report.differences.length === 0 ? "same" : "different";
}

/** 0 same · 3 different or missing · 5 unknown. */
export function diffExitCode(report: DiffReport): number {
  return { same: 0, different: 3, missing: 3, unknown: 5 }[diffOutcome(report)];
}

export function diffJson(report: DiffReport): string {
  const outcome = diffOutcome(report);
  const record =
    report.kind === "not-read"
      ? { outcome, message: notReadText(report.reading), differences: [], notCompared: [] }
      : {
          outcome,
          message: headline(report),
          campaignId: report.campaign.id,
          ...(report.campaign.state === undefined ? {} : { state: report.campaign.state }),
          differences: report.differences,
          notCompared: report.notCompared,
        };
  return `${visibleJson(JSON.stringify(record, undefined, 2))}\n`;
}

/** `file` as on the command line; `text` is its content. */
export function diffText(report: DiffReport, file: string, text: string): string {
  if (report.kind === "not-read") return `${notReadText(report.reading)}\n`;
  const notCompared = notComparedText(report);
  return [
    headline(report),
    ...differenceLines(report, file, text),
    ...(notCompared === undefined ? [] : [notCompared]),
    "",
  ].join("\n");
}

function headline({ campaign, differences }: Extract<DiffReport, { readonly kind: "compared" }>): string {
  return differences.length === 0
    ? `Same: ${campaignText(campaign)} has the values of the file.`
    : `Different: ${campaignText(campaign)} differs from the file in ${countOf(differences)}.`;
}

/** One line per difference, with its place in the file. A missing item has the place of its list. */
export function differenceLines(
  { differences }: Pick<Comparison, "differences">,
  file: string,
  text: string,
): string[] {
  const document = parseDocument(text);
  const lines = new Lines(text);
  return differences.map((difference) => {
    const where = locate(document, difference.pointer.replace(/\/-$/, ""));
    const { line, character } = lines.position(where?.offset ?? 0);
    return visibleLine(`${file}:${line + 1}:${character + 1}: ${differenceText(difference)}`, Infinity);
  });
}
