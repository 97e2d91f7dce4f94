import { commentsOf } from "../../campaign/syntax/comments";
import type { CampaignDocument } from "../../campaign/document";
import type { Span } from "../../campaign/problem";

/** The first word of a comment that exempts the problems of rules. */
export const exemptionWords = {
  line: "campaignlint-disable-next-line",
  file: "campaignlint-disable",
} as const;

/** What the editor inserts where the reason belongs. It is not a reason. */
export const reasonPlaceholder = "why this is acceptable";

/** A code in an exemption, at its place in the text. */
export interface ExemptedCode extends Span {
  readonly code: string;
  /** Its index among the codes of the comment. */
  readonly index: number;
}

/** A comment such as `// campaignlint-disable-next-line rule-id -- reason`. Its span is that of the comment. */
export interface ExemptionComment extends Span {
  readonly scope: keyof typeof exemptionWords;
  readonly codes: readonly ExemptedCode[];
  /** On one line. Undefined if the comment has none, or only the placeholder. */
  readonly reason: string | undefined;
}

/** The exemptions of a document, in text order. */
export function exemptionComments(document: CampaignDocument): ExemptionComment[] {
  const { text } = document;
  // Almost no text has one, so most texts are not scanned for comments.
  if (!text.includes(exemptionWords.file)) return [];
  return commentsOf(document)
    .all()
    .flatMap((span) => toExemption(text, span) ?? []);
}

function toExemption(text: string, span: Span): ExemptionComment | undefined {
  const end = span.offset + span.length;
  const isBlock = text.startsWith("/*", span.offset);
  const contentEnd = isBlock && text.endsWith("*/", end) ? end - 2 : end;
  let start = span.offset + 2;
  while (start < contentEnd && /[\s*]/.test(text.charAt(start))) start++;
  const content = text.slice(start, contentEnd);
  const [word = ""] = content.split(/\s/, 1);
  const scope = word === exemptionWords.line ? "line" : word === exemptionWords.file ? "file" : undefined;
  if (scope === undefined) return undefined;
  const dashes = content.indexOf("--", word.length);
  const listEnd = dashes < 0 ? content.length : dashes;
  const codes = codesIn(content.slice(word.length, listEnd), start + word.length);
  return { ...span, scope, codes, reason: dashes < 0 ? undefined : reasonIn(content.slice(dashes + 2)) };
}

function codesIn(list: string, offset: number): ExemptedCode[] {
  const codes: ExemptedCode[] = [];
  let at = offset;
  for (const item of list.split(",")) {
    const code = item.trim();
    const blank = item.length - item.trimStart().length;
    if (code !== "") codes.push({ code, index: codes.length, offset: at + blank, length: code.length });
    at += item.length + 1;
  }
  return codes;
}

function reasonIn(text: string): string | undefined {
  const reason = text.split(/\s/).filter(Boolean).join(" ");
  return reason === reasonPlaceholder || !/[\p{L}\p{N}]/u.test(reason) ? undefined : reason;
}
