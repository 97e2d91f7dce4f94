import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";

export interface InputQuestion {
  readonly title: string;
  readonly prompt: string;
  /** Shown as dots. */
  readonly password?: boolean;
  /** Why a text is refused; text of strangers may be part of it. */
  readonly refusal: (text: string) => string | undefined;
}

/** Asks for one line, and stays open while one copies from elsewhere. Undefined when the person left. */
export function askInput({
  title,
  prompt,
  password = false,
  refusal,
}: InputQuestion): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: plainLine(title),
    prompt: plainLine(prompt),
    password,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const reason = refusal(text);
      return reason === undefined ? undefined : plainLine(reason);
    },
  });
}
