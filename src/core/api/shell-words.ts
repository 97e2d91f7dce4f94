import type { Parsed } from "../parsed";

/** One word of a command, as the program that is called would see it. */
export interface Word {
  readonly text: string;
  /** What a shell would have put a value in place of, for example "$HOST". It stands in `text` as it was written. */
  readonly variables: readonly string[];
}

/**
 * The words of one plain command, as a POSIX shell and bash split them: all quotes, `$'…'`, backslashes at the end of
 * a line, comments. Nothing is ever run or looked up: whatever would run something, or more than one command, is
 * refused; a variable stays as it is written. Blanks behind a last backslash, line ends that were lost behind one (a box
 * of one line takes none) and no-break spaces, which web pages put into text, count as what was meant.
 */
export function shellWords(command: string): Parsed<readonly Word[]> {
  const words: Word[] = [];
  let text: string | undefined;
  let variables: string[] = [];
  let at = 0;
  let quoted = false;
  const end = (): void => {
    if (text !== undefined) words.push({ text, variables });
    text = undefined;
    variables = [];
  };
  while (at < command.length) {
    const pattern = quoted ? IN_DOUBLE_QUOTES : text === undefined ? BETWEEN_WORDS : IN_WORD;
    pattern.lastIndex = at;
    const match = pattern.exec(command);
    if (match === null) return refuse(quoted, command, at);
    at = pattern.lastIndex;
    const { escaped, single, ansi, double, variable, plain, blank, line } = match.groups ?? {};
    const literal =
      escaped ?? single ?? plain ?? variable ?? (ansi === undefined ? undefined : unescaped(ansi));
    if (literal !== undefined) text = (text ?? "") + literal;
    if (variable !== undefined) variables.push(variable);
    if (double !== undefined) {
      text ??= "";
      quoted = !quoted;
    }
    if (blank !== undefined || line !== undefined) end();
    if (line !== undefined && hasMore(command.slice(at))) return { valid: false, reason: MORE_THAN_ONE };
  }
  if (quoted) return { valid: false, reason: NEVER_CLOSED };
  end();
  return { valid: true, value: words };
}

const VARIABLE = /(?<variable>\$(?:[A-Za-z_]\w*|[\d@*#?$!-]|\{[^{}'"`$\\\s]+\}))/.source;

/** Each alternative ends where another begins, so reading takes time in proportion to the text. */
const BARE = [
  /\\[ \t]*(?:\r?\n|$)/.source,
  /\\(?<escaped>[^])/.source,
  /'(?<single>[^']*)'/.source,
  /\$'(?<ansi>(?:[^\\']|\\[^])*)'/.source,
  /(?<double>")/.source,
  VARIABLE,
  /(?<line>\r?\n)/.source,
  /(?<blank>[^\S\n]+)/.source,
  /(?<plain>[^\s\\'"$`|&;<>()]+|\$(?![('"{]))/.source,
];
const IN_WORD = new RegExp(BARE.join("|"), "y");
/** A comment begins where a word would. A backslash with blanks behind it was at the end of a line that is lost. */
const BETWEEN_WORDS = new RegExp([/#.*/.source, /\\[ \t]+(?:\r?\n)?/.source, ...BARE].join("|"), "y");
const IN_DOUBLE_QUOTES = new RegExp(
  [
    /(?<double>")/.source,
    /\\\r?\n/.source,
    /\\(?<escaped>[$`"\\])/.source,
    VARIABLE,
    /(?<plain>[^"\\$`]+|\\|\$(?![({]))/.source,
  ].join("|"),
  "y",
);

/** Whether anything but blanks and comments is left. */
function hasMore(rest: string): boolean {
  return rest.split("\n").some((line) => !/^\s*(?:#|$)/.test(line));
}

/** What stands between `$'` and `'` in bash. A run of bytes is UTF-8 when it can be; some browsers mean Latin-1. */
function unescaped(text: string): string {
  return text.replace(
    ESCAPE,
    (whole, bytes?: string, four?: string, eight?: string, control?: string, letter?: string) => {
      if (bytes !== undefined) return fromBytes(bytes);
      if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f);
      const unit = four ?? eight;
      if (unit === undefined) return LETTERS[letter ?? ""] ?? letter ?? whole;
      const codePoint = Number.parseInt(unit, 16);
      return codePoint > 0x10ffff ? whole : String.fromCodePoint(codePoint);
    },
  );
}

const ESCAPE =
  /((?:\\x[\dA-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\u([\dA-Fa-f]{1,4})|\\U([\dA-Fa-f]{1,8})|\\c([^])|\\([abeEfnrtv\\'"?])/g;

const LETTERS: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function fromBytes(escapes: string): string {
  const bytes = Array.from(escapes.matchAll(/\\(x?)([\dA-Fa-f]+)/g), ([, hex, digits = ""]) =>
    Number.parseInt(digits, hex === "" ? 8 : 16),
  ).map((byte) => byte & 0xff);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte)).join("");
  }
}

const NEVER_CLOSED = "A quote in the command is never closed; it may have been cut while copying.";
const MORE_THAN_ONE =
  "A line ends without a backslash and more follows. Only one command can be read, with a backslash at the end of every line but the last.";

/** Why reading cannot go on at `at`. */
function refuse(quoted: boolean, command: string, at: number): Parsed<never> {
  const rest = command.slice(at, at + 80);
  const sign = rest.slice(0, 1);
  return { valid: false, reason: reasonOf() };

  function reasonOf(): string {
    if (/^`[ \t]*\r?\n/.test(rest))
      return "This is written for PowerShell, which quotes in its own way. Copy it as cURL for bash.";
    if (sign === "'" || rest.startsWith("$'")) return NEVER_CLOSED;
    if (quoted || sign === "`" || sign === "$")
      return "There is a `…`, $(…) or ${…} in the command, which a shell would carry out. Nothing was: put its result in its place.";
    return `Only one plain cURL command can be read, and this goes on after it with ${sign}. Leave that out; an address with & in it needs quotes around it.`;
  }
}
