import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import { journal, note, stackOf, unredacted, withoutSecrets, wordsOf } from "./journal";

export type Level = "information" | "warning" | "error";

/** How a message is shown, and the id that the log knows it by: `submit.accepted`. */
export interface Notice {
  readonly level: Level;
  readonly id: string;
}

/** What the buttons of a message do, by their words. */
export type Answers = Readonly<Record<string, () => unknown>>;

/**
 * Shows a message and does what its buttons say, without holding anything up: a message nobody answers stays for
 * ever. Text of strangers may be part of it.
 */
export function showMessage(notice: Notice, text: string, answers: Answers = {}): void {
  const { level, id } = notice;
  const message = plainLine(text, 800);
  note("notification", id, message);
  void show(level, message, Object.keys(answers)).then((word) =>
    word === undefined ? undefined : answered(id, answers[word]),
  );
}

/** A button that fails says so: nobody waits for its promise. */
async function answered(id: string, answer: (() => unknown) | undefined): Promise<void> {
  try {
    await answer?.();
  } catch (error) {
    showFailure(id, error, journal());
  }
}

interface Guard {
  readonly log: Pick<vscode.LogOutputChannel, "error" | "show">;
  readonly redact: (text: string) => string;
}

/** The words of a bug go to a message, its stack to the log, secrets to neither. */
export function showFailure(what: string, error: unknown, guard: Guard | undefined): void {
  // Without a redactor nothing of the error is known to be safe.
  const redact = guard?.redact ?? (() => unredacted);
  guard?.log.error(`${what}: ${withoutSecrets(stackOf(error), redact)}`);
  const words = withoutSecrets(wordsOf(error), redact);
  const notice = { level: "error", id: "failure" } as const;
  showMessage(
    notice,
    `Something went wrong that should not: ${words}`,
    guard && { ["Show Log"]: () => guard.log.show() },
  );
}

function show(level: Level, message: string, words: readonly string[]): Thenable<string | undefined> {
  switch (level) {
    case "information":
      return vscode.window.showInformationMessage(message, ...words);
    case "warning":
      return vscode.window.showWarningMessage(message, ...words);
    case "error":
      return vscode.window.showErrorMessage(message, ...words);
  }
}
