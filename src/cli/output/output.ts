import { styleText } from "node:util";
import { visibleText } from "../../core/text/visible";
import { codeOf } from "../../node/ledger/file-errors";
import type { Piece, Terminal } from "./terminal";
import { createWriter, type OutputStream, type Writer } from "./writer";

export interface OutputOptions {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Sets the exit code of the process. */
  readonly exitWith: (code: number) => void;
}

export type Output = Pick<Terminal, "out" | "print" | "err" | "status" | "setExitCode"> & {
  /** Whether standard error can replace a line. */
  readonly showsStatus: boolean;
};

/**
 * The only output for text. Everything that passes through is visible text: no escape sequences, control characters or
 * direction marks. Colors and cursor movements are added here, after that filter.
 *
 * If a report cannot be written, one line goes to standard error. A closed pipe ends silently: its reader has read
 * enough.
 */
export function createOutput({ stdout, stderr, env, exitWith }: OutputOptions): Output {
  const dumb = env["TERM"] === "dumb";
  // An empty NO_COLOR counts as unset (no-color.org).
  const colors = stdout.isTTY === true && !env["NO_COLOR"] && !dumb;
  let codes: { readonly code: number; readonly unwritten?: number | undefined } = { code: 0 };
  let failed = false;

  const errors: Writer = createWriter(stderr, () => undefined);
  const results: Writer = createWriter(stdout, (error) => {
    failed = true;
    errors.write(`error: The output could not be written: ${reasonOf(error)}.\n`);
    if (codes.unwritten !== undefined) exitWith(codes.unwritten);
  });
  return {
    out: (text) => results.write(visible(text)),
    print: (pieces) => {
      for (const text of paintedTexts(pieces, colors)) results.write(text);
    },
    err: (text) => errors.write(visible(text)),
    status: (text) => errors.write(`\r\u001b[K${visible(text)}`),
    showsStatus: stderr.isTTY === true && !dumb,
    setExitCode: (code, unwritten) => {
      codes = { code, unwritten };
      exitWith(failed ? (unwritten ?? code) : code);
    },
  };
}

/** In UTF-16 units. The text of a large report is written in several steps, and no string contains all of it. */
const step = 64 * 1024;

/** A report without styles, for a file, in several texts if it is long. */
export function plainTexts(pieces: Iterable<Piece>): Iterable<string> {
  return paintedTexts(pieces, false);
}

function* paintedTexts(pieces: Iterable<Piece>, colors: boolean): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += painted(piece, colors);
    if (text.length < step) continue;
    yield text;
    text = "";
  }
  yield text;
}

function painted(piece: Piece, colors: boolean): string {
  if (typeof piece === "string") return visible(piece);
  const text = visible(piece.text);
  return colors ? styleText(piece.style, text, { validateStream: false }) : text;
}

function visible(text: string): string {
  return visibleText(text, Infinity);
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case "ENOSPC":
      return "there is no space left on the device";
    case "EDQUOT":
      return "the disk quota is used up";
    case "EFBIG":
      return "the file would be too large";
    case "EIO":
      return "the device reported an error (EIO)";
    default:
      return code === "" ? "unknown reason" : code;
  }
}
