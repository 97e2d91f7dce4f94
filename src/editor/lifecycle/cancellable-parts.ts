import { withCancellableProgress } from "../ui/progress";

/** The parts of one change that wait for the platform. Each shows its progress; canceling one ends the whole. */
export interface CancellableParts {
  readonly signal: AbortSignal;
  run<T>(id: string, title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export function cancellableParts(): CancellableParts {
  const abort = new AbortController();
  return {
    signal: abort.signal,
    run: (id, title, work) =>
      withCancellableProgress({ id, title }, (signal) => {
        signal.addEventListener("abort", () => abort.abort());
        return work(signal);
      }),
  };
}
