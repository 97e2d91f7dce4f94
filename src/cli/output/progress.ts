import type { Terminal } from "./terminal";

/** In milliseconds. Shorter runs show no progress. */
const patience = 1000;
/** In milliseconds, between two updates and between two checks for an interruption. */
const pace = 100;

/** Called at each step of a run: shows progress and handles interruptions. */
export interface Progress {
  /** Undefined if nothing is to be done at this step; else a short pause, which throws if the run was interrupted. */
  step(doing: "Reading" | "Fixing" | "Checking", done: number, total: number): Promise<void> | undefined;
  /** Removes the status line. */
  clear(): void;
}

export interface ProgressDeps extends Pick<Terminal, "status"> {
  /** Whether standard error is a terminal, where a line can be replaced. */
  readonly showProgress: boolean;
  readonly now: () => number;
}

export function startProgress({ status, showProgress, now }: ProgressDeps, signal: AbortSignal): Progress {
  const started = now();
  let last = started;
  let shown = false;
  return {
    step(doing, done, total) {
      const at = now();
      if (at - last < pace) return undefined;
      last = at;
      if (showProgress && at - started > patience) {
        shown = true;
        status(`${doing} campaigns: ${done} of ${total}`);
      }
      return pause(signal);
    },
    clear() {
      if (shown) status("");
      shown = false;
    },
  };
}

/** Checking is synchronous, so without a pause Ctrl+C would take effect only at the end. */
async function pause(signal: AbortSignal): Promise<void> {
  await new Promise(setImmediate);
  signal.throwIfAborted();
}
