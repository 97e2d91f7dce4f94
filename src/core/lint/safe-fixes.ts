import { commentsOf } from "../campaign/syntax/comments";
import type { CampaignDocument } from "../campaign/document";
import type { Fix, Problem } from "../campaign/problem";

/**
 * Makes fixes unsafe regardless of the rule: all in a text with a syntax error, where the structure is a guess, and
 * those that remove all or part of a comment.
 */
export function withSafeFixes(document: CampaignDocument, problems: Problem[]): Problem[] {
  if (problems.every(({ fixes }) => fixes.length === 0)) return problems;
  const broken = document.syntaxErrors.length > 0;
  const comments = commentsOf(document);
  const isSafe = ({ edits }: Fix) =>
    !broken && !edits.some(({ offset, length }) => comments.within(offset, offset + length));
  return problems.map((problem) =>
    problem.fixes.every((fix) => !fix.safe || isSafe(fix))
      ? problem
      : { ...problem, fixes: problem.fixes.map((fix) => ({ ...fix, safe: fix.safe && isSafe(fix) })) },
  );
}
