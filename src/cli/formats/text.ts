import { styleText } from "node:util";
import type { Severity } from "../../core/campaign/problem";
import { oneLine, sumOf, type CheckedFile, type Format, type PlacedProblem } from "./format";

type Paint = (style: Parameters<typeof styleText>[0], words: string) => string;

const colours: Readonly<Record<Severity, Parameters<Paint>[0]>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
  hint: "gray",
};

/** A block for each file with problems, a line each, then one line that sums up. */
export const text: Format = (report, { colour }) => {
  const paint: Paint = (style, words) =>
    colour ? styleText(style, words, { validateStream: false }) : words;
  const blocks = report.files.filter(({ problems }) => problems.length > 0).map((file) => block(file, paint));
  const undone = [...report.unread, ...report.unfixed].map(
    ({ path, reason }) => `${paint("underline", oneLine(path))}\n  ${oneLine(reason)}\n`,
  );
  return [...blocks, ...undone, sumOf(report)].join("\n") + "\n";
};

function block(file: CheckedFile, paint: Paint): string {
  const places = file.problems.map(placeOf);
  const width = Math.max(...places.map((place) => place.length));
  const lines = file.problems.map((problem, index) => {
    const place = (places[index] ?? "").padStart(width);
    const severity = paint(colours[problem.severity], problem.severity.padEnd(7));
    return `  ${place}  ${severity}  ${oneLine(problem.message)}  ${paint("gray", problem.code)}`;
  });
  return [paint("underline", oneLine(file.path)), ...lines, ""].join("\n");
}

/** Line and column from 1, as editors count. */
function placeOf({ range: { start } }: PlacedProblem): string {
  return `${start.line + 1}:${start.character + 1}`;
}
