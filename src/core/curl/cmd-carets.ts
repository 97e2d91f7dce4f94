/** The end of an argument with carets. */
export type CaretClose =
  | {
      readonly kind: "quote";
      readonly offset: number;
      /** Of the closing quote and its caret. */
      readonly length: number;
      readonly hasCaret: boolean;
    }
  /** A line end without a caret before it. */
  | { readonly kind: "line-end" };

/** The characters that browsers wrote without a caret. */
const PLAIN = /[a-zA-Z0-9 \t_\-:=+~'/.,?;()*`]/;

/**
 * The end of an argument. `at` is the offset after its opening quote. Undefined if the argument does not end, or if a
 * special character lacks the caret that this form requires: the carets are then text.
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

/** An argument as the command prompt passes it on. */
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

/** A caret makes the next character a plain one. Before a line end, it applies to the character after it. */
function readCaret(text: string, at: number): Read {
  if (text[at] !== "^") return { character: text.charAt(at), length: 1, careted: false };
  let end = at + 1;
  if (text.startsWith("\r\n", end)) end += 2;
  else if (text[end] === "\n") end += 1;
  // Two line ends are one line end of the text.
  if (end > at + 1 && text.startsWith("\r\n", end)) end += 1;
  return { character: text.charAt(end), length: end + 1 - at, careted: true };
}
