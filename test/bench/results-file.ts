import { writeFile } from "node:fs/promises";
import os from "node:os";
import type { Figure, Machine, Part, Results } from "../../scripts/generate/benchmarks/results";
import { benchmarksChart, chartPath } from "../../scripts/generate/benchmarks/chart";
import { benchmarksPage, pagePath } from "../../scripts/generate/benchmarks/page";
import { resultsPath } from "../../scripts/generate/benchmarks/results";
import { rows } from "../../scripts/generate/benchmarks/rows";
import { figureText, goalText, NOT_MEASURED, verdictOf } from "../../scripts/generate/benchmarks/verdict";
import { formatted } from "../../scripts/generate/format";
import { writeOutput } from "../../scripts/generate/output";

/** The computer and the Node version of this run. */
export function machine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? "unknown CPU",
    cores: os.availableParallelism(),
    memory: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${process.arch}`,
    node: process.versions.node,
  };
}

/** The load average over one minute. */
export function load(): number {
  return Number((os.loadavg()[0] ?? 0).toFixed(2));
}

/** Day of a run in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Four digits are enough for a ratio of three. */
export function shortened(figures: Readonly<Record<string, Figure>>): Record<string, Figure> {
  const short = (value: number) => Number(value.toPrecision(4));
  return Object.fromEntries(
    Object.entries(figures).map(([id, { own, other, rounds }]) => [
      id,
      {
        own: short(own),
        ...(other === undefined ? {} : { other: short(other) }),
        ...(rounds === undefined ? {} : { rounds }),
      },
    ]),
  );
}

/** Writes the figures, the page and the chart. */
export async function writeResults(results: Results): Promise<void> {
  await writeFile(resultsPath, `${JSON.stringify(results, null, 2)}\n`);
  const page = { path: pagePath, content: benchmarksPage(results) };
  await writeOutput(".", await formatted(".", page));
  await writeOutput(".", { path: chartPath, content: benchmarksChart(results) });
}

/** Prints the figures of a part beside their goals. */
export function printFigures(results: Results, part: Part): void {
  for (const row of rows.filter((one) => one.part === part)) {
    const verdict = verdictOf(row, results);
    const figure = verdict === undefined ? NOT_MEASURED : figureText(verdict);
    const result = verdict?.met === undefined ? "" : verdict.met ? "met" : "MISSED";
    console.log(`${row.short.padEnd(44)} ${figure.padStart(23)}   ${goalText(row).padEnd(10)} ${result}`);
  }
}
