import type { Parsed } from "../parsed";
import type { Word } from "./shell-words";

/** Whether a command is written for the Windows command prompt: a caret before its first quote or at the end of a line. */
export function isForCmd(command: string): boolean {
  return /^\S+\s+(?:-\S+\s+)*\^"/.test(command) || /[ \t"]\^\r?\n[ \t]*-/.test(command);
}

/**
 * The words of one plain command for the Windows command prompt, as browsers copy it ("Copy as cURL (cmd)"). Two
 * readers follow each other there: the prompt, for which `^` takes the meaning from a character, and the C run-time,
 * which splits into words. Browsers double every backslash, though the run-time asks for that only before a quote: here
 * each pair is one, which is what was copied. More than one command is refused.
 */
export function cmdWords(command: string): Parsed<readonly Word[]> {
  const line = withoutCarets(command);
  return line.valid ? split(line.value) : line;
}

function withoutCarets(command: string): Parsed<string> {
  let line = "";
  let quoted = false;
  for (let at = 0; at < command.length; at++) {
    const sign = command[at] ?? "";
    if (sign === '"') quoted = !quoted;
    if (sign === "^" && !quoted) {
      // A caret at the end of a line takes the line end away, and the meaning of what the next line starts with.
      at += /^\^(?:\r?\n(?:\r(?=\n))?)?/.exec(command.slice(at, at + 5))?.[0].length ?? 1;
      line += command[at] ?? "";
    } else if (sign === "\n" || sign === "\r") {
      if (quoted) return refuse(NEVER_CLOSED);
      if (command.slice(at).trim() !== "")
        return refuse(
          "A line ends without a caret (^) and more follows. Only one command can be read, with a caret at the end of every line but the last.",
        );
      break;
    } else if (!quoted && "&|<>".includes(sign))
      return refuse(
        `Only one plain cURL command can be read, and this goes on after it with ${sign}. Leave that out; an address with & in it needs quotes around it.`,
      );
    else line += sign;
  }
  return { valid: true, value: line };
}

function split(line: string): Parsed<readonly Word[]> {
  const words: Word[] = [];
  let text: string | undefined;
  let quoted = false;
  let at = 0;
  while (at < line.length) {
    PIECE.lastIndex = at;
    const { escaped, quote, blank, plain } = PIECE.exec(line)?.groups ?? {};
    at = PIECE.lastIndex;
    if (blank !== undefined && !quoted) {
      if (text !== undefined) words.push({ text, variables: [] });
      text = undefined;
      continue;
    }
    text = (text ?? "") + (escaped ?? blank ?? plain ?? "");
    if (quote === undefined) continue;
    // Two quotes inside quotes are one that is meant.
    if (quoted && line[at] === '"') {
      text += '"';
      at += 1;
    } else quoted = !quoted;
  }
  if (quoted) return refuse(NEVER_CLOSED);
  if (text !== undefined) words.push({ text, variables: [] });
  return { valid: true, value: words };
}

const PIECE = /\\(?<escaped>[\\"])|(?<quote>")|(?<blank>[ \t]+)|(?<plain>[^\\" \t]+|\\)/y;

const NEVER_CLOSED = "A quote in the command is never closed; it may have been cut while copying.";

function refuse(reason: string): Parsed<never> {
  return { valid: false, reason };
}
