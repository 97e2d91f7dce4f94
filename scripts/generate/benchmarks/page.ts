import path from "node:path";
import { chartPath } from "./chart";
import { commandOf, parts, resultsPath, type Measured, type Part, type Results } from "./results";
import type { Row } from "./row";
import { rows } from "./rows";
import { fasterText, figureText, goalText, NOT_MEASURED, verdictOf } from "./verdict";

export const pagePath = "docs/benchmarks.md";

/** The page of the figures: the same results give the same text. */
export function benchmarksPage(results: Results): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return [
    "# Benchmarks",
    INTRODUCTION,
    "## Goals",
    goalsText(results),
    `![${chartText(results)}](${path.basename(chartPath)})`,
    ...groups.flatMap((group) => [
      `## ${group}`,
      tableOf(
        rows.filter((row) => row.group === group),
        results,
      ),
    ]),
    "## Machine",
    ...parts.map((part) => machineText(part, results[part])),
    "## Method",
    METHOD,
    "",
  ].join("\n\n");
}

const file = path.basename(resultsPath);

const INTRODUCTION = `\`${commandOf.programs}\` and then \`${commandOf.editor}\` measure everything here and write [${file}](${file}) and this page. \`npm run generate\` writes the page again from the same figures.

Every ratio is campaign-json's time divided by the other time, or its memory or size by the other. Below 1, campaign-json is faster or smaller. Both were measured by turns in one run on one machine, so a ratio says more than a time. With a load above the number of cores, ratios vary as well, most of all those of works that wait for the disk: the load of this run is below. Some of the other programs do less, which the last column names.`;

const METHOD = `- The works of a comparison run by turns, so that all of them meet the same load. In a running process, the fastest round of each counts: some rounds are short enough to be undisturbed. Whole processes, submissions, memory and VS Code are medians.
- The 10,000 files are plain JSON without problems. Each has its own name and its own contact list. Before anything is measured, every linter has to accept a valid file and reject a faulty one.
- Biome's native program is started directly, without the script in JavaScript that usually starts it. Every output goes to the null device.
- The peers have their own \`test/bench/package.json\` with exact versions. \`npm ci\` in \`test/bench\` installs them without install scripts (one of their packages has one, for usage statistics).
- A part that the last run did not measure is marked, never filled with an older figure. \`${commandOf.programs}\` removes the figures of \`${commandOf.editor}\`.`;

/** How many goals are met, and which are missed or were not measured. */
function goalsText(results: Results): string {
  const judged = rows
    .filter(({ goal, limit }) => goal !== undefined || limit !== undefined)
    .map((row) => ({ row, met: verdictOf(row, results)?.met }));
  const listOf = (title: string, some: typeof judged) =>
    some.length === 0 ? [] : [title, some.map(({ row }) => `- ${row.short} (${goalText(row)})`).join("\n")];
  const met = judged.filter((one) => one.met === true).length;
  return [
    `${met} of ${judged.length} goals are met.`,
    ...listOf(
      "Missed:",
      judged.filter((one) => one.met === false),
    ),
    ...listOf(
      `Goals ${NOT_MEASURED}:`,
      judged.filter((one) => one.met === undefined),
    ),
  ].join("\n\n");
}

/** The chart's alternative text. */
export function chartText(results: Results): string {
  const verdicts = rows
    .flatMap((row) => verdictOf(row, results) ?? [])
    .filter(({ ratio }) => ratio !== undefined);
  const faster = verdicts.filter(({ row, ratio }) => row.peer !== undefined && (ratio ?? 1) < 1).length;
  const compared = verdicts.filter(({ row }) => row.peer !== undefined).length;
  const missed = verdicts.filter(({ met }) => met === false).length;
  return `Bar chart of ${verdicts.length} ratios with their goals: campaign-json is faster in ${faster} of ${compared} comparisons with other programs. Missed goals: ${missed}. The tables below contain the same figures.`;
}

function tableOf(some: readonly Row[], results: Results): string {
  return [
    "| Work | Compared with | Ratio | Goal | Result | In words |",
    "| --- | --- | --- | --- | --- | --- |",
    ...some.map((row) => lineOf(row, results)),
  ].join("\n");
}

function lineOf(row: Row, results: Results): string {
  const { work, other = "the goal", note = "" } = row;
  const verdict = verdictOf(row, results);
  const cells =
    verdict === undefined
      ? ["", goalText(row), NOT_MEASURED, note]
      : [
          figureText(verdict),
          goalText(row),
          resultText(verdict.met),
          [fasterText(verdict), note].filter((text) => text !== "").join(" "),
        ];
  return `| ${[work, other, ...cells].join(" | ")} |`;
}

function resultText(met: boolean | undefined): string {
  if (met === undefined) return "no goal";
  return met ? "met" : "**missed**";
}

function machineText(part: Part, measured: Measured | undefined): string {
  if (measured === undefined) return `\`${commandOf[part]}\`: ${NOT_MEASURED}.`;
  const { day, machine, load, versions } = measured;
  const { cpu, cores, memory, system, node } = machine;
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `\`${commandOf[part]}\` on ${day}: ${cpu}, ${cores} cores, ${memory} GiB, ${system}, Node ${node}. Load average over one minute: ${load.start.toFixed(1)} at the start, ${load.end.toFixed(1)} at the end. Compared: ${programs.join(", ")}.`;
}
