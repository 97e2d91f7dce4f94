import * as vscode from "vscode";

/** Does something while a notification says so, which a person can stop. */
export async function cancellable<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, cancellable: true, title }, async (_progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      return await work(abort.signal);
    } finally {
      subscription.dispose();
    }
  });
}
