import { parseDocument } from "../campaign/document";
import type { Edit, Severity, Span } from "../campaign/problem";
import { locate } from "../campaign/locate";
import { movedSpan } from "../campaign/span";

/** Something said of a campaign from outside its text, by the account or by the platform. */
export interface Remark {
  readonly code: string;
  /** RFC 6901, of the value spoken of; of a missing property, where it should be. */
  readonly pointer: string;
  readonly message: string;
  /** An error where it is left out. */
  readonly severity?: Severity;
}

/** A remark at its place in a text. */
export interface PlacedRemark extends Span {
  readonly remark: Remark;
  /** The line that the remark was made of, without its end: once it reads otherwise, the remark may be wrong. */
  readonly line: string;
  /** All that the remark is about: the value, or the object in which something is missing. */
  readonly whole: Span;
}

/**
 * Finds the place of each remark. `checkedText` is the text that the remarks are about, `currentText` the text as it is by then. A
 * remark is left out when its line or what it is about reads otherwise by then, and, because nobody has followed the
 * edits between the two, when it is on something in an array and that array does.
 */
export function placeRemarks(
  remarks: readonly Remark[],
  checkedText: string,
  currentText: string,
): PlacedRemark[] {
  const before = parseDocument(checkedText);
  const after = checkedText === currentText ? before : parseDocument(currentText);
  return remarks.flatMap((remark): PlacedRemark[] => {
    const then = locate(before, remark.pointer);
    const where = locate(after, remark.pointer);
    if (then === undefined || where === undefined || then.present !== where.present) return [];
    const { offset, length, whole } = where;
    const line = lineAt(currentText, offset);
    if (line !== lineAt(checkedText, then.offset)) return [];
    if (textAt(currentText, whole) !== textAt(checkedText, then.whole)) return [];
    if (textAt(currentText, where.list) !== textAt(checkedText, then.list)) return [];
    return [{ remark, line, whole, offset, length }];
  });
}

/**
 * Moves remarks along with edits, each of which speaks of the text that the one before it left; `text` is what they
 * leave in the end. A remark is gone once its own line has changed, or anything in the value that it is about.
 */
export function followRemarks(
  placed: readonly PlacedRemark[],
  edits: readonly Edit[],
  text: string,
): PlacedRemark[] {
  return placed.flatMap((one): PlacedRemark[] => {
    const span = untouched(one, edits);
    const whole = untouched(one.whole, edits);
    if (span === undefined || whole === undefined) return [];
    return lineAt(text, span.offset) === one.line ? [{ ...one, ...span, whole }] : [];
  });
}

/** Where the span is after the edits; undefined when one of them reaches into it. */
function untouched({ offset, length }: Span, edits: readonly Edit[]): Span | undefined {
  let span: Span = { offset, length };
  for (const edit of edits) {
    const moved = movedSpan(span, edit);
    if (moved.touched) return undefined;
    span = moved.span;
  }
  return span;
}

function textAt(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.offset, span.offset + span.length);
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
