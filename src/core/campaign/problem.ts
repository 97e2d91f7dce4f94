/** The severity of a problem. Only an `error` stops a submission. */
export type Severity = "error" | "warning" | "info" | "hint";

export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** Replace `length` UTF-16 units from `offset` by `content`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** One way to fix a problem: edits that do not overlap and are applied together. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it is the best of several fixes. */
  readonly preferred: boolean;
  /** Whether it cannot change the meaning of the campaign, so that Fix All may apply it. */
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
  /** RFC 6901 pointer of the value; for a missing property, the pointer it would have. */
  readonly pointer: string;
  readonly fixes: readonly Fix[];
  /** Other places in the same text that the message refers to. */
  readonly related?: readonly (Span & { readonly message: string })[];
  /** Other files that the message refers to, if their addresses are known. */
  readonly elsewhere?: readonly { readonly address: string; readonly message: string }[];
  /** Whether the text has no effect and may be shown faded. */
  readonly unnecessary?: boolean;
  /** Missing properties that this problem explains, so that the schema problem is not repeated. */
  readonly explainsMissing?: readonly string[];
}

/** The text after the edits, which may be in any order. Of two that overlap, the later one is skipped. */
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
