import type { Edit, Problem, Span } from "../campaign/problem";
import type { Checked } from "./check";

/**
 * A rule's problem that was found at the last save, followed through the edits since. `problem` is gone once its own
 * text was touched: what it said may no longer be so.
 */
export interface Known extends Span {
  readonly code: string;
  readonly problem?: Problem;
}

export function knownOf(problems: readonly Problem[]): Known[] {
  return problems
    .filter(({ code }) => isOfRule(code))
    .map((problem) => ({ code: problem.code, offset: problem.offset, length: problem.length, problem }));
}

/** Moves what is known along with edits, each of which speaks of the text that the one before it left. */
export function follow(known: readonly Known[], edits: readonly Edit[]): Known[] {
  return known.map((one) => edits.reduce(followed, one));
}

/**
 * What to show while the rules wait for the next save: every problem of syntax and schema, and of the rules' problems
 * those that were known and still are so. While the text is broken the rules cannot tell: what nobody touched stays.
 */
export function betweenSaves(checked: Checked, known: readonly Known[]): Problem[] {
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

function followed(known: Known, edit: Edit): Known {
  const { code, problem, ...span } = known;
  const moved = movedSpan(span, edit);
  if (problem === undefined) return { code, ...moved.span };
  const related = problem.related?.map((place) => ({ place, moved: movedSpan(place, edit) }));
  if (moved.touched || related?.some((one) => one.moved.touched)) return { code, ...moved.span };
  const others = related && { related: related.map((one) => ({ ...one.place, ...one.moved.span })) };
  // The fixes' edits spoke of the old text.
  return { code, ...moved.span, problem: { ...problem, ...moved.span, ...others, fixes: [] } };
}

/** Where the span is after the edit; one that is edited itself grows to hold all that was written. */
export function movedSpan(span: Span, edit: Edit): { readonly span: Span; readonly touched: boolean } {
  const { offset, length } = span;
  const growth = edit.content.length - edit.length;
  const end = offset + length;
  const editEnd = edit.offset + edit.length;
  if (editEnd <= offset) return { span: { offset: offset + growth, length }, touched: false };
  if (edit.offset >= end) return { span: { offset, length }, touched: false };
  const start = Math.min(offset, edit.offset);
  return { span: { offset: start, length: Math.max(end, editEnd) + growth - start }, touched: true };
}

function touches(a: Span, b: Span): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
