import type { Edit, Span } from "./problem";

/** The span after an edit. A span that the edit changes grows to contain the new text. */
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
