/** How grave a problem is. Only an `error` stops a submission. */
export type Severity = "error" | "warning" | "info" | "hint";

export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** Replace `length` UTF-16 units from `offset` by `content`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** One way to make a problem go away: edits that do not overlap, all applied together. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The best one where there is a choice. */
  readonly preferred: boolean;
  /** It cannot change what the campaign means, so "fix all" may apply it unasked. */
  readonly safe: boolean;
}

/** A place in the text, in UTF-16 units from its start. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface Problem extends Span {
  /** `syntax/<name>`, `schema/<keyword>` or the id of a rule. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** RFC 6901, of the value spoken of; of a missing property, where it should be. */
  readonly pointer: string;
  readonly fixes: readonly Fix[];
  /** What the message compares with, elsewhere in the same text. */
  readonly related?: readonly (Span & { readonly message: string })[];
  /** Other files that the message compares with, where the host knows their addresses. */
  readonly elsewhere?: readonly { readonly address: string; readonly message: string }[];
  /** The text has no effect and may be shown faded. */
  readonly unnecessary?: boolean;
  /** Missing properties that this problem explains: the schema's own word on them would be a repetition. */
  readonly explainsMissing?: readonly string[];
}

/**
 * The text after the edits. They may come in any order; of two that overlap the later one is left out.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);
  const parts: string[] = [];
  let end = 0;
  for (const edit of ordered) {
    if (edit.offset < end) continue;
    parts.push(text.slice(end, edit.offset), edit.content);
    end = edit.offset + edit.length;
  }
  parts.push(text.slice(end));
  return parts.join("");
}
