import * as vscode from "vscode";
import { createRedactor } from "../../core/text/redaction/redact";
import { showFailure } from "./message";

export interface CommandDeps {
  readonly log: vscode.LogOutputChannel;
  /** Removes the secrets that the caller knows. Without it, only texts that look like tokens are removed. */
  readonly redact?: (text: string) => string;
}

type Run = (...arguments_: readonly unknown[]) => unknown;

/**
 * Registers a command that catches its own bugs: the error's message is shown, its stack is logged, and secrets are
 * removed from both. Returns the command's result to its caller.
 */
export function registerCommand(id: string, deps: CommandDeps, run: Run): vscode.Disposable {
  return vscode.commands.registerCommand(id, guarded(id, deps, run));
}

/** The same guard for callbacks that run after a command has ended, such as the button of a notification. */
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
