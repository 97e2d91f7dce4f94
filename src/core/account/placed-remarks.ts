import { parseDocument } from "../campaign/document";
import type { Edit, Severity, Span } from "../campaign/problem";
import { locate } from "../campaign/locate";
import { movedSpan } from "../campaign/span";

/** A remark of the account or the platform about a campaign. */
export interface Remark {
  readonly code: string;
  /** An RFC 6901 pointer to the value. A missing property gets the pointer it should have. */
  readonly pointer: string;
  readonly message: string;
  /** An error by default. */
  readonly severity?: Severity;
}

/** A remark at its place in a text. */
export interface PlacedRemark extends Span {
  readonly remark: Remark;
  /** The line when the remark was made, without its end. If the line changes, the remark may be wrong. */
  readonly line: string;
  /** The range that the remark is about: the value, or the object in which a property is missing. */
  readonly whole: Span;
}

/**
 * Finds the place of each remark. `checkedText` is the text that the remarks are about, `currentText` the text at
 * present. A remark is omitted if its line or its value differs between the two. An item of an array is found by its
 * index, so its remark is also omitted if the array differs.
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
 * Moves remarks along with edits. The offsets of each edit refer to the text after the edit before it; `text` is the
 * text after all. A remark is removed if its own line changes, or anything in the value that it is about.
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

/** The span after the edits; undefined if one of them touches it. */
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
