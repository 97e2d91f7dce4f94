import type { Difference } from "../../core/comparison/compare";
import type { Plan } from "../../core/lifecycle/plan";
import { visibleLine } from "../../core/text/visible";
import { visibleJson } from "../../core/text/visible-json";
import { campaignText, notComparedText, notReadText } from "../../core/wording/lifecycle/comparison-text";
import { differenceLines } from "./comparison";
import { problemLines, type FileProblem } from "./submission";

/** The plan of one file. */
export interface FilePlan {
  /** As on the command line. */
  readonly file: string;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  readonly plan: Plan | { readonly kind: "has-errors" };
}

type PlanKind = FilePlan["plan"]["kind"];

/** 0 nothing to do · 1 a file has errors · 3 something to do · 5 unknown. */
export function planExitCode(plans: readonly FilePlan[]): number {
  const kinds = new Set(plans.map(({ plan }) => plan.kind));
  if (kinds.has("unknown")) return 5;
  if (kinds.has("create") || kinds.has("differs")) return 3;
  return kinds.has("has-errors") ? 1 : 0;
}

export function plansToJson(plans: readonly FilePlan[]): string {
  const json = { results: plans.map(toRecord), summary: { files: plans.length, ...countsOf(plans) } };
  return `${visibleJson(JSON.stringify(json, undefined, 2))}\n`;
}

function toRecord({ file, plan, problems }: FilePlan): object {
  const differences: readonly Difference[] = "differences" in plan ? plan.differences : [];
  const notCompared: readonly string[] = "notCompared" in plan ? plan.notCompared : [];
  return {
    ...{ file, plan: plan.kind },
    ...("campaign" in plan ? { campaignId: plan.campaign.id } : {}),
    ...("campaign" in plan && plan.campaign.state !== undefined ? { state: plan.campaign.state } : {}),
    ...("reading" in plan ? { message: notReadText(plan.reading) } : {}),
    ...{ differences, notCompared, problems },
  };
}

/** A line for each file, followed by what differs or is wrong, and a summary. */
export function plansToText(plans: readonly FilePlan[]): string {
  const width = Math.max(0, ...plans.map(({ file }) => visibleLine(file, Infinity).length));
  const lines = plans.flatMap((one) => {
    const { plan, file, text, problems } = one;
    const first = `${plan.kind.padEnd(KIND_WIDTH)}  ${visibleLine(file, Infinity).padEnd(width)}  ${noteOf(plan)}`;
    const below =
      plan.kind === "has-errors" ? problemLines(file, problems) : comparisonLines(plan, file, text);
    return [first.trimEnd(), ...below.map((line) => `  ${line}`)];
  });
  const counts = Object.entries(countsOf(plans)).filter(([, count]) => count > 0);
  const files = plans.length === 1 ? "1 file" : `${plans.length} files`;
  const summary = `${files}: ${counts.map(([kind, count]) => `${count} ${kind}`).join(", ")}`;
  return [...lines, summary, ""].join("\n");
}

/** What differs, and which values of the file the account can't confirm. */
function comparisonLines(plan: Plan, file: string, text: string): string[] {
  if (!("differences" in plan)) return [];
  const notCompared = notComparedText(plan);
  return [
    ...differenceLines(plan, file, text),
    ...(notCompared === undefined ? [] : [visibleLine(notCompared, 2_000)]),
  ];
}

const KIND_WIDTH = "has-errors".length;

function noteOf(plan: FilePlan["plan"]): string {
  switch (plan.kind) {
    case "exists":
    case "differs":
      return campaignText(plan.campaign);
    case "unknown":
      return notReadText(plan.reading);
    case "create":
    case "has-errors":
      return "";
  }
}

function countsOf(plans: readonly FilePlan[]): Readonly<Record<PlanKind, number>> {
  const counts = { create: 0, exists: 0, differs: 0, "has-errors": 0, unknown: 0 };
  for (const { plan } of plans) counts[plan.kind]++;
  return counts;
}
