/** What a command may touch of the process it runs in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether a person reads standard output. */
  readonly interactive: boolean;
  /** Whether colour says something there: a terminal, and neither NO_COLOR nor TERM=dumb. */
  readonly colour: boolean;
  /** Everything on standard input, as bytes: what is no text is said to the person, not guessed at. */
  readonly readInput: () => Promise<Uint8Array>;
  readonly setExitCode: (code: number) => void;
}

/** Exit codes of `lint`. */
export const exit = { clean: 0, problems: 1, usage: 2, interrupted: 130 } as const;
