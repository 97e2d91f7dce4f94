import { parseDocument } from "./document";
import { applyEdits, type Edit } from "./problem";
import { withoutSchema } from "./request-body";
import { isSame, isTooDeep } from "./same-value";
import { layoutEdits } from "./layout-edits";

/**
 * Writes the value of `sent` in the layout of `text`, with its comments, line breaks and order of keys where the two
 * agree. A diff of both then shows only different values. `sent` is parsed JSON.
 *
 * Undefined if the layout cannot be kept, because the text has errors or the two differ too much. Linear in both
 * lengths: surplus values are removed in one step, missing and different ones are written in one step.
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

/** Whether two parsed campaigns have the same request body, ignoring the order of keys and the root's `$schema`. */
export function isSameRequest(one: unknown, other: unknown): boolean {
  return isSame(withoutSchema(one), withoutSchema(other));
}
