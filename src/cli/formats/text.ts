import { visibleLine } from "../../core/text/visible";
import type { Severity } from "../../core/campaign/problem";
import type { Piece, Style } from "../output/terminal";
import { sumOf, type CheckedFile, type Format, type PlacedProblem } from "./format";

const styles: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
  hint: "gray",
};

/** One block per file with problems, one line per problem, then a summary line. */
export const text: Format = {
  part: (file) => ({
    kind: "written",
    pieces: file.problems.length === 0 ? [] : block(file),
  }),
  end: (summary) => [
    ...[...summary.unread, ...summary.unfixed].flatMap(({ path, reason }) => [
      heading(path),
      `\n  ${line(reason)}\n\n`,
    ]),
    `${sumOf(summary)}\n`,
  ],
};

function block({ path, problems }: CheckedFile): Piece[] {
  const places = problems.map(placeOf);
  const width = places.reduce((widest, { length }) => Math.max(widest, length), 0);
  const lines = problems.flatMap(({ severity, message, code }, index): Piece[] => [
    `  ${(places[index] ?? "").padStart(width)}  `,
    { style: styles[severity], text: severity.padEnd(7) },
    `  ${line(message)}  `,
    { style: "gray", text: code },
    "\n",
  ]);
  return [heading(path), "\n", ...lines, "\n"];
}

function heading(path: string): Piece {
  return { style: "underline", text: line(path) };
}

/** Untrusted text: a file name or its content must not start a new line. */
function line(foreign: string): string {
  return visibleLine(foreign, Infinity);
}

/** Line and column from 1. */
function placeOf({ range: { start } }: PlacedProblem): string {
  return `${start.line + 1}:${start.character + 1}`;
}
