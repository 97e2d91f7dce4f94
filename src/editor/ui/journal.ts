import type * as vscode from "vscode";

/** Where this window logs what it shows, with secrets removed. */
export interface Journal {
  readonly log: Pick<vscode.LogOutputChannel, "info" | "error" | "show">;
  readonly redact: (text: string) => string;
}

/** Replaces a text from which secrets could not be removed. */
export const unredacted =
  "An error occurred. Its text isn’t shown, because secrets couldn’t be removed from it.";

let current: Journal | undefined;

/** Logs everything that is shown from now on, until the result is disposed. */
export function keepJournal(journal: Journal): { readonly dispose: () => void } {
  current = journal;
  return { dispose: () => (current = undefined) };
}

export function journal(): Journal | undefined {
  return current;
}

/** Logs something that is shown: its kind, id and text. */
export function note(kind: "notification" | "dialog" | "progress", id: string, text: string): void {
  if (current === undefined) return;
  current.log.info(`${kind} ${id}: ${withoutSecrets(text, current.redact)}`);
}

/** Returns a fixed sentence if the redactor throws, never the text itself. */
export function withoutSecrets(text: string, redact: (text: string) => string): string {
  try {
    return redact(text);
  } catch {
    return unredacted;
  }
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
}

/** A thrown value may be anything, even one that cannot be converted to a string. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  try {
    return String(error);
  } catch {
    return "unknown error";
  }
}
