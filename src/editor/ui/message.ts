import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import { journal, note, stackOf, unredacted, withoutSecrets, messageOf } from "./journal";

export type Level = "information" | "warning" | "error";

/** How a notification is shown, and its id in the log, such as `submit.accepted`. */
export interface Notice {
  readonly level: Level;
  readonly id: string;
}

/** What the buttons of a notification do, by their labels. */
export type Answers = Readonly<Record<string, () => unknown>>;

/**
 * Shows a notification and runs the action of the button that is pressed. Does not wait: a notification may stay open
 * forever. The text may be untrusted.
 */
export function showMessage(notice: Notice, text: string, answers: Answers = {}): void {
  const { level, id } = notice;
  const message = plainLine(text, 800);
  note("notification", id, message);
  void show(level, message, Object.keys(answers)).then((label) =>
    label === undefined ? undefined : runAction(id, answers[label]),
  );
}

/** Reports an action that fails, because nothing waits for its promise. */
async function runAction(id: string, answer: (() => unknown) | undefined): Promise<void> {
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

/** Shows an error's message and logs its stack, with secrets removed from both. */
export function showFailure(source: string, error: unknown, guard: Guard | undefined): void {
  // Without a redactor, no part of the error is known to be free of secrets.
  const redact = guard?.redact ?? (() => unredacted);
  guard?.log.error(`${source}: ${withoutSecrets(stackOf(error), redact)}`);
  const message = withoutSecrets(messageOf(error), redact);
  const notice = { level: "error", id: "failure" } as const;
  showMessage(notice, `Internal error: ${message}`, guard && { ["Show Log"]: () => guard.log.show() });
}

function show(level: Level, message: string, labels: readonly string[]): Thenable<string | undefined> {
  switch (level) {
    case "information":
      return vscode.window.showInformationMessage(message, ...labels);
    case "warning":
      return vscode.window.showWarningMessage(message, ...labels);
    case "error":
      return vscode.window.showErrorMessage(message, ...labels);
  }
}
