import { caretAt, type Caret } from "./caret";
import { isTimeZone, namedPartAt } from "./known-names";

/**
 * As `caretAt`, but a caret that only spaces separate from the unquoted words of a name or a time zone is still in them:
 * `los angeles` has a space before its second word is typed.
 */
export function caretInWords(text: string, offset: number): Caret {
  let end = offset;
  while (text[end - 1] === " ") end--;
  const caret = caretAt(text, offset);
  if (end === offset || caret.token !== undefined) return caret;
  const before = caretAt(text, end);
  const { token } = before;
  if (token?.quoted !== false || token.end !== end || !mayHaveWords(before)) return caret;
  if (["true", "false", "null"].includes(text.slice(token.start, token.end))) return caret;
  return { ...before, token: { ...token, end: offset } };
}

function mayHaveWords(caret: Caret): boolean {
  return isTimeZone(caret) || namedPartAt(caret) !== undefined;
}
