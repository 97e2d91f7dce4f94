import type { Parsed } from "../text/parsed";
import { unescapeAnsi } from "./ansi-quotes";
import { hereStart, readHereDocument, RUNS, substitutedDocument, type HereStart } from "./here-document";
import { BETWEEN_WORDS, IN_DOUBLE_QUOTES, IN_WORD } from "./shell-patterns";
import { firstQuote, TYPOGRAPHIC, unescapeDouble } from "./typographic";

/** One word of a command, as the called program receives it. */
export interface Word {
  readonly text: string;
  /** What a shell would replace with a value, for example "$HOST". It is in `text` as it was written. */
  readonly variables: readonly string[];
}

export interface ShellCommand {
  readonly words: readonly Word[];
  /** What the command reads from standard input: a here-document or a here-string. */
  readonly input?: Word;
}

/** The words of one plain command; see `readShell`. */
export function shellWords(command: string): Parsed<readonly Word[]> {
  const read = readShell(command);
  return read.valid ? { valid: true, value: read.value.words } : read;
}

/**
 * One plain command, as a POSIX shell and bash read it: all quotes, `$'…'`, backslashes at the end of a line, comments,
 * here-documents. Nothing is run or looked up: several commands, and those that run another one, are refused; variables
 * remain as written. Changes that documents and web pages make to a text are undone: spaces after a final backslash,
 * line ends that a text field with one line removed, no-break spaces, invisible characters, and typographic quotes
 * around a word.
 */
export function readShell(command: string): Parsed<ShellCommand> {
  const words: Word[] = [];
  const pending: HereStart[] = [];
  let input: Word | undefined;
  let text: string | undefined;
  let variables: string[] = [];
  let isInput = false;
  let quoted = false;
  let at = 0;
  const end = (): void => {
    if (text !== undefined) {
      if (isInput) input = { text: `${text}\n`, variables };
      else words.push({ text, variables });
      isInput = false;
    }
    text = undefined;
    variables = [];
  };
  while (at < command.length) {
    if (!quoted && command.startsWith("<<", at)) {
      end();
      const start = command.startsWith("<<<", at) ? undefined : hereStart(command, at);
      if (start !== undefined) pending.push(start);
      else if (command.startsWith("<<<", at)) isInput = true;
      else return refuse(quoted, command, at);
      at = start?.end ?? at + 3;
      continue;
    }
    const result = substitutedDocument(command, at);
    if (result !== undefined) {
      if (!result.valid) return result;
      text = (text ?? "") + result.value.text;
      variables.push(...result.value.variables);
      at = result.value.end;
      continue;
    }
    const pattern = quoted ? IN_DOUBLE_QUOTES : text === undefined ? BETWEEN_WORDS : IN_WORD;
    pattern.lastIndex = at;
    const match = pattern.exec(command);
    if (match === null) return refuse(quoted, command, at);
    at = pattern.lastIndex;
    const { escaped, single, ansi, double, variable, plain, space, line, curly, curlyDouble } =
      match.groups ?? {};
    const literal =
      escaped ??
      single ??
      plain ??
      variable ??
      curly ??
      (ansi === undefined ? undefined : unescapeAnsi(ansi)) ??
      (curlyDouble === undefined ? undefined : unescapeDouble(curlyDouble));
    if (literal !== undefined) text = (text ?? "") + literal;
    if (variable !== undefined) variables.push(variable);
    if (double !== undefined) {
      text ??= "";
      quoted = !quoted;
    }
    if (space !== undefined || line !== undefined) end();
    if (line === undefined) continue;
    for (const start of pending.splice(0)) {
      const document = readHereDocument(command, at, start);
      if (!document.valid) return document;
      input = document.value;
      at = document.value.end;
    }
    // Checked once, because only comments may follow the first line end.
    if (hasMore(command.slice(at))) return { valid: false, reason: MORE_THAN_ONE };
    break;
  }
  if (quoted) return { valid: false, reason: neverClosed(command) };
  if (pending.length > 0) return { valid: false, reason: NO_DOCUMENT };
  end();
  return { valid: true, value: { words, ...(input === undefined ? {} : { input }) } };
}

/** Whether anything except spaces and comments follows. */
function hasMore(rest: string): boolean {
  return rest.split("\n").some((line) => !/^\s*(?:#|$)/.test(line));
}

const MORE_THAN_ONE =
  "A line ends without a backslash and more follows. Only one command can be read, with a backslash at the end of every line but the last.";
const NO_DOCUMENT =
  "The here-document in the command has no lines. The command may have been cut while copying.";

/** Why a quote is still open at the end. */
export function neverClosed(command: string): string {
  const typographic = firstQuote(command);
  return typographic === undefined
    ? "A quote in the command is never closed; it may have been cut while copying."
    : `A quote in the command is never closed, and the command contains the typographic quotation mark ${typographic}. ${TYPOGRAPHIC}`;
}

/** The reason why the text at `at` cannot be read. */
function refuse(quoted: boolean, command: string, at: number): Parsed<never> {
  const rest = command.slice(at, at + 80);
  const character = rest.slice(0, 1);
  return { valid: false, reason: reasonOf() };

  function reasonOf(): string {
    if (/^`[ \t]*\r?\n/.test(rest))
      return "This is written for PowerShell, which quotes in its own way. Copy it as cURL for bash.";
    if (character === "'" || rest.startsWith("$'")) return neverClosed(command);
    if (quoted || character === "`" || character === "$") return RUNS;
    const typographic = firstQuote(character);
    if (typographic !== undefined)
      return `The typographic quotation mark ${typographic} in the command has no partner. ${TYPOGRAPHIC}`;
    return goesOn(character);
  }
}

/** The reason why several commands, or a redirected output, are refused. */
export function goesOn(character: string): string {
  return `Only one plain cURL command can be read, and this goes on after it with ${character}. Leave that out; an address with & in it needs quotes around it.`;
}
