/** Where an argument with carets ends. */
export type CaretClose =
  | {
      readonly kind: "quote";
      readonly offset: number;
      /** Of the closing quote and its caret. */
      readonly length: number;
      readonly hasCaret: boolean;
    }
  /** A line ends that no caret takes away. */
  | { readonly kind: "line-end" };

/** What browsers wrote without a caret. */
const PLAIN = /[a-zA-Z0-9 \t_\-:=+~'/.,?;()*`]/;

/**
 * The end of an argument from `at`, which is behind its opening quote. Undefined when there is none, or, in an argument
 * where every special character has to have a caret, when one has not: then the carets are text.
 */
export function closeOfCarets(
  command: string,
  at: number,
  carets: "any" | "every special character",
): CaretClose | undefined {
  const strict = carets === "every special character";
  let escapes = false;
  let hasCaret = false;
  let before = "";
  for (let offset = at; offset < command.length;) {
    const { character, length, careted } = readCaret(command, offset);
    hasCaret ||= careted;
    if (character === '"' && !escapes)
      return strict && careted ? undefined : { kind: "quote", offset, length, hasCaret };
    if (!careted && (character === "\n" || character === "\r"))
      return strict ? undefined : { kind: "line-end" };
    if (strict && careted === PLAIN.test(character) && before !== "%") return undefined;
    escapes = character === "\\" && !escapes;
    before = character;
    offset += length;
  }
  return undefined;
}

/** An argument as the command prompt hands it on. */
export function withoutCarets(argument: string): string {
  let text = "";
  for (let at = 0; at < argument.length;) {
    const { character, length } = readCaret(argument, at);
    text += character;
    at += length;
  }
  return text;
}

interface Read {
  readonly character: string;
  readonly length: number;
  readonly careted: boolean;
}

/** A caret takes the meaning from the next character; with a line end, from the character behind that. */
function readCaret(text: string, at: number): Read {
  if (text[at] !== "^") return { character: text.charAt(at), length: 1, careted: false };
  let end = at + 1;
  if (text.startsWith("\r\n", end)) end += 2;
  else if (text[end] === "\n") end += 1;
  // Two line ends are one that is meant.
  if (end > at + 1 && text.startsWith("\r\n", end)) end += 1;
  return { character: text.charAt(end), length: end + 1 - at, careted: true };
}
