import assert from "node:assert/strict";
import { parseDocument } from "../../src/core/campaign/document";
import { applyEdits, type Edit, type Problem } from "../../src/core/campaign/problem";
import { parseTime } from "../../src/core/campaign/time-of-day";
import { edgeEdit, windowSpan, type Edge } from "../../src/core/hours/move-edge";
import { assertWithin, soundProblems } from "../unit/lint/sound";
import type { Random } from "./random";
import { commentsIn, isReadable } from "./readable";

/** The number of problems of a document whose fixes are tried. Each fix is a check of its own. */
const maxProblems = 20;

/** Applies each fix alone. In a text with a syntax error the structure is a guess, so only its edits are checked there. */
export function assertFixes(text: string): void {
  const readable = isReadable(text);
  const before = soundProblems(text);
  // The fix of a doubled key removes one of them, and the other one may have the same problem.
  const isDoubled = before.some(({ code }) => code === "duplicate-key");
  for (const problem of before.filter(({ fixes }) => fixes.length > 0).slice(0, maxProblems))
    for (const { edits, safe, title } of problem.fixes) {
      const after = applyEdits(text, edits);
      if (!readable) continue;
      const where = `${problem.code} at ${problem.pointer}: ${title}`;
      assert.ok(isReadable(after), `breaks the text: ${where}`);
      if (safe) assert.deepEqual(commentsIn(after), commentsIn(text), where);
      if (isDoubled) continue;
      assert.ok(!isLeft(problem, edits, before, soundProblems(after)), `leaves its problem: ${where}`);
    }
}

/**
 * Whether a problem is still there after the edits: as many with its message as before, or its rule reports at its place
 * again, and no less in all. (Where an element was removed, the next one may have the same problem.)
 */
function isLeft(
  { code, message, offset }: Problem,
  edits: readonly Edit[],
  before: readonly Problem[],
  after: readonly Problem[],
): boolean {
  const count = (problems: readonly Problem[], isLike: (one: Problem) => boolean): number =>
    problems.filter((one) => one.code === code && isLike(one)).length;
  const isSame = (one: Problem): boolean => one.message === message;
  if (count(after, isSame) >= count(before, isSame)) return true;
  const moved = edits
    .filter((edit) => edit.offset + edit.length <= offset)
    .reduce((sum, { length, content }) => sum + content.length - length, 0);
  const all = (): boolean => true;
  return count(after, (one) => one.offset === offset + moved) > 0 && count(after, all) >= count(before, all);
}

/** Moves both edges of the first windows, as the panel of the calling week does. */
export function assertMoves(text: string, random: Random): void {
  const readable = isReadable(text);
  for (let index = 0; windowSpan(text, index) !== undefined && index < 3; index++)
    for (const edge of ["start", "end"] as const) {
      const minutes = random.below(2000) - 200;
      const edit = edgeEdit(text, index, edge, minutes);
      if (edit === undefined) continue;
      assertWithin(text, edit.offset, edit.length);
      const after = applyEdits(text, [edit]);
      assert.equal(edgeEdit(after, index, edge, minutes), undefined, "a second move changes it again");
      assert.notEqual(parseTime(JSON.parse(edit.content) as string), undefined, edit.content);
      if (!readable) continue;
      assert.ok(isReadable(after), after);
      assert.deepEqual(commentsIn(after), commentsIn(text));
      assert.deepEqual(withoutEdge(after, index, edge), withoutEdge(text, index, edge));
    }
}

/** The campaign without the time of an edge. */
function withoutEdge(text: string, index: number, edge: Edge): unknown {
  const campaign = structuredClone(parseDocument(text).value) as {
    readonly dialingStrategy: { readonly callingHours: { readonly days: Partial<Record<Edge, string>>[] } };
  };
  delete campaign.dialingStrategy.callingHours.days[index]?.[edge];
  return campaign;
}
