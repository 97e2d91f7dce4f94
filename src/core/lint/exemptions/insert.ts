import { endOfLine } from "../../campaign/edits";
import { commentsOf } from "../../campaign/syntax/comments";
import type { CampaignDocument } from "../../campaign/document";
import { Lines } from "../../campaign/lines";
import type { Edit, Problem, Span } from "../../campaign/problem";
import { exemptionWords, reasonPlaceholder } from "./comments";

export interface InsertedExemption {
  readonly edit: Edit;
  /** The placeholder of the reason in the text after the edit. */
  readonly reason: Span;
}

/** Exempts a problem's line with a comment above it, in its indentation. */
export function insertExemption(
  document: CampaignDocument,
  { code, offset }: Pick<Problem, "code" | "offset">,
): InsertedExemption {
  const { text } = document;
  const lines = new Lines(text);
  let start = lines.start(lines.position(offset).line);
  // A line can start inside a block comment, where a comment would be part of it.
  const around = commentsOf(document)
    .all()
    .find((comment) => comment.offset < start && start < comment.offset + comment.length);
  if (around !== undefined) start = lines.start(lines.position(around.offset).line);
  let end = start;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end++;
  const before = `${text.slice(start, end)}// ${exemptionWords.line} ${code} -- `;
  const content = `${before}${reasonPlaceholder}${endOfLine(text)}`;
  return {
    edit: { offset: start, length: 0, content },
    reason: { offset: start + before.length, length: reasonPlaceholder.length },
  };
}
