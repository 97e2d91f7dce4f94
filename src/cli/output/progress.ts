import type { Terminal } from "./terminal";

/** A run that ends sooner shows no progress, in milliseconds. */
const patience = 1000;
/** Between two updates, and between two looks at what else the process has to do. */
const pace = 100;

/** Called at each step of a run: shows progress, and lets an interruption through. */
export interface Progress {
  /** Throws when the run was interrupted. */
  step(doing: "Reading" | "Fixing" | "Checking", done: number, total: number): Promise<void>;
  /** Removes the line. */
  clear(): void;
}

export interface ProgressDeps extends Pick<Terminal, "status"> {
  /** Whether standard error is a terminal, where one line can be written over. */
  readonly showProgress: boolean;
  readonly now: () => number;
}

export function startProgress({ status, showProgress, now }: ProgressDeps, signal: AbortSignal): Progress {
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
        status(`${doing} campaigns: ${done} of ${total}`);
      }
      // Checking never waits for anything, so Ctrl+C would be heard only at the end.
      await new Promise(setImmediate);
      signal.throwIfAborted();
    },
    clear() {
      if (shown) status("");
      shown = false;
    },
  };
}
