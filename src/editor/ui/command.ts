import * as vscode from "vscode";
import { createRedactor } from "../../core/text/redaction/redact";
import { showFailure } from "./message";

export interface CommandDeps {
  readonly log: vscode.LogOutputChannel;
  /** Removes secrets that only the caller knows; what looks like a token always goes. */
  readonly redact?: (text: string) => string;
}

type Run = (...arguments_: readonly unknown[]) => unknown;

/**
 * Registers a command that catches its own bugs: the words go to a message, the stack to the log, secrets to
 * neither. What the command returns goes to whoever ran it.
 */
export function registerCommand(id: string, deps: CommandDeps, run: Run): vscode.Disposable {
  return vscode.commands.registerCommand(id, guarded(id, deps, run));
}

/** The same guard for what a command leaves behind: the button of a message, say. */
export function guarded(
  id: string,
  { log, redact = (text) => createRedactor([]).text(text) }: CommandDeps,
  run: Run,
): (...arguments_: readonly unknown[]) => Promise<unknown> {
  return async (...arguments_) => {
    try {
      return await run(...arguments_);
    } catch (error) {
      showFailure(id, error, { log, redact });
      return undefined;
    }
  };
}
