import { createScanner, type SyntaxKind } from "jsonc-parser";
import type { CampaignDocument } from "../document";
import type { Span } from "../problem";

/** Numbers of the scanner, whose enum does not exist at run time. */
const lineComment = 12 satisfies SyntaxKind.LineCommentTrivia;
const blockComment = 13 satisfies SyntaxKind.BlockCommentTrivia;
const endOfFile = 17 satisfies SyntaxKind.EOF;

/** The comments of a text, in text order. */
class Comments {
  private spans: readonly Span[] | undefined;

  constructor(private readonly text: string) {}

  all(): readonly Span[] {
    return (this.spans ??= commentsIn(this.text));
  }

  /** Whether all or part of a comment is between two offsets. */
  within(start: number, end: number): boolean {
    // Computed on demand: few texts are tested for comments.
    if (start >= end || !this.text.includes("/")) return false;
    const spans = this.all();
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const span = spans[middle];
      if (span !== undefined && span.offset + span.length <= start) low = middle + 1;
      else high = middle;
    }
    const next = spans[low];
    return next !== undefined && next.offset < end;
  }
}

const known = new WeakMap<CampaignDocument, Comments>();

/** The comments of a document, cached. */
export function commentsOf(document: CampaignDocument): Comments {
  const comments = known.get(document) ?? new Comments(document.text);
  known.set(document, comments);
  return comments;
}

function commentsIn(text: string): Span[] {
  const scanner = createScanner(text, false);
  const found: Span[] = [];
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    if (kind !== lineComment && kind !== blockComment) continue;
    found.push({ offset: scanner.getTokenOffset(), length: scanner.getTokenLength() });
  }
  return found;
}
