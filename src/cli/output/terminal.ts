import { visibleLine } from "../../core/text/visible";

/** How a piece of text looks where color is shown. */
export type Style = "red" | "yellow" | "blue" | "gray" | "underline";

/** Text, or text with a style. A caller never writes an escape sequence: the output adds it. */
export type Piece = string | { readonly style: Style; readonly text: string };

/** What a command may touch of the process it runs in. Only visible text leaves through it (`output.ts`). */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Writes to standard output, with styles where color is shown. */
  readonly print: (pieces: readonly Piece[]) => void;
  readonly err: (text: string) => void;
  /** Shows one line on standard error in place of the last one; an empty text removes it. */
  readonly status: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether a person reads standard output. */
  readonly interactive: boolean;
  /** Everything on standard input, as bytes: what is not text is reported, not guessed at. */
  readonly readInput: () => Promise<Uint8Array>;
  /**
   * Sets how the process ends. `unwritten` is the code for a report that could not be written. Without it the code
   * stays: what a submission did to the account counts more than its report.
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
