import type { Results } from "./results";
import type { Row } from "./row";
import { rows } from "./rows";
import { figureText, goalText, NOT_MEASURED, verdictOf, type Verdict } from "./verdict";

export const chartPath = "docs/benchmarks.svg";

/** Pixels. */
const WIDTH = 960;
const ROW = 26;
const TOP = 92;
const BOTTOM = 20;
/** Where the bars begin and end; names are left of them, figures right. */
const LEFT = 330;
const RIGHT = 680;
/** The ratios at the ends of the logarithmic scale. A longer bar ends there. */
const SMALLEST = 1 / 64;
const LARGEST = 64;
const TICKS = [SMALLEST, 1 / 16, 1 / 4, 1, 4, 16, LARGEST];

/**
 * A bar from 1 to each ratio, on a logarithmic scale, with a line where the goal is. It has its own background, and two
 * sets of colors, so that it is readable on any page; every color has its word.
 */
export function benchmarksChart(results: Results): string {
  const shown = rows.filter(({ other }) => other !== undefined);
  const height = TOP + shown.length * ROW + BOTTOM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">Ratios of campaign-json to other works</title>`,
    `<desc id="description">${escaped(descriptionOf(shown, results))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>`,
    `<text class="head" x="20" y="30">Time, memory or size of campaign-json, divided by the other</text>`,
    `<text class="small" x="20" y="50">Left of 1, campaign-json is faster or smaller. The vertical mark in a row is its goal.</text>`,
    ...TICKS.flatMap((tick) => tickLines(tick, height - BOTTOM)),
    ...shown.flatMap((row, index) => barLines(row, verdictOf(row, results), TOP + index * ROW)),
    "</svg>",
    "",
  ].join("\n");
}

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.page { fill: #ffffff; stroke: #8c959f }
.head { font-weight: 600; font-size: 15px }
.small { font-size: 12px; fill: #57606a }
.grid { stroke: #d0d7de }
.one { stroke: #57606a; stroke-width: 1.5 }
.goal { stroke: #1f2328; stroke-width: 3 }
.met { fill: #2da44e }
.missed { fill: #cf222e }
.free { fill: #6e7781 }
.words-missed { fill: #a40e26; font-weight: 600 }
@media (prefers-color-scheme: dark) {
text, .words-missed { fill: #e6edf3 }
.page { fill: #0d1117; stroke: #6e7681 }
.small { fill: #9da7b3 }
.grid { stroke: #30363d }
.one { stroke: #9da7b3 }
.goal { stroke: #e6edf3 }
.met { fill: #3fb950 }
.missed { fill: #f85149 }
.free { fill: #8b949e }
.words-missed { fill: #ff9a92 }
}
`;

function placeOf(ratio: number): number {
  const within = Math.min(Math.max(ratio, SMALLEST), LARGEST);
  const share = Math.log(within / SMALLEST) / Math.log(LARGEST / SMALLEST);
  return Number((LEFT + share * (RIGHT - LEFT)).toFixed(1));
}

function tickLines(tick: number, bottom: number): string[] {
  const x = placeOf(tick);
  const label = tick < 1 ? `1/${1 / tick}` : String(tick);
  return [
    `<line class="${tick === 1 ? "one" : "grid"}" x1="${x}" y1="${TOP - 8}" x2="${x}" y2="${bottom}"/>`,
    `<text class="small" x="${x}" y="${TOP - 14}" text-anchor="middle">${label} ×</text>`,
  ];
}

function barLines(row: Row, verdict: Verdict | undefined, top: number): string[] {
  const middle = top + ROW / 2;
  const name = `<text x="${LEFT - 14}" y="${middle + 4}" text-anchor="end">${escaped(row.short)}</text>`;
  const words = (text: string, style = "") =>
    `<text${style} x="${RIGHT + 16}" y="${middle + 4}">${escaped(text)}</text>`;
  const goal = row.goal === undefined ? [] : [goalLine(row.goal, top)];
  if (verdict?.ratio === undefined) return [name, ...goal, words(NOT_MEASURED)];
  const [one, end] = [placeOf(1), placeOf(verdict.ratio)];
  const [from, width] = [Math.min(one, end), Math.max(Math.abs(end - one), 1).toFixed(1)];
  const style = verdict.met === undefined ? "free" : verdict.met ? "met" : "missed";
  return [
    name,
    `<rect class="${style}" x="${from}" y="${top + 5}" width="${width}" height="${ROW - 10}"/>`,
    ...goal,
    words(wordsOf(verdict), style === "missed" ? ' class="words-missed"' : ""),
  ];
}

function goalLine(goal: number, top: number): string {
  const x = placeOf(goal);
  return `<line class="goal" x1="${x}" y1="${top + 2}" x2="${x}" y2="${top + ROW - 2}"/>`;
}

/** For example "1.32 ×, goal ≤ 1.4 ×: met". */
function wordsOf(verdict: Verdict): string {
  const { row, met } = verdict;
  const figure = figureText(verdict);
  return met === undefined ? figure : `${figure}, goal ${goalText(row)}: ${met ? "met" : "missed"}`;
}

function descriptionOf(shown: readonly Row[], results: Results): string {
  return shown
    .map((row) => {
      const verdict = verdictOf(row, results);
      return `${row.short}: ${verdict === undefined ? NOT_MEASURED : wordsOf(verdict)}.`;
    })
    .join(" ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
