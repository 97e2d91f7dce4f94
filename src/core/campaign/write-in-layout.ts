import { parseDocument } from "./document";
import { applyEdits, type Edit } from "./problem";
import { withoutSchema } from "./request-body";
import { isSame, isTooDeep } from "./same-value";
import { layoutEdits } from "./layout-edits";

/**
 * A text with the value of `sent` in the layout of `text`: its comments, line breaks and order of keys, wherever the
 * two agree. A comparison of both then shows what would be sent differently and nothing else. `sent` is parsed JSON.
 *
 * Undefined where the layout cannot be kept: the text has errors, or the two are too far apart. The work grows with the
 * length of both: all that is surplus goes at once, then all that is missing or different is written at once.
 */
export function writeInLayout(text: string, sent: unknown): string | undefined {
  if (isTooDeep(sent)) return undefined;
  let document = parseDocument(text);
  for (const step of ["remove", "write", "compare"] as const) {
    const { root, syntaxErrors, value } = document;
    if (root === undefined || syntaxErrors.length > 0) return undefined;
    if (isSameRequest(value, sent)) return document.text;
    if (step === "compare") return undefined;
    const edits: readonly Edit[] | undefined = layoutEdits(document.text, { root, value }, sent, step);
    if (edits === undefined) return undefined;
    if (edits.length > 0) document = parseDocument(applyEdits(document.text, edits));
  }
  return undefined;
}

/** Whether two parsed campaigns mean the same on the wire. The order of keys does not count, nor does the root's `$schema`. */
export function isSameRequest(one: unknown, other: unknown): boolean {
  return isSame(withoutSchema(one), withoutSchema(other));
}
