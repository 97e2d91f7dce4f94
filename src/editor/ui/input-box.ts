import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";
import { settledFocus } from "./settled-focus";

export interface InputQuestion {
  readonly title: string;
  readonly prompt: string;
  /** Hides the input. */
  readonly password?: boolean;
  /** The initial value, and which part of it is selected. */
  readonly value?: string;
  readonly selection?: readonly [start: number, end: number];
  /** Returns why a text is rejected, or a note on it. May contain untrusted text. */
  readonly validate: (text: string) => Validation | Promise<Validation>;
}

/** A string rejects the text; a note is shown and does not. */
type Validation = string | { readonly note: string } | undefined;

/** Asks for one line. Stays open when the focus moves, so that a value can be copied. Undefined if the person cancels. */
export async function askInput({
  title,
  prompt,
  password = false,
  value,
  selection,
  validate,
}: InputQuestion): Promise<string | undefined> {
  await settledFocus();
  return vscode.window.showInputBox({
    title: plainLine(title),
    prompt: plainLine(prompt),
    password,
    ...(value === undefined ? {} : { value }),
    ...(selection === undefined ? {} : { valueSelection: [...selection] }),
    ignoreFocusOut: true,
    validateInput: async (text) => toMessage(await validate(text)),
  });
}

function toMessage(result: Validation): string | vscode.InputBoxValidationMessage | undefined {
  if (result === undefined) return undefined;
  if (typeof result === "string") return plainLine(result);
  return { message: plainLine(result.note), severity: vscode.InputBoxValidationSeverity.Info };
}
