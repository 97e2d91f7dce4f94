import type { Edit, Problem, Span } from "../campaign/problem";
import { movedSpan } from "../campaign/span";
import type { Checked } from "./check";

/**
 * A rule's problem that was found at the last save, followed through the edits since. `problem` is gone once its own
 * text was touched: what it said may no longer be so.
 */
export interface TrackedProblem extends Span {
  readonly code: string;
  readonly problem?: Problem;
}

export function trackProblems(problems: readonly Problem[]): TrackedProblem[] {
  return problems
    .filter(({ code }) => isOfRule(code))
    .map((problem) => ({ code: problem.code, offset: problem.offset, length: problem.length, problem }));
}

/** Moves what is known along with edits, each of which speaks of the text that the one before it left. */
export function followEdits(known: readonly TrackedProblem[], edits: readonly Edit[]): TrackedProblem[] {
  return known.map((one) => edits.reduce(followed, one));
}

/**
 * What to show while the rules wait for the next save: every problem of syntax and schema, and of the rules' problems
 * those that were known and still are so. While the text is broken the rules cannot tell: what nobody touched stays.
 */
export function problemsBetweenSaves(checked: Checked, known: readonly TrackedProblem[]): Problem[] {
  const { document, problems } = checked;
  if (document.root === undefined || document.syntaxErrors.length > 0) {
    const untouched = known.flatMap(({ problem }) => problem ?? []);
    const own = problems.filter(({ code }) => !isOfRule(code));
    return [...own, ...untouched].sort((a, b) => a.offset - b.offset || a.length - b.length);
  }
  return problems.filter(
    (problem) =>
      !isOfRule(problem.code) ||
      standsForSchema(problem) ||
      known.some((one) => one.code === problem.code && touches(one, problem)),
  );
}

function isOfRule(code: string): boolean {
  return !code.includes("/");
}

/** It took the place of the schema's own word on a missing property, which is due at once. */
function standsForSchema(problem: Problem): boolean {
  return problem.explainsMissing !== undefined && problem.severity === "error";
}

function followed(known: TrackedProblem, edit: Edit): TrackedProblem {
  const { code, problem, ...span } = known;
  const moved = movedSpan(span, edit);
  if (problem === undefined) return { code, ...moved.span };
  const related = problem.related?.map((place) => ({ place, moved: movedSpan(place, edit) }));
  if (moved.touched || related?.some((one) => one.moved.touched)) return { code, ...moved.span };
  const others = related && { related: related.map((one) => ({ ...one.place, ...one.moved.span })) };
  // The fixes' edits spoke of the old text.
  return { code, ...moved.span, problem: { ...problem, ...moved.span, ...others, fixes: [] } };
}

function touches(a: Span, b: Span): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
