import * as vscode from "vscode";
import { visibleLine } from "../core/api/visible";

type Level = "information" | "warning" | "error";

/** What the buttons of a message do, by their words. */
export type Answers = Readonly<Record<string, () => unknown>>;

/**
 * Shows a message and does what its buttons say, without holding anything up: a message nobody answers stays for
 * ever. Text of strangers may be part of it.
 */
export function tell(level: Level, text: string, answers: Answers = {}): void {
  const words = Object.keys(answers);
  const message = withoutLinks(visibleLine(text, 800));
  void show(level, message, words).then((word) => (word === undefined ? undefined : answers[word]?.()));
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

/** A notification or an input box turns `[words](command:…)` into a link that runs a command: no text of a server may do that. */
export function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
