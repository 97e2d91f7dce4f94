import type { Edit, Problem, Span } from "../campaign/problem";
import { movedSpan } from "../campaign/span";
import type { Checked } from "./check";

/**
 * A rule's problem from the last save, moved along with the edits since. `problem` becomes undefined once its own text
 * changes, because it may no longer apply.
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

/** Moves the problems along with edits. The offsets of each edit refer to the text after the edit before it. */
export function followEdits(known: readonly TrackedProblem[], edits: readonly Edit[]): TrackedProblem[] {
  return known.map((one) => edits.reduce(followed, one));
}

/**
 * The problems to show until the next save: all syntax and schema problems, and those of the rules that were known and
 * still apply. While the text is broken, rules cannot run, so problems of unchanged text remain.
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

/** It replaced the schema's problem of a missing property, which must be shown immediately. */
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
  // The edits of the fixes refer to the old text.
  return { code, ...moved.span, problem: { ...problem, ...moved.span, ...others, fixes: [] } };
}

function touches(a: Span, b: Span): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
