import { CommanderError, type Command } from "commander";
import { exit, type Terminal } from "./output/terminal";

/** Runs the command that the arguments of the process name. Sets the exit code of wrong arguments, help and version. */
export async function runProgram(
  program: Command,
  { setExitCode }: Pick<Terminal, "setExitCode">,
): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander ends help and version with this error as well, and with the code 0.
    setExitCode(error.exitCode === 0 ? exit.clean : exit.usage, exit.usage);
  }
}
