import * as vscode from "vscode";
import { plainLine, plainText } from "../../core/text/plain";
import { note } from "./journal";

/** What a person must answer before anything goes on. Text of strangers may be part of it. */
export interface Question {
  /** The id that the log knows it by. */
  readonly id: string;
  readonly level: "information" | "warning";
  readonly text: string;
  readonly detail: string;
}

/** The button that was pressed; undefined when the person left. VS Code adds Cancel itself, and focuses the first one. */
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
