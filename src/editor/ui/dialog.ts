import * as vscode from "vscode";
import { plainLine, plainText } from "../../core/text/plain";
import { note } from "./journal";

/** A question that a person must answer before a command continues. May contain untrusted text. */
export interface Question {
  /** The id of the question in the log. */
  readonly id: string;
  readonly level: "information" | "warning";
  readonly text: string;
  readonly detail: string;
}

/** Returns the pressed button, undefined if the person cancels. VS Code adds Cancel itself and focuses the first button. */
export async function askModally<B extends string>(
  { id, level, text, detail }: Question,
  ...buttons: readonly B[]
): Promise<B | undefined> {
  const items = buttons.map((button) => ({ title: plainLine(button, 100), button }));
  const show = level === "warning" ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const question = plainLine(text, 500);
  note("dialog", id, question);
  const answer = await show(question, { modal: true, detail: plainText(detail) }, ...items);
  note("dialog", id, answer === undefined ? "left" : `answered: ${answer.title}`);
  return answer?.button;
}
