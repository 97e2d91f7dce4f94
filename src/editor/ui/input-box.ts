import * as vscode from "vscode";
import { plainLine } from "../../core/text/plain";

export interface InputQuestion {
  readonly title: string;
  readonly prompt: string;
  /** Shown as dots. */
  readonly password?: boolean;
  /** What the box contains at first, and which part of it is selected. */
  readonly value?: string;
  readonly selection?: readonly [start: number, end: number];
  /** Why a text is refused, or a note on it; text of strangers may be part of it. */
  readonly refusal: (text: string) => Refusal | Promise<Refusal>;
}

/** A note does not keep the text from being accepted. */
type Refusal = string | { readonly note: string } | undefined;

/** Asks for one line, and stays open while one copies from elsewhere. Undefined when the person left. */
export function askInput({
  title,
  prompt,
  password = false,
  value,
  selection,
  refusal,
}: InputQuestion): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: plainLine(title),
    prompt: plainLine(prompt),
    password,
    ...(value === undefined ? {} : { value }),
    ...(selection === undefined ? {} : { valueSelection: [...selection] }),
    ignoreFocusOut: true,
    validateInput: async (text) => shown(await refusal(text)),
  });
}

function shown(reason: Refusal): string | vscode.InputBoxValidationMessage | undefined {
  if (reason === undefined || typeof reason === "string")
    return reason === undefined ? undefined : plainLine(reason);
  return { message: plainLine(reason.note), severity: vscode.InputBoxValidationSeverity.Info };
}
