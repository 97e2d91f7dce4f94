import { refuse, type Parsed } from "../text/parsed";
import { oneOf } from "../text/patterns";
import { closeOfCarets, withoutCarets } from "./cmd-carets";
import { goesOn, neverClosed, type Word } from "./posix-words";
import { unescapeDouble } from "./typographic";

export interface CmdCommand {
  readonly words: readonly Word[];
  /** Written by a browser for the command prompt, with a caret before each special character. */
  readonly careted: boolean;
}

/** Whether a command is written for Windows: a caret before its first quote, or a caret that ends a line. */
export function isForCmd(command: string): boolean {
  return (
    /^[^'"^]*\^"/.test(command) ||
    /[\s'"]\^[ \t]*\r?\n/.test(command) ||
    // A text field with one line removes the line ends.
    /^[^'"^]*(?:"[^"]*"|'[^']*')[ \t]*\^[ \t]*-/.test(command)
  );
}

/**
 * The words of one plain command for Windows. Nothing is run. The quotes of each argument show which form it has:
 *
 * - `^"…^"`, browsers: a caret before each special character, also inside; a caret and two line ends are one line end
 * - `"…"` with carets inside, browsers until 2024, for an argument on one line
 * - `"…"` without, and `'…'`, Postman: line ends inside belong to the text
 *
 * Browsers double every backslash, although Windows requires that only before a quote, so each pair is one backslash.
 * Several commands are refused.
 */
export function readCmd(command: string): Parsed<CmdCommand> {
  const words: Word[] = [];
  let careted = false;
  let text: string | undefined;
  let at = 0;
  while (at < command.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(command);
    if (match === null) return refuseAt(command, at);
    at = PIECE.lastIndex;
    const { space, caretQuote, quote, single, literal, escaped, plain, curly, curlyDouble } =
      match.groups ?? {};
    if (space !== undefined) {
      if (text !== undefined) words.push({ text, variables: [] });
      text = undefined;
    } else if (caretQuote !== undefined || quote !== undefined) {
      const argument = caretQuote === undefined ? inQuotes(command, at) : inCarets(command, at);
      if (!argument.valid) return argument;
      careted ||= argument.value.careted;
      text = (text ?? "") + argument.value.text;
      at = argument.value.end;
    } else {
      const read = single ?? literal ?? escaped ?? plain ?? curly;
      if (read !== undefined) text = (text ?? "") + read;
      else if (curlyDouble !== undefined) text = (text ?? "") + unescapeDouble(curlyDouble);
    }
  }
  if (text !== undefined) words.push({ text, variables: [] });
  return { valid: true, value: { words, careted } };
}

/** Outside of quotes. A caret makes the next character a plain one, and removes a line end. */
const PIECE = oneOf("uy", [
  /\^[ \t]*\r?\n/uy,
  /\p{Cf}+/uy,
  // A text field with one line leaves only the caret before a line end.
  /(?<space>\^?[^\S\r\n]+|\^$|\^(?=-))/uy,
  /(?<caretQuote>\^")/uy,
  /\^(?<literal>\S)/uy,
  /\\(?<escaped>["'])/uy,
  /(?<quote>")/uy,
  /'(?<single>[^']*)'/uy,
  /(?<![^\s])[\u2018-\u201b\u2032](?<curly>[^]*?)[\u2018-\u201b\u2032](?=[\s\^]|$)/uy,
  /(?<![^\s])[\u201c-\u201f\u2033](?<curlyDouble>[^]*?)(?<!\\)[\u201c-\u201f\u2033](?=[\s\^]|$)/uy,
  /(?<plain>[^\s\\'"\^&\|<>\p{Cf}\u2018-\u201b\u2032\u201c-\u201f\u2033]+|\\)/uy,
]);

interface Argument {
  readonly text: string;
  readonly careted: boolean;
  /** Behind its closing quote. */
  readonly end: number;
}

/** Behind `^"`. */
function inCarets(command: string, at: number): Parsed<Argument> {
  const close = closeOfCarets(command, at, "any");
  if (close === undefined) return refuse(neverClosed(command));
  if (close.kind === "line-end") return refuse(MORE_THAN_ONE);
  return argument(withoutCarets(command.slice(at, close.offset)), true, close.offset + close.length);
}

/** Behind `"`. */
function inQuotes(command: string, at: number): Parsed<Argument> {
  const careted = closeOfCarets(command, at, "every special character");
  if (careted?.kind === "quote")
    return argument(withoutCarets(command.slice(at, careted.offset)), careted.hasCaret, careted.offset + 1);
  CLOSING.lastIndex = at;
  const match = CLOSING.exec(command);
  return match === null
    ? refuse(neverClosed(command))
    : argument(match.groups?.["content"] ?? "", false, CLOSING.lastIndex);
}

/** Two quotes inside quotes are one quote of the text. */
const CLOSING = /(?<content>[^\\"]*(?:(?:\\[^]|"")[^\\"]*)*)"/y;

function argument(content: string, careted: boolean, end: number): Parsed<Argument> {
  return {
    valid: true,
    value: {
      text: content.replace(/\\([\\"])|""/g, (_, escaped: string | undefined) => escaped ?? '"'),
      careted,
      end,
    },
  };
}

const MORE_THAN_ONE =
  "A line ends without a caret (^) and more follows. Only one command can be read, with a caret at the end of every line but the last.";

function refuseAt(command: string, at: number): Parsed<never> {
  const character = command.charAt(at);
  if (character === "\n" || character === "\r") return refuse(MORE_THAN_ONE);
  return "&|<>".includes(character) ? refuse(goesOn(character)) : refuse(neverClosed(command));
}
