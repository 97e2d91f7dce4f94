import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import { note } from "./journal";

/** What is under way, and the id that the log knows it by. Text of strangers may be part of the title. */
export interface ProgressTask {
  readonly id: string;
  readonly title: string;
}

interface Step {
  readonly message?: string;
  readonly increment?: number;
}

/** Does something while a notification says so, which a person can stop. */
export async function withCancellableProgress<T>(
  what: string | ProgressTask,
  work: (signal: AbortSignal, progress: vscode.Progress<Step>, stop: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const { id, title } = typeof what === "string" ? { id: "other", title: what } : what;
  const shown = plainLine(title, 200);
  const location = vscode.ProgressLocation.Notification;
  const options = { location, cancellable: true, title: shown };
  note("progress", id, shown);
  return vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    const report = ({ message, ...step }: Step): void =>
      progress.report(message === undefined ? step : { ...step, message: plainLine(message, 200) });
    try {
      return await work(abort.signal, { report }, token);
    } finally {
      subscription.dispose();
      note("progress", id, "ended");
    }
  });
}
