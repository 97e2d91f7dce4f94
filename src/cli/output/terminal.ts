import { visibleLine } from "../../core/text/visible";

/** A style for text on a terminal with colors. */
export type Style = "red" | "yellow" | "blue" | "gray" | "underline";

/** Text, or text with a style. A caller never writes an escape sequence: the output adds them. */
export type Piece = string | { readonly style: Style; readonly text: string };

/** The parts of the process that a command may use. Only visible text leaves through it (`output.ts`). */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Writes to standard output, with styles if it shows colors. */
  readonly print: (pieces: Iterable<Piece>) => void;
  readonly err: (text: string) => void;
  /** Replaces the status line on standard error; an empty text removes it. */
  readonly status: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether standard output is a terminal. */
  readonly interactive: boolean;
  /** All of standard input, as bytes, so that input that is not UTF-8 is reported. */
  readonly readInput: () => Promise<Uint8Array>;
  /**
   * Sets the exit code. `unwritten` replaces it when the report cannot be written. Without `unwritten` the code stays:
   * the effect of a submission on the account matters more than its report.
   */
  readonly setExitCode: (code: number, unwritten?: number) => void;
}

/** Exit codes of `lint`. */
export const exit = { clean: 0, problems: 1, usage: 2, interrupted: 130 } as const;

/** Reports why a command was not carried out. */
export function fail(
  { err, setExitCode }: Pick<Terminal, "err" | "setExitCode">,
  reason: string,
  code: number = exit.usage,
): void {
  err(`error: ${visibleLine(reason, Infinity)}\n`);
  setExitCode(code);
}
