import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import { note } from "./journal";

/** A running task: its title, which may be untrusted, and its id in the log. */
export interface ProgressTask {
  readonly id: string;
  readonly title: string;
}

/** The steps of one change that a person waits for. */
export interface ProgressSteps {
  /** Aborted when the person cancels, whichever step runs. */
  readonly signal: AbortSignal;
  /** Shows the title of a step while it runs. */
  readonly run: <T>(step: ProgressTask, work: () => Promise<T>) => Promise<T>;
}

/** Shows one notification with a Cancel button for all steps; its text is that of the latest step. */
export function withProgressSteps<T>(title: string, work: (steps: ProgressSteps) => Promise<T>): Promise<T> {
  return notified(plainLine(title, 200), (signal, progress) =>
    work({
      signal,
      run: async ({ id, title: shown }, step) => {
        const message = plainLine(shown, 200);
        note("progress", id, message);
        progress.report({ message });
        try {
          return await step();
        } finally {
          note("progress", id, "ended");
        }
      },
    }),
  );
}

interface Step {
  readonly message?: string;
  readonly increment?: number;
}

/** Shows a notification with a Cancel button while `work` runs. */
export async function withCancellableProgress<T>(
  task: string | ProgressTask,
  work: (signal: AbortSignal, progress: vscode.Progress<Step>, stop: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const { id, title } = typeof task === "string" ? { id: "other", title: task } : task;
  const shown = plainLine(title, 200);
  note("progress", id, shown);
  return notified(shown, async (signal, progress, token) => {
    const report = ({ message, ...step }: Step): void =>
      progress.report(message === undefined ? step : { ...step, message: plainLine(message, 200) });
    try {
      return await work(signal, { report }, token);
    } finally {
      note("progress", id, "ended");
    }
  });
}

/** `title` is plain text already. */
async function notified<T>(
  title: string,
  work: (signal: AbortSignal, progress: vscode.Progress<Step>, stop: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
  return vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      return await work(abort.signal, progress, token);
    } finally {
      subscription.dispose();
    }
  });
}
