import type { Terminal } from "./terminal";

/** A run that ends sooner needs no word on how far it is, in milliseconds. */
const patience = 1000;
/** Between two words, and between two looks at what else the process has to do. */
const pace = 100;

/** What a run asks at each step: shows how far it is, and lets an interruption through. */
export interface Progress {
  /** Throws when the run was interrupted. */
  step(doing: "Reading" | "Fixing" | "Checking", done: number, total: number): Promise<void>;
  /** Takes the line away. */
  clear(): void;
}

export interface ProgressDeps extends Pick<Terminal, "err"> {
  /** Whether standard error is a terminal, where one line can be written over. */
  readonly showProgress: boolean;
  readonly now: () => number;
}

export function startProgress({ err, showProgress, now }: ProgressDeps, signal: AbortSignal): Progress {
  const started = now();
  let last = started;
  let shown = false;
  return {
    async step(doing, done, total) {
      const at = now();
      if (at - last < pace) return;
      last = at;
      if (showProgress && at - started > patience) {
        shown = true;
        err(`\r\u001b[K${doing} campaigns: ${done} of ${total}`);
      }
      // Checking never waits for anything, so Ctrl+C would be heard only at the end.
      await new Promise(setImmediate);
      signal.throwIfAborted();
    },
    clear() {
      if (shown) err("\r\u001b[K");
      shown = false;
    },
  };
}
