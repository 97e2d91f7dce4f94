import { refuse, type Parsed } from "../text/parsed";
import { trimEndOf } from "../text/trim-end";

/** What a here-document starts with: `<<EOF`, `<<-'EOF'`. */
export interface HereStart {
  readonly delimiter: string;
  /** Whether the shell replaces nothing in the text. */
  readonly literal: boolean;
  /** Whether tabs at the start of its lines are removed. */
  readonly stripsTabs: boolean;
  /** The offset after the delimiter. */
  readonly end: number;
}

export interface HereDocument {
  readonly text: string;
  /** What a shell would replace with a value. It is in `text` as it was written. */
  readonly variables: readonly string[];
  /** Behind the line that closes it. */
  readonly end: number;
}

const START =
  /<<(?<strip>-?)[ \t]*(?:'(?<single>[^'\r\n]+)'|"(?<double>[^"\r\n]+)"|(?<escape>\\?)(?<plain>[\w.+:-]+))/y;

/** Reads the start of a here-document at `<<`. Undefined for any other text. */
export function hereStart(command: string, at: number): HereStart | undefined {
  START.lastIndex = at;
  const { strip, single, double, escape, plain } = START.exec(command)?.groups ?? {};
  const delimiter = single ?? double ?? plain;
  if (delimiter === undefined) return undefined;
  const literal = plain === undefined || escape !== "";
  return { delimiter, literal, stripsTabs: strip !== "", end: START.lastIndex };
}

/** Reads the lines from `at` up to the delimiter. */
export function readHereDocument(command: string, at: number, start: HereStart): Parsed<HereDocument> {
  const lines: string[] = [];
  for (let from = at; from < command.length;) {
    const found = command.indexOf("\n", from);
    const end = found < 0 ? command.length : found + 1;
    const whole = command.slice(from, end).replace(/\r?\n$/, "");
    const line = start.stripsTabs ? whole.replace(/^\t+/, "") : whole;
    if (line === start.delimiter)
      return finish(lines.map((each) => `${each}\n`).join(""), end, start.literal);
    lines.push(line);
    from = end;
  }
  return refuse(
    "The here-document in the command has no closing line. The command may have been cut while copying.",
  );
}

function finish(text: string, end: number, literal: boolean): Parsed<HereDocument> {
  if (literal) return { valid: true, value: { text, variables: [], end } };
  const variables: string[] = [];
  const run: string[] = [];
  const read = text.replace(SPECIAL, (whole, escaped?: string, variable?: string) => {
    if (escaped !== undefined) return escaped === "\n" ? "" : escaped;
    (variable === undefined ? run : variables).push(whole);
    return whole;
  });
  return run.length > 0 ? refuse(RUNS) : { valid: true, value: { text: read, variables, end } };
}

const SPECIAL = /\\([\\$`\n])|(\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}))|`|\$[({]/g;

export const RUNS =
  "The command contains a `…`, $(…) or ${…}, which a shell would run. Nothing was run. Replace it with its result.";

/** `$(cat <<'EOF' … )`, a common way to write a body over several lines. Undefined for anything else. */
export function substitutedDocument(command: string, at: number): Parsed<HereDocument> | undefined {
  if (!command.startsWith("$(", at)) return undefined;
  CAT.lastIndex = at;
  if (CAT.exec(command) === null) return undefined;
  const start = hereStart(command, CAT.lastIndex);
  if (start === undefined) return undefined;
  LINE_END.lastIndex = start.end;
  if (LINE_END.exec(command) === null) return undefined;
  const document = readHereDocument(command, LINE_END.lastIndex, start);
  if (!document.valid) return document;
  CLOSING.lastIndex = document.value.end;
  if (CLOSING.exec(command) === null) return refuse(RUNS);
  const { text, variables } = document.value;
  return { valid: true, value: { text: trimEndOf(text, "\n"), variables, end: CLOSING.lastIndex } };
}

const CAT = /\$\([ \t]*cat[ \t]+/y;
const LINE_END = /[ \t]*\r?\n/y;
const CLOSING = /\s*\)/y;
