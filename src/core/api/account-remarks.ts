import { parseDocument } from "../campaign/document";
import type { Edit, Span } from "../campaign/problem";
import { whereIs } from "../campaign/where";
import { movedSpan } from "../lint/between-saves";

/** Something said of a campaign from outside its text, by the account or by the platform. */
export interface Remark {
  readonly code: string;
  /** RFC 6901, of the value spoken of; of a missing property, where it should be. */
  readonly pointer: string;
  readonly message: string;
}

/** A remark at its place in a text. */
export interface PlacedRemark extends Span {
  readonly remark: Remark;
  /** The line that the remark was made of, without its end: once it reads otherwise, the remark may be wrong. */
  readonly line: string;
}

/**
 * Finds the place of each remark. `said` is the text that the remarks are about, `now` the text as it is by then: a
 * remark whose line has become another one meanwhile is left out.
 */
export function placeRemarks(remarks: readonly Remark[], said: string, now: string): PlacedRemark[] {
  const before = parseDocument(said);
  const after = said === now ? before : parseDocument(now);
  return remarks.flatMap((remark): PlacedRemark[] => {
    const then = whereIs(before, remark.pointer);
    const where = whereIs(after, remark.pointer);
    if (then === undefined || where === undefined || then.present !== where.present) return [];
    const line = lineAt(now, where.offset);
    if (line !== lineAt(said, then.offset)) return [];
    return [{ remark, line, offset: where.offset, length: where.length }];
  });
}

/**
 * Moves remarks along with edits, each of which speaks of the text that the one before it left; `text` is what they
 * leave in the end. A remark is gone once its own line has changed.
 */
export function followRemarks(
  placed: readonly PlacedRemark[],
  edits: readonly Edit[],
  text: string,
): PlacedRemark[] {
  return placed.flatMap((one): PlacedRemark[] => {
    let span: Span = { offset: one.offset, length: one.length };
    for (const edit of edits) {
      const moved = movedSpan(span, edit);
      if (moved.touched) return [];
      span = moved.span;
    }
    return lineAt(text, span.offset) === one.line ? [{ ...one, ...span }] : [];
  });
}

function lineAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
