import type * as vscode from "vscode";

/** Where this window notes what it shows; secrets are removed on the way. */
export interface Journal {
  readonly log: Pick<vscode.LogOutputChannel, "info" | "error" | "show">;
  readonly redact: (text: string) => string;
}

/** In the place of a text that cannot be cleared of secrets. */
export const unredacted =
  "An error happened. Its text is not shown, because secrets could not be removed from it.";

let current: Journal | undefined;

/** From now on, what is shown is noted there. */
export function keepJournal(journal: Journal): { readonly dispose: () => void } {
  current = journal;
  return { dispose: () => (current = undefined) };
}

export function journal(): Journal | undefined {
  return current;
}

/** Notes what is shown: its kind, its id, and its words. */
export function note(kind: "notification" | "dialog" | "progress", id: string, words: string): void {
  if (current === undefined) return;
  current.log.info(`${kind} ${id}: ${withoutSecrets(words, current.redact)}`);
}

/** Fails closed: never the text itself when the redactor fails. */
export function withoutSecrets(text: string, redact: (text: string) => string): string {
  try {
    return redact(text);
  } catch {
    return unredacted;
  }
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : wordsOf(error);
}

/** What was thrown need not be an error, nor have words. */
export function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  try {
    return String(error);
  } catch {
    return "unknown error";
  }
}
