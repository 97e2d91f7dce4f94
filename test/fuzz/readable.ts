import { visit } from "jsonc-parser";
import { parseDocument } from "../../src/core/campaign/document";

export function isReadable(text: string): boolean {
  const { root, syntaxErrors } = parseDocument(text);
  return root !== undefined && syntaxErrors.length === 0;
}

/** The comments of a text, sorted. */
export function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  visit(text, {
    onComment: (offset, length) => void comments.push(text.slice(offset, offset + length).trim()),
  });
  return comments.sort();
}
